"""Do the tests bite? Changes one place of a module at a time and asks whether its tests notice.

python benchmarks/mutation.py                           every target (half an hour; nothing of the tree is touched)
python benchmarks/mutation.py allocations/engine/draw.py    one of them

Each change is one small mistake: a comparison, a sign, a number, a missing line. Prints what survived and the share
of killed ones. A survivor is either a test that is missing or a change that means nothing; only people can tell.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import hypothesis.strategies  # noqa: F401  (here, because a child imports it for every mistake)
import numpy  # noqa: F401
import pytest

ROOT = Path(__file__).resolve().parents[1]
PURE = ("-p", "no:django", "--noconftest", "--hypothesis-seed=0")
"""Tests of pure rooms start faster without Django."""
TARGETS: dict[str, tuple[str, ...]] = {
    "allocations/engine/scoring.py": ("tests/allocations/engine/test_scoring.py", *PURE),
    "allocations/engine/draw.py": ("tests/allocations/engine/test_draw.py", *PURE),
    "allocations/engine/line.py": (
        "tests/allocations/engine/test_line.py",
        "tests/allocations/engine/test_matching.py",
        *PURE,
    ),
    "allocations/engine/matching_reference.py": ("tests/allocations/engine/test_matching.py", *PURE),
    "core/transitions.py": ("tests/core/test_transitions.py",),
}
PATIENCE = 5
"""After how many times the time of the unchanged module a test that hangs has noticed."""
LONGEST = 600.0
"""Seconds the tests of the unchanged module may take."""

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}

Change = Callable[[Any], ast.AST | None]
"""Gets a node of a fresh tree and changes it, or returns what stands in its place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the place of its node in the walk, its line, and what is done."""

    place: int
    line: int
    name: str
    change: Change


def changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """The mistakes that can be made at one node."""
    for field in ("op", "ops"):
        found = getattr(node, field, None)
        for i, operator in enumerate(found if isinstance(found, list) else [found]):
            if type(operator) in SWAPS:
                other = SWAPS[type(operator)]
                yield f"{type(operator).__name__} → {other.__name__}", _swap(field, i, other)
    if isinstance(node, ast.Break | ast.Continue):
        yield "break ↔ continue", lambda old: ast.copy_location(SWAPS[type(old)](), old)
    if isinstance(node, ast.UnaryOp):
        yield f"without {type(node.op).__name__}", lambda old: old.operand
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield "condition turned round", _negate
    if isinstance(node, ast.Constant) and node.value not in (None, ...):
        yield f"{node.value!r} changed", _other_value
    if isinstance(node, ast.Return) and node.value is not None:
        yield "returns nothing", _set("value", lambda: ast.Constant(None))
    if isinstance(node, ast.Expr | ast.Raise | ast.AugAssign):
        yield "line left out", lambda old: ast.copy_location(ast.Pass(), old)
    if isinstance(node, ast.Assign):
        yield "nothing assigned", _set("value", lambda: ast.Constant(None))


def _swap(field: str, place: int, other: type[ast.AST]) -> Change:
    def change(node: Any) -> None:
        if isinstance(getattr(node, field), list):
            getattr(node, field)[place] = other()
        else:
            setattr(node, field, other())

    return change


def _set(field: str, value: Callable[[], ast.AST]) -> Change:
    def change(node: Any) -> None:
        setattr(node, field, value())

    return change


def _negate(node: Any) -> None:
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _other_value(node: Any) -> None:
    if isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node.value, int):
        node.value += 1
    else:
        node.value = node.value + node.value[:1] + type(node.value)(b"x" if isinstance(node.value, bytes) else "x")


def mutants(source: str) -> list[Mutant]:
    """Every mistake in a module. Annotations, decorators, imports, docstrings and parts of f-strings are let alone."""
    tree = ast.parse(source)
    apart: set[int] = set()
    for node in ast.walk(tree):
        still = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        still += getattr(node, "decorator_list", [])
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            still.append(node)
        if isinstance(node, ast.JoinedStr):
            still += [part for part in node.values if isinstance(part, ast.Constant)]
        if isinstance(node, ast.FormattedValue):
            still.append(node.format_spec)
        for one in filter(None, still):
            apart |= {id(part) for part in ast.walk(one)}
    return [
        Mutant(place, getattr(node, "lineno", 0), name, change)
        for place, node in enumerate(ast.walk(tree))
        if id(node) not in apart
        for name, change in changes(node)
    ]


def mutated(source: str, mutant: Mutant) -> str:
    """The module with one mistake."""
    tree = ast.parse(source)
    target = list(ast.walk(tree))[mutant.place]
    put = mutant.change(target)
    if put is not None:
        for node in ast.walk(tree):
            for field, value in ast.iter_fields(node):
                if value is target:
                    setattr(node, field, put)
                elif isinstance(value, list) and target in value:
                    value[value.index(target)] = put
    return ast.unparse(ast.fix_missing_locations(tree))


def copy_of_tree(place: Path) -> None:
    """The files that are in version control, with the servers of this folder."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    for name in filter(None, names):
        path = ROOT / name.decode()
        if path.is_file():
            (place / name.decode()).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place / name.decode())
    for shared in (".data", "node_modules"):
        if (ROOT / shared).exists():
            (place / shared).symlink_to(ROOT / shared)


def notices(place: Path, tests: tuple[str, ...], patience: float) -> bool:
    """Whether the tests fail in this copy. What takes long to import is imported once, before the process parts."""
    child = os.fork()
    if not child:
        _run(place, tests)
    until = time.monotonic() + patience
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(place: Path, tests: tuple[str, ...]) -> NoReturn:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(place)
    sys.path[0] = str(place)
    sys.dont_write_bytecode = True
    os.environ["PORTAL_TEST_DB"] = "test_mutation"
    verdict = 1
    try:
        verdict = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]))
    finally:  # whatever a mistake raises must not reach what the parent has still to tidy
        os._exit(verdict)


def measure(place: Path, name: str) -> dict[str, object]:
    """Try every mistake in one module; prints the survivors."""
    path, tests = place / name, TARGETS[name]
    source = path.read_text("utf8")
    begun = time.monotonic()
    if notices(place, tests, LONGEST):
        raise SystemExit(f"the tests of {name} fail before anything is changed")
    patience = max(10.0, PATIENCE * (time.monotonic() - begun))
    killed, found = 0, mutants(source)
    for mutant in found:
        path.write_text(mutated(source, mutant), "utf8")
        if notices(place, tests, patience):
            killed += 1
        else:
            line = source.splitlines()[mutant.line - 1].strip() if mutant.line else ""
            print(f"survived {name}:{mutant.line} {mutant.name}: {line}", flush=True)
    path.write_text(source, "utf8")
    return {"module": name, "mutants": len(found), "killed": killed, "percent": round(100 * killed / len(found), 1)}


def main() -> None:
    """All targets, or those that are named."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy_of_tree(Path(folder))
        for name in sys.argv[1:] or TARGETS:
            print(json.dumps(measure(Path(folder), name)), flush=True)


if __name__ == "__main__":
    main()
