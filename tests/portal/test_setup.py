"""Setting up on a machine that lacks something: one sentence, and nothing half made."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("dirname", "rm", "cat", "cksum", "sh")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A clone on a machine with a shell and little else."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(PROJECT / "deploy" / "setup.sh", tmp_path / "deploy")
    for name in ("requirements.txt", "requirements-dev.txt", "package-lock.json"):
        shutil.copy(PROJECT / name, tmp_path)
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def set_up(bare: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "deploy/setup.sh", "run"], cwd=bare, env={"PATH": str(bare / "bin")}, capture_output=True, text=True
    )


def test_a_machine_without_python_3_11_is_told_what_to_install(bare: Path) -> None:
    done = set_up(bare)
    assert done.returncode == 1
    assert done.stderr == (
        "error: Python 3.11 is needed and was not found (Debian: apt install python3.11 python3.11-venv).\n"
    )
    assert not (bare / ".venv").exists()


def test_a_python_without_venv_is_told_what_to_install(bare: Path) -> None:
    python = bare / "bin" / "python3.11"
    python.write_text('#!/bin/sh\ncase "$*" in *venv*) exit 1 ;; --version) echo Python 3.11.2 ;; esac\n')
    python.chmod(0o755)
    done = set_up(bare)
    assert done.returncode == 1
    assert done.stderr == "error: a virtual environment could not be made (Debian: apt install python3-venv).\n"
    assert not (bare / ".venv").exists()
