"""Opens one file of a stranger. Run as a script, isolated: `python -I main.py image|pdf SOURCE FOLDER`.

Its limits are set before a single byte is read; a bomb kills this process and nothing else. The answer is one line of
JSON: {"ok": {...}} or {"refused": code}. No line: it was killed.
"""

from __future__ import annotations

import errno
import json
import resource
import sys
from pathlib import Path

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def _limit(memory: int, cpu: int, output: int) -> None:
    for name, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(name, (value, value))


def _answer(kind: str, source: Path, folder: Path) -> dict[str, object]:
    from core.files.child.refusal import Refusal

    try:
        if kind == "pdf":
            from core.files.child import pdfs

            return {"ok": pdfs.process(source, folder)}
        from core.files.child import images

        return {"ok": images.process(source, folder)}
    except Refusal as refusal:
        return {"refused": refusal.code}
    except MemoryError:
        return {"refused": "too_complex"}
    except OSError as error:
        return {"refused": "no_space" if error.errno in NO_SPACE else "broken"}


def main(arguments: list[str]) -> None:
    """Set the limits, do the work, print the answer."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from core.files import limits

    _limit(limits.CHILD_MEMORY, limits.CHILD_CPU_SECONDS, limits.CHILD_OUTPUT)
    kind, source, folder = arguments
    print(json.dumps(_answer(kind, Path(source), Path(folder))))


if __name__ == "__main__":
    main(sys.argv[1:])
