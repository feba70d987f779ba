"""The verifier as one file and one command."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

from allocations.engine import manifest_sha256, verify
from tests.allocations.engine.records import OUTCOME, RECORD
from tests.allocations.engine.worlds import A

SCRIPT = Path(verify.__file__)


def command(*arguments: str, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-I", *arguments], capture_output=True, text=True, check=False, env={"PYTHONIOENCODING": "ascii"}
    )


def test_the_command_runs_alone_beside_a_record_and_ends_with_its_verdict(tmp_path: Path) -> None:
    script, target = tmp_path / "verify.py", tmp_path / "record.zip"
    shutil.copy(SCRIPT, script)
    target.write_bytes(RECORD)
    done = command(str(script), str(target), "--manifest", manifest_sha256(OUTCOME), "--me", A)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.splitlines()[-1].startswith("OK ")
    target.write_bytes(RECORD[:-1])
    done = command(str(script), str(target))
    assert (done.returncode, done.stderr) == (1, "") and done.stdout.startswith("WRONG  container:")
    for missing in (tmp_path / "nothing.zip", tmp_path):
        done = command(str(script), str(missing))
        assert (done.returncode, done.stderr) == (1, "") and done.stdout.startswith("WRONG")


def test_a_reader_who_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    target = tmp_path / "record.zip"
    target.write_bytes(RECORD)
    done = subprocess.run(
        f"{sys.executable} -u {SCRIPT} {target} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_the_command_runs_from_the_engines_own_folder(tmp_path: Path) -> None:
    target = tmp_path / "record.zip"
    target.write_bytes(RECORD)
    done = subprocess.run([sys.executable, str(SCRIPT), str(target)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_verifier_is_one_file_of_standard_library_for_python_3_8() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)
