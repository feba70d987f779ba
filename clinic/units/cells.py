"""Cells of a sheet as values: what is wrong with one is said in a sentence for the person who filled it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from clinic.units.models.reading import MOST_CAPACITY
from core.errors import Text
from core.persian.dates import parse_date
from core.persian.digits import parse_decimal, parse_integer
from core.persian.errors import PersianValueError
from core.persian.money import parse_rials

Wrong = Callable[[str, Text], None]
"""Notes what is wrong with a column of this row."""

MOST_PEOPLE: Final = 100_000
MOST_KWH: Final = 2_000_000_000

_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "nominal_capacity": lambda text: parse_decimal(text, places=2, minimum=Decimal("0.01"), maximum=10**11),
    "licensed_staff": lambda text: parse_integer(text, minimum=1, maximum=MOST_PEOPLE),
    "actual_capacity_percent": lambda text: parse_decimal(
        text.rstrip("%٪ "), places=2, minimum=0, maximum=MOST_CAPACITY
    ),
    "staff": lambda text: parse_integer(text, minimum=0, maximum=MOST_PEOPLE),
    "insured_staff": lambda text: parse_integer(text, minimum=0, maximum=MOST_PEOPLE),
    "power_kwh": lambda text: parse_integer(text, minimum=0, maximum=MOST_KWH),
    "sales_rials": parse_rials,
    "arrears_bank": parse_rials,
    "arrears_tax": parse_rials,
    "arrears_insurance": parse_rials,
}
DATES: Final = ("licence_date", "founded_on", "measured_on")
LENGTHS: Final = {
    "name": 160, "place": 300, "licence_number": 30, "products": 300, "capacity_unit": 40,
}  # fmt: skip
"""Longest text of a column."""


def number(column: str, text: str, wrong: Wrong) -> Any:
    """The number in a cell; None for an empty or a wrong one."""
    if not text:
        return None
    try:
        return _READERS[column](text)
    except PersianValueError as error:
        bounds = error.code in ("below_minimum", "above_maximum")
        wrong(column, _("This number is not possible.") if bounds else _("Type a number."))
        return None


def day(column: str, text: str, today: date, wrong: Wrong) -> date | None:
    """The Jalali date in a cell; None for an empty or a wrong one, and for a day that has not come."""
    if not text:
        return None
    try:
        found = parse_date(text).to_date()
    except PersianValueError:
        wrong(column, _("Write a Jalali date, for example 1404/07/15."))
        return None
    if found > today:
        wrong(column, _("This day has not come yet."))
        return None
    return found


def words(column: str, text: str, wrong: Wrong) -> str:
    """The text in a cell."""
    if len(text) > LENGTHS[column]:
        wrong(column, _("This text is too long."))
        return ""
    return text
