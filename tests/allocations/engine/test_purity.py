"""The engine stands alone: no Django, no clock, no randomness; NumPy for the fast path only."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENGINE = ROOT / "allocations" / "engine"
MODULES = sorted(ENGINE.glob("*.py"))
PROBE = """
import sys
import allocations.engine as engine
{then}
loaded = {{name.split(".")[0] for name in sys.modules}}
print(sorted(loaded & {{"django", "numpy", "celery", "psycopg2", "core", "random"}}))
"""
RUN = """
rules = engine.Rules("c-1", "t", engine.Mode.LOTTERY, (), (), (), engine.Randomness("s", "e", "2026-11-20T08:00:00Z"))
frozen = engine.frozen_hash(rules, [], [])
draw = engine.make_draw(b"1", call="c-1", frozen=frozen, entered_at="2026-12-01T08:00:00Z")
engine.build(engine.run(rules, [], [], draw, 1, None, "{path}"))
"""


def loaded_after(then: str) -> str:
    command = [sys.executable, "-c", PROBE.format(then=then)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_engine_loads_neither_django_nor_numpy_nor_randomness() -> None:
    assert loaded_after("") == "[]"


def test_the_reference_path_needs_no_numpy_and_the_fast_path_does() -> None:
    assert loaded_after(RUN.format(path="reference")) == "[]"
    assert "numpy" in loaded_after(RUN.format(path="fast"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_imports_only_the_engine_and_what_needs_no_world(module: Path) -> None:
    allowed = {"__future__", "allocations", "argparse", "collections", "dataclasses", "datetime", "enum", "hashlib"}
    allowed |= {"hmac", "itertools", "json", "os", "re", "struct", "sys", "typing", "unicodedata", "zlib"}
    if module.name in ("arrays.py", "line.py", "matching_fast.py", "queues.py"):
        allowed.add("numpy")
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.split(".")[0] for alias in node.names} <= allowed
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in allowed
            if (node.module or "").startswith("allocations"):
                assert (node.module or "").startswith("allocations.engine")
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("now", "today", "utcnow", "time", "urandom", "environ", "getenv")


def test_no_module_hides_one_of_the_standard_library_from_the_verifier() -> None:
    """`python allocations/engine/verify.py` puts this folder first in the search path."""
    assert not {path.stem for path in MODULES} & set(sys.stdlib_module_names)


@pytest.mark.parametrize("module", [path for path in MODULES if path.name != "verify.py"], ids=lambda path: path.name)
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
