"""Starts the child process that opens a stranger's file, and understands its answer."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from core.files import limits
from core.files.errors import FileRefused, StorageFull

SCRIPT = Path(__file__).parent / "child" / "main.py"
_children = threading.BoundedSemaphore(limits.CHILDREN)


def process(kind: str, source: Path, folder: Path) -> dict[str, Any]:
    """Have `source` checked and made anew in `folder`: main.jpg and thumbnail.jpg, or main.pdf; their measures.

    Raises FileRefused, also when the child ran out of memory or time, and StorageFull.
    """
    command = [sys.executable, "-I", str(SCRIPT), kind, str(source), str(folder)]
    with _children:
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=limits.CHILD_SECONDS, cwd=folder, env={}
            )
        except subprocess.TimeoutExpired:
            raise FileRefused("too_complex") from None
    return _understand(done.stdout)


def _understand(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output)
    except ValueError:
        # Killed by one of its limits, or by the decoder's own crash.
        raise FileRefused("too_complex") from None
    if "refused" not in answer:
        result: dict[str, Any] = answer["ok"]
        return result
    if answer["refused"] == "no_space":
        raise StorageFull
    raise refusal(answer["refused"])


def refusal(code: str) -> FileRefused:
    """The refusal with the numbers its sentence needs."""
    numbers: dict[str, dict[str, Any]] = {
        "too_many_pixels": {"millions": limits.IMAGE_PIXELS // 1_000_000},
        "too_many_pages": {"pages": limits.PDF_PAGES},
    }
    return FileRefused(code, **numbers.get(code, {}))
