"""Habits of the house that can be read off the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("core", "accounts", "estates", "allocations", "training", "programs", "clinic", "portal")
EDGES = {"admin", "views", "api", "tasks", "jobs"}


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        for path in (PROJECT / package).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            # `from app import selectors` names the module app.selectors
            whole = "." not in node.module
            yield from (f"{node.module}.{name.name}" for name in node.names) if whole else (node.module,)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def module(path: Path) -> list[str]:
    return list(path.relative_to(PROJECT).with_suffix("").parts)


def app_of(parts: list[str]) -> tuple[str, ...]:
    """The app a module stands in: the innermost folder above it that has an apps.py."""
    for length in range(len(parts), 0, -1):
        if (PROJECT.joinpath(*parts[:length]) / "apps.py").exists():
            return tuple(parts[:length])
    return ()


def test_edges_of_an_app_do_not_import_each_other() -> None:
    wrong = []
    for path in sources():
        parts = module(path)
        room = parts[len(app_of(parts)) :][:1]
        if not room or room[0] not in EDGES:
            continue
        for name in imports(path):
            target = name.split(".")
            same = app_of(target) == app_of(parts)
            if same and target[len(app_of(target)) :][:1] and target[len(app_of(target))] in EDGES - set(room):
                wrong.append(f"{path.relative_to(PROJECT)} imports {name}")
    assert wrong == []


def test_from_another_app_only_models_selectors_and_services_are_imported() -> None:
    allowed = {
        "models",
        "selectors",
        "services",
        "choices",
        "permissions",
        "engine",
        "plans",  # of estates: geometry, values in and values out
        "notices",
        "forecast",
        "aggregation",
    }
    wrong = []
    for path in sources():
        parts = module(path)
        for name in imports(path) if parts[0] != "portal" else ():
            target = name.split(".")
            app = app_of(target)
            if not app or target[0] in {"core", "portal"} or app == app_of(parts):
                continue
            # Apps below one roof may share the roof's pure helpers (months, wording), but not its edges or its rules.
            shared = target[0] == parts[0] and not {*target[len(app) :]} & (EDGES | {"workflow", "policies", "forms"})
            if target[len(app) :][:1] and target[len(app)] not in allowed and not shared:
                wrong.append(f"{path.relative_to(PROJECT)} imports {name}")
    assert wrong == []


def test_every_folder_of_code_is_a_package() -> None:
    # Types and import contracts pass over a folder without this file, and nobody notices.
    missing = {path.parent for path in sources() if not (path.parent / "__init__.py").exists()}
    assert sorted(str(folder.relative_to(PROJECT)) for folder in missing) == []


def test_nothing_but_transitions_assigns_a_status_of_a_workflow() -> None:
    wrong = []
    for path in sources():
        if path.parts[-2:] == ("core", "transitions.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if not isinstance(node, ast.Assign):
                continue
            for target in node.targets:
                owner = target.value if isinstance(target, ast.Attribute) else None
                if isinstance(owner, ast.Name) and target.attr == "status" and owner.id in {"call", "application"}:
                    wrong.append(f"{path.relative_to(PROJECT)}:{node.lineno}")
    assert wrong == []


def test_production_code_does_not_rest_on_assert() -> None:
    wrong = [
        f"{path.relative_to(PROJECT)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.Assert)
    ]
    assert wrong == []


@pytest.mark.parametrize("package", ["core.persian", "allocations.engine"])
def test_pure_rooms_are_imported_without_django(package: str) -> None:
    source = f"import sys, {package}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", source], cwd=PROJECT).returncode == 0
