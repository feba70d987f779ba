"""Who has looked at a case and its files, for the unit to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from clinic.cases.files import files_of
from clinic.cases.models import Case
from clinic.cases.tabs import label_of
from core.files.models import FileAccess

MOST = 200


@dataclass(frozen=True, slots=True)
class LookLine:
    """One look: who, as whom, at what, when; several at the same thing within one minute are one line."""

    at: datetime
    by: str
    standing: str
    what: str
    is_file: bool


def looks_of(case: Case) -> list[LookLine]:
    """The newest MOST looks of staff at pages and files of the case. 2 queries, and one for each kind of files."""
    lines = [
        LookLine(row.at, row.by.display_name, row.get_standing_display(), label_of(row.part), False)
        for row in case.looks.select_related("by")[:MOST]
    ]
    files = FileAccess.objects.filter(file__in=files_of(case), by__isnull=False).exclude(purpose="cases.own_file")
    lines += [
        LookLine(row.at, row.by.display_name, "", row.file.original_name, True)
        for row in files.select_related("by", "file")[:MOST]
        if row.by is not None
    ]
    lines.sort(key=lambda line: line.at, reverse=True)
    return _merged(lines)[:MOST]


def _merged(lines: list[LookLine]) -> list[LookLine]:
    found: list[LookLine] = []
    seen: dict[tuple[Any, ...], datetime] = {}
    for line in lines:
        key = (line.by, line.standing, line.what, line.at.replace(second=0, microsecond=0))
        if key not in seen:
            seen[key] = line.at
            found.append(line)
    return found
