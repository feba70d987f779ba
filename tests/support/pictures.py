"""The factories' pictures: made anew by the real child process once, remembered afterwards.

Thousands of tests hand in a paper on their way to something else, and each opening of a file starts a process. The child's
answer depends on nothing but the file, so the second time the same picture comes its files are copied. What is refused is
never remembered, and the tests of the intake itself (tests/core/files) do without this.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Process = Callable[[str, Path, Path], dict[str, Any]]
DIFFERENT = 64
"""So many pictures the factories have; nobody hands in more of them in one test."""
_made: dict[tuple[str, str], tuple[dict[str, Any], dict[str, bytes]]] = {}


def remembering(process: Process) -> Process:
    """`process` of core.files.sandbox, asked once for each file."""

    def remembered(kind: str, source: Path, folder: Path) -> dict[str, Any]:
        key = kind, hashlib.sha256(source.read_bytes()).hexdigest()
        if key not in _made:
            before = set(folder.iterdir())
            measures = process(kind, source, folder)
            _made[key] = measures, {path.name: path.read_bytes() for path in set(folder.iterdir()) - before}
            return measures
        measures, files = _made[key]
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return measures

    return remembered
