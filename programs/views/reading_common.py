"""What the pages of readings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from programs.choices import Series
from programs.forms.readings import SheetForm
from programs.models import Programme
from programs.month_codes import code_of
from programs.selectors.readings import Line, Sheet

UNREADABLE: Final = 422


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the sheet as its template shows it."""

    line: Line
    boxes: Sequence[Any]
    parts: Sequence[Any]
    is_first_of_group: bool


def sections(sheet: Sheet, form: SheetForm | None) -> list[tuple[str, str, list[LineRow]]]:
    """Series, title and lines of each part of the sheet that has lines, with the boxes of `form`."""
    titles = {
        Series.PHYSICAL: _("Work done, in percent"),
        Series.FINANCIAL: _("Money, in rials"),
        Series.INDICATOR: _("Indicators"),
    }
    found = []
    for series, title in titles.items():
        rows, group = [], ""
        for line in sheet.of(series):
            boxes = form.boxes(line) if form is not None else []
            parts = list(form.part_boxes(line)) if form is not None else []
            rows.append(LineRow(line, boxes, parts, line.group != group))
            group = line.group
        if rows:
            found.append((str(series), title, rows))
    return found


def sheet_url(programme: Programme, month: date) -> str:
    """Address of the sheet of a programme and month."""
    query = urlencode({"programme": programme.slug, "month": code_of(month)})
    return f"{reverse('readings:new')}?{query}"
