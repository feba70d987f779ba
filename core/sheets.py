"""Reading a spreadsheet that somebody filled in: a table with known headings, as texts. Nothing of it is trusted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import InvalidInput, Text
from core.persian.calendar import JalaliDate
from core.persian.text import normalise, search_key

MOST_BYTES: Final = 2_000_000
MOST_UNPACKED: Final = 40_000_000
"""A small file can unpack to more than the machine has."""
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty: its number as the spreadsheet counts, and its texts by column."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row of a sheet; `row` as the spreadsheet counts, `column` its heading ("" for the row)."""

    row: int
    column: str
    message: Text


class SheetUnreadable(InvalidInput):
    """The file is no table of the kind that is asked for."""

    default_message = _("The file could not be read as an Excel sheet (.xlsx).")
    default_code = "sheet_unreadable"


class SheetRefused(InvalidInput):
    """The sheet has errors; nothing of it was brought in."""

    default_message = _("The sheet has errors and was not brought in. Nothing has changed.")
    default_code = "sheet_refused"

    def __init__(self, rows: Sequence[RowError], **options: Any) -> None:
        super().__init__(**options)
        self.rows = list(rows)


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of sheet: column → heading in its order (Persian, as those who fill it in are), the columns no sheet may lack,
    the most rows it may have, and the name of its page."""

    headings: Mapping[str, str]
    needed: Sequence[str]
    most_rows: int
    title: str

    def read(self, content: bytes) -> list[SheetRow]:
        """The rows of the first sheet of an .xlsx file below its heading. Raises SheetUnreadable."""
        _check_size(content)
        try:
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            lines = list(self._lines(book))
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
        columns = self._columns(lines[0][1])
        return [
            SheetRow(number, cells)
            for number, values in lines[1:]
            if any((cells := {name: text(values[at]) for name, at in columns.items() if at < len(values)}).values())
        ]

    def empty(self) -> bytes:
        """A sheet with the headings, to be filled in."""
        book = Workbook()
        page = book.active
        page.sheet_view.rightToLeft = True
        page.title = self.title
        page.append(list(self.headings.values()))
        for column in range(1, len(self.headings) + 1):
            page.column_dimensions[page.cell(1, column).column_letter].width = 22
        stream = BytesIO()
        book.save(stream)
        return stream.getvalue()

    def _lines(self, book: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
        for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            if number > self.most_rows + 1:
                raise SheetUnreadable(_("The sheet has more than %(most)s rows."), params={"most": self.most_rows})
            yield number, values

    def _columns(self, heading: tuple[Any, ...]) -> dict[str, int]:
        found = {search_key(text(value)): at for at, value in enumerate(heading) if text(value)}
        columns = {
            name: found[search_key(title)] for name, title in self.headings.items() if search_key(title) in found
        }
        missing = [self.headings[name] for name in self.needed if name not in columns]
        if missing:
            raise SheetUnreadable(
                _("The sheet lacks these columns: %(columns)s. Take the empty sheet from this page."),
                params={"columns": "، ".join(missing)},
            )
        return columns


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
