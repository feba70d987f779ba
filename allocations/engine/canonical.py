"""Canonical JSON: one value has exactly one sequence of bytes, in every program and every language.

UTF-8 without a mark, keys sorted by code point, ``,`` and ``:`` without space, strings in NFC, non-ASCII
as is, whole numbers in shortest decimal form. Inside strings only what must be escaped is escaped, the way
RFC 8785 does it (``\\"``, ``\\\\``, ``\\b \\t \\n \\f \\r``, other control characters as ``\\u00xx``).
Fractions are refused, and so are true and false: no field of the record has one, and Python would let them
pass for 1 and 0.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from allocations.engine.errors import EngineRefusal, Problem

MAX_INTEGER = 10**18
"""No whole number of a record is larger, so that every language reads it without loss."""

_MAX_DEPTH = 8
_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data`, lowercase hex."""
    return hashlib.sha256(data).hexdigest()


def dumps(value: object) -> bytes:
    """The canonical bytes of `value` (dict, list, tuple, str, int, None), without a final line feed.

    Strings are put into NFC. Raises EngineRefusal with ``NOT_CANONICAL`` for anything else.
    """
    try:
        return _encode(_plain(value, 0)).encode("utf-8")
    except UnicodeEncodeError:
        raise _refused("lone surrogate") from None


def dump_lines(objects: Iterable[Mapping[str, object]], *, key: str) -> bytes:
    """JSON Lines: one canonical object a line, each ended by LF, sorted by the bytes of field `key`."""
    lines = sorted((str(line[key]).encode("utf-8"), dumps(line)) for line in objects)
    return b"".join(line + b"\n" for _, line in lines)


def loads(data: bytes) -> dict[str, object]:
    """Read one canonical object; raises EngineRefusal when the bytes are not its canonical form."""
    value = _parse(data)
    if dumps(value) != data:
        raise _refused("not in canonical form")
    return value


def load_lines(data: bytes, *, key: str) -> list[dict[str, object]]:
    """Read canonical JSON Lines, sorted by field `key` without repetition."""
    if data and not data.endswith(b"\n"):
        raise _refused("last line has no line feed")
    objects = [loads(line) for line in data.split(b"\n")[:-1]]
    keys = [str(line.get(key)).encode("utf-8") for line in objects]
    for before, after in pairwise(keys):
        if before >= after:
            raise EngineRefusal(Problem("NOT_SORTED", key, {"before": before.decode(), "after": after.decode()}))
    return objects


def _plain(value: object, depth: int) -> object:
    """`value` in NFC and without subclasses, or a refusal."""
    if depth > _MAX_DEPTH:
        raise _refused("nested too deep")
    if isinstance(value, str):
        text = str(value)
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > MAX_INTEGER:
            raise _refused("whole number too large")
        return int(value)
    if isinstance(value, Mapping):
        plain = {_key(name): _plain(item, depth + 1) for name, item in value.items()}
        if len(plain) != len(value):
            raise _refused("two keys are one in NFC")
        return plain
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return [_plain(item, depth + 1) for item in value]
    raise _refused(f"type {type(value).__name__}")


def _key(name: object) -> str:
    if not isinstance(name, str):
        raise _refused("key is not a text")
    return unicodedata.normalize("NFC", str(name))


def _parse(data: bytes) -> dict[str, object]:
    try:
        value = json.loads(
            data.decode("utf-8"), parse_float=_no_fraction, parse_constant=_no_fraction, parse_int=_whole
        )
    except (ValueError, RecursionError) as error:
        if isinstance(error, EngineRefusal):
            raise
        raise _refused("not JSON in UTF-8") from None
    if not isinstance(value, dict):
        raise _refused("not an object")
    return value


def _no_fraction(text: str) -> object:
    raise _refused("fraction")


def _whole(text: str) -> int:
    if len(text) > 19 + text.startswith("-"):
        raise _refused("whole number too large")
    return int(text)


def _refused(why: str) -> EngineRefusal:
    return EngineRefusal(Problem("NOT_CANONICAL", "", {"why": why}))
