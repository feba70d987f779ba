"""The published record: eight files in one ZIP that has exactly one possible sequence of bytes.

The ZIP is written here and not by a library, because libraries put the platform's name, their version or the
time into headers. Every entry is stored, without extra fields or comments, dated 1980-01-01 (APPNOTE 6.3.10).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from allocations.engine import serial
from allocations.engine.canonical import sha256_hex
from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.values import Outcome

FILES = (
    "rules.json",
    "plots.jsonl",
    "applications.jsonl",
    "draw.json",
    "result.jsonl",
    "waiting.jsonl",
    "cutoffs.jsonl",
    "manifest.json",
)
MANIFEST = "manifest.json"
MAX_BYTES = 2**32 - 1

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_NEEDS, _MADE_BY, _MIDNIGHT, _1980_01_01 = 10, 3 << 8 | 10, 0, 0x21
_READABLE_FILE = 0o100644 << 16


def build(outcome: Outcome) -> bytes:
    """The record of a run, ready to be published. The same run always gives the same bytes."""
    return build_zip(outcome.files)


def manifest_sha256(outcome: Outcome) -> str:
    """What the public page and the audit chain state: SHA-256 of `manifest.json`, hex."""
    return sha256_hex(outcome.files[MANIFEST])


def build_zip(files: Mapping[str, bytes]) -> bytes:
    """The ZIP of exactly the eight files; raises EngineRefusal for others or when it passes 4 GiB."""
    if set(files) != set(FILES):
        raise EngineRefusal(Problem("WRONG_FILES", "record", {"given": tuple(sorted(files))}))
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in FILES:
        data, plain = files[name], name.encode("ascii")
        sizes = (zlib.crc32(data), len(data), len(data), len(plain))
        if offset + len(data) > MAX_BYTES - 10_000:
            raise EngineRefusal(Problem("RECORD_TOO_LARGE", "record", {"max": MAX_BYTES}))
        head = _LOCAL.pack(b"PK\3\4", _NEEDS, 0, 0, _MIDNIGHT, _1980_01_01, *sizes, 0)
        entry = (b"PK\1\2", _MADE_BY, _NEEDS, 0, 0, _MIDNIGHT, _1980_01_01, *sizes, 0, 0, 0, 0)
        directory.append(_CENTRAL.pack(*entry, _READABLE_FILE, offset) + plain)
        parts += [head, plain, data]
        offset += len(head) + len(plain) + len(data)
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(FILES), len(FILES), len(index), offset, 0)
    return b"".join([*parts, index, end])


def read_zip(data: bytes) -> dict[str, bytes]:
    """The eight files of a record; raises EngineRefusal when any byte is not as `build_zip` writes it."""
    files: dict[str, bytes] = {}
    offset = 0
    for name in FILES:
        start = offset + _LOCAL.size + len(name)
        if start > len(data):
            raise _damaged(name)
        size = _LOCAL.unpack_from(data, offset)[7]
        if data[start - len(name) : start] != name.encode("ascii") or start + size > len(data):
            raise _damaged(name)
        files[name] = data[start : start + size]
        offset = start + size
    if build_zip(files) != data:
        raise _damaged("")
    return files


def parse(data: bytes) -> Outcome:
    """Read a record back. Container, hashes and canonical form are checked here, the allocation is not:

    that is the verifier's part. Raises EngineRefusal.
    """
    files = read_zip(data)
    manifest = serial.parse_manifest(files[MANIFEST])
    hashes = {name: sha256_hex(content) for name, content in files.items() if name != MANIFEST}
    if dict(manifest.files) != hashes:
        wrong = tuple(sorted(name for name in hashes if manifest.files.get(name) != hashes[name]))
        raise EngineRefusal(Problem("WRONG_HASH", MANIFEST, {"files": wrong}))
    return Outcome(
        rules=serial.parse_rules(files["rules.json"]),
        plots=serial.parse_plots(files["plots.jsonl"]),
        applications=serial.parse_applications(files["applications.jsonl"]),
        draw=serial.parse_draw(files["draw.json"]),
        results=serial.parse_results(files["result.jsonl"]),
        waiting=serial.parse_waiting(files["waiting.jsonl"]),
        cutoffs=serial.parse_cutoffs(files["cutoffs.jsonl"]),
        manifest=manifest,
        files=files,
    )


def _damaged(name: str) -> EngineRefusal:
    return EngineRefusal(Problem("DAMAGED_RECORD", "record", {"entry": name}))
