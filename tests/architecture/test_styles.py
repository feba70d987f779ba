"""Styles are right to left from the start: no rule names a left or a right side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = sorted((Path(__file__).resolve().parents[2] / "static" / "css").glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right)\s*:"
    r"|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)"
)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_physical_sides(path: Path) -> None:
    lines = path.read_text("utf8").splitlines()
    assert [f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if PHYSICAL.search(line)] == []
