"""The sheet members are brought in from."""

from __future__ import annotations

from typing import Final

from core.sheets import MOST_BYTES, MOST_UNPACKED, Layout, SheetRow, SheetUnreadable

__all__ = ["HEADINGS", "MOST_BYTES", "MOST_ROWS", "MOST_UNPACKED", "SheetRow", "SheetUnreadable", "empty_sheet", "read"]

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
_LAYOUT: Final = Layout(
    headings=HEADINGS, needed=("name", "role", "county", "joined_on"), most_rows=MOST_ROWS, title="اعضا"
)
read = _LAYOUT.read
empty_sheet = _LAYOUT.empty
