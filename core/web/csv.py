"""Tables as CSV, for spreadsheets of Persian offices.

UTF-8 with a byte order mark, which Excel needs to read Persian. A text that a spreadsheet would take for a formula is
written with an apostrophe before it: what a person typed into a form must not run on a colleague's computer.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from core.persian.dates import format_date, format_datetime
from core.persian.digits import to_ascii

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


def csv_text(header: Sequence[Any], rows: Iterable[Sequence[Any]]) -> str:
    """The table as text with its byte order mark; lines end with CRLF (RFC 4180)."""
    stream = io.StringIO()
    stream.write(BOM)
    writer = csv.writer(stream)
    writer.writerow([cell(value) for value in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return stream.getvalue()


def csv_response(filename: str, header: Sequence[Any], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The table as a file to fetch. `filename` is ASCII and ends with .csv."""
    response = HttpResponse(csv_text(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def cell(value: Any) -> str:
    """One value: numbers plain, days and moments in Jalali with Latin digits (1405/09/02 14:30), nothing for None."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return to_ascii(format_datetime(value, language="en"))
    if isinstance(value, dt.date):
        return to_ascii(format_date(value, language="en"))
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_MARKS) else text
