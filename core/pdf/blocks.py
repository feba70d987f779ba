"""Pieces of a paper as plain JSON for the templates (templates/pdf/pieces.typ); whatever stands in them is text already.

What only one app draws (lights, curves, radar charts) it adds as kinds of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Block = dict[str, Any]


def heading(text: str, level: int = 1) -> Block:
    """A heading; those of level 1 stand in the contents."""
    return {"kind": "heading", "text": text, "level": level}


def note(text: str) -> Block:
    """A quiet sentence."""
    return {"kind": "note", "text": text}


def lead(text: str) -> Block:
    """A sentence of its own."""
    return {"kind": "lead", "text": text}


def together(parts: Sequence[Block]) -> Block:
    """Parts that stay on one page."""
    return {"kind": "together", "parts": list(parts)}


def table(
    head: Sequence[str], rows: Sequence[Sequence[Any]], *, wide: Sequence[int] = (0,), empty: str = ""
) -> list[Block]:
    """A table; columns in `wide` take what room is left. `empty` stands where there is no row."""
    if not rows:
        return [note(empty)] if empty else []
    return [{"kind": "table", "head": list(head), "rows": [list(row) for row in rows], "wide": list(wide)}]


def facts(rows: Sequence[tuple[str, str]]) -> list[Block]:
    """Names with their values; empty values are left out."""
    shown = [[name, value] for name, value in rows if value]
    return [{"kind": "facts", "rows": shown}] if shown else []
