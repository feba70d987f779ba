"""Reading a spreadsheet of members: a table with known headings, as texts. Nothing of it is trusted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import InvalidInput
from core.persian.calendar import JalaliDate
from core.persian.text import normalise, search_key

MOST_BYTES: Final = 2_000_000
MOST_UNPACKED: Final = 40_000_000
"""A small file can unpack to more than the machine has."""
MOST_ROWS: Final = 1_000

HEADINGS: Final = {
    "name": "نام واحد",
    "role": "جایگاه در زنجیره",
    "county": "شهرستان",
    "trade": "رشته",
    "staff": "شمار شاغلان",
    "joined_on": "تاریخ عضویت",
    "contact_name": "نام رابط",
    "phone": "تلفن",
    "address": "نشانی",
    "is_public": "نمایش نام برای همه",
}
"""Column → heading. The sheet is Persian, as those who fill it in are."""
NEEDED: Final = ("name", "role", "county", "joined_on")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty: its number as the spreadsheet counts, and its texts by column."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)


class SheetUnreadable(InvalidInput):
    """The file is no table of members."""

    default_message = _("The file could not be read as an Excel sheet (.xlsx).")
    default_code = "sheet_unreadable"


def read(content: bytes) -> list[SheetRow]:
    """The rows of the first sheet of an .xlsx file below its heading. Raises SheetUnreadable."""
    _check_size(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        lines = list(_lines(book))
    except SheetUnreadable:
        raise
    # A broken or hostile file can fail anywhere inside the library, with whatever error.
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
    ) as error:
        raise SheetUnreadable() from error
    if not lines:
        raise SheetUnreadable(_("The sheet is empty."))
    columns = _columns(lines[0][1])
    return [
        SheetRow(number, cells)
        for number, values in lines[1:]
        if any((cells := {name: text(values[at]) for name, at in columns.items() if at < len(values)}).values())
    ]


def empty_sheet() -> bytes:
    """A sheet with the headings, to be filled in."""
    book = Workbook()
    page = book.active
    page.sheet_view.rightToLeft = True
    page.title = "اعضا"
    page.append(list(HEADINGS.values()))
    for column in range(1, len(HEADINGS) + 1):
        page.column_dimensions[page.cell(1, column).column_letter].width = 22
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def text(value: Any) -> str:
    """A cell as text: a date in Jalali, a whole number without places."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return JalaliDate.from_date(value).isoformat().replace("-", "/")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return normalise(str(value))


def _check_size(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise SheetUnreadable(_("The file is larger than 2 MB."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise SheetUnreadable() from error
    if unpacked > MOST_UNPACKED:
        raise SheetUnreadable(_("The sheet is too large."))


def _lines(book: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
        if number > MOST_ROWS + 1:
            raise SheetUnreadable(_("The sheet has more than %(most)s rows."), params={"most": MOST_ROWS})
        yield number, values


def _columns(heading: tuple[Any, ...]) -> dict[str, int]:
    found = {search_key(text(value)): at for at, value in enumerate(heading) if text(value)}
    columns = {name: found[search_key(title)] for name, title in HEADINGS.items() if search_key(title) in found}
    missing = [HEADINGS[name] for name in NEEDED if name not in columns]
    if missing:
        raise SheetUnreadable(
            _("The sheet lacks these columns: %(columns)s. Take the empty sheet from this page."),
            params={"columns": "، ".join(missing)},
        )
    return columns
