"""Habits of the house that can be read off the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("core", "accounts", "estates", "allocations", "training", "programs", "portal")
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


def test_edges_of_an_app_do_not_import_each_other() -> None:
    wrong = []
    for path in sources():
        parts = module(path)
        if len(parts) < 2 or parts[1] not in EDGES:
            continue
        for name in imports(path):
            target = name.split(".")
            if target[0] == parts[0] and len(target) > 1 and target[1] in EDGES - {parts[1]}:
                wrong.append(f"{path.relative_to(PROJECT)} imports {name}")
    assert wrong == []


def test_from_another_app_only_models_selectors_and_services_are_imported() -> None:
    allowed = {"models", "selectors", "services", "choices", "permissions", "engine", "notices"}
    apps = {"accounts", "estates", "allocations"}
    wrong = []
    for path in sources():
        parts = module(path)
        if parts[0] == "portal":
            continue
        for name in imports(path):
            target = name.split(".")
            if target[0] in apps and target[0] != parts[0] and (len(target) < 2 or target[1] not in allowed):
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
