"""Numbers and values of a report in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from clinic.cases.selectors.diagnosis import Value
from clinic.cases.sheets import Kind
from core.fields.language import active_language, local_digits, with_percent
from core.persian.digits import format_number
from core.persian.money import format_rials
from core.wording import day_text

UNKNOWN = "–"


def number(value: Decimal | int | None) -> str:
    """A number without idle zeros; a dash for none."""
    if value is None:
        return UNKNOWN
    plain = value if isinstance(value, int) else Decimal(format(Decimal(value).normalize(), "f"))
    return format_number(plain, language=active_language())


def score(value: Decimal | None) -> str:
    """A score with one place; a dash for none."""
    return UNKNOWN if value is None else format_number(round(value, 1), language=active_language())


def percent(value: Decimal | int | None) -> str:
    """A percentage; a dash for none."""
    return UNKNOWN if value is None else with_percent(number(value))


def rials(value: int | None) -> str:
    """An amount of rials with its unit; a dash for none."""
    return UNKNOWN if value is None else format_rials(int(value), language=active_language())


def value_text(one: Value) -> str:
    """A value of a data sheet; a dash for none."""
    value: Any = one.value
    if value is None or value == "":
        return UNKNOWN
    kind = one.item.kind
    if kind is Kind.RIALS:
        return rials(value)
    if kind is Kind.DATE:
        return day_text(value)
    if kind is Kind.PERCENT:
        return percent(value)
    if kind in (Kind.INTEGER, Kind.DECIMAL):
        return f"{number(value)} {one.item.unit}".strip()
    return local_digits(value)


def version_text(version: int) -> str:
    """The number of a version."""
    return _("Version %(number)s") % {"number": local_digits(version)}
