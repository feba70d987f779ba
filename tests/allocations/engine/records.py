"""The record of the worked example, and ways to spoil it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from allocations.engine import build, record, verify
from allocations.engine.canonical import dump_lines, dumps, sha256_hex
from tests.allocations.engine import worlds

OUTCOME = worlds.golden().run()
RECORD = build(OUTCOME)
KEYS = {"plots": "plot", "applications": "application", "result": "application", "waiting": "plot", "cutoffs": "plot"}


def verdict(path: Path, data: bytes, **options: str | None) -> tuple[bool, list[str]]:
    target = path / "record.zip"
    target.write_bytes(data)
    said: list[str] = []
    asked = {"manifest": None, "previous": None, "me": None, **options}
    return verify.verify(str(target), say=said.append, **asked), said


def rehashed(changes: dict[str, bytes], **manifest: object) -> bytes:
    """The record with some files changed and the manifest's hashes made to fit."""
    files = {**OUTCOME.files, **changes}
    stated = json.loads(files["manifest.json"])
    stated["files"] = {name: sha256_hex(data) for name, data in files.items() if name != "manifest.json"}
    files["manifest.json"] = dumps({**stated, **manifest})
    return record.build_zip(files)


def edited(name: str, place: int, change: Callable[[dict[str, object]], object]) -> bytes:
    """The record with one object of one file changed, canonical and re-hashed."""
    data = OUTCOME.files[name]
    if name.endswith(".json"):
        value = json.loads(data)
        change(value)
        return rehashed({name: dumps(value)})
    rows = [json.loads(line) for line in data.splitlines()]
    change(rows[place])
    return rehashed({name: dump_lines(rows, key=KEYS[name.split(".")[0]])})
