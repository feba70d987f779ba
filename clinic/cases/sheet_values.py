"""The check every data sheet passes before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import SheetKind
from clinic.cases.sheets import LENGTHS, LIMITS, MOST_ROWS, SHEETS, Item, Kind
from core.errors import InvalidInput
from core.persian.text import normalise


def clean(kind: str, items: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The stored form of a sheet. Rows without any value are left out.

    Raises InvalidInput with the errors of each field: `<name>`, or `rows_<n>_<name>` with n from 0.
    """
    if kind not in SheetKind.values:
        raise InvalidInput(code="unknown_sheet")
    sheet = SHEETS[SheetKind(kind)]
    errors: dict[str, list[Any]] = {}
    data: dict[str, Any] = {"items": _values(sheet.items, items, errors, ""), "rows": []}
    filled = [(place, row) for place, row in enumerate(rows) if any(v not in (None, "") for v in row.values())]
    if len(filled) > MOST_ROWS or (filled and not sheet.columns):
        raise InvalidInput(_("There are too many rows."), code="too_many_rows")
    data["rows"] = [_values(sheet.columns, row, errors, f"rows_{place}_") for place, row in filled]
    if sheet.columns and not filled:
        errors["__all__"] = [_("Fill in at least one row.")]
    if not errors:
        _refuse_contradictions(sheet.kind, data, [place for place, _row in filled], errors)
    if errors:
        raise InvalidInput(errors=errors)
    return data


def _values(
    wanted: tuple[Item, ...], given: Mapping[str, Any], errors: dict[str, list[Any]], prefix: str
) -> dict[str, Any]:
    unknown = set(given) - {item.name for item in wanted}
    if unknown:
        raise TypeError(f"not in this sheet: {', '.join(sorted(unknown))}")
    kept: dict[str, Any] = {}
    for item in wanted:
        value = given.get(item.name)
        if value in (None, "") or (isinstance(value, str) and not value.strip()):
            if item.required:
                errors[prefix + item.name] = [_("This field is required.")]
            continue
        try:
            kept[item.name] = _READ[item.kind](item.kind, value)
        except (ValueError, TypeError, InvalidOperation):
            errors[prefix + item.name] = [_("This value does not fit. Check what you typed.")]
    return kept


def _text(kind: Kind, value: Any) -> str:
    text = normalise(str(value), multiline=kind is Kind.LONG)
    if not text or len(text) > LENGTHS[kind]:
        raise ValueError(kind)
    return text


def _whole(kind: Kind, value: Any) -> int:
    if isinstance(value, bool):
        raise ValueError(kind)
    number = _within(kind, Decimal(str(value)))
    if number != number.to_integral_value():
        raise ValueError(kind)
    return int(number)


def _decimal(kind: Kind, value: Any) -> str:
    number = _within(kind, Decimal(str(value)))
    return format(round(number, 2).normalize(), "f")


def _within(kind: Kind, number: Decimal) -> Decimal:
    least, most = LIMITS[kind]
    if not number.is_finite() or not least <= number <= most:
        raise ValueError(kind)
    return number


def _day(kind: Kind, value: Any) -> str:
    return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()


_READ: Final[dict[Kind, Callable[[Kind, Any], Any]]] = {
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.INTEGER: _whole,
    Kind.RIALS: _whole,
    Kind.YEAR: _whole,
    Kind.DECIMAL: _decimal,
    Kind.PERCENT: _decimal,
    Kind.DATE: _day,
}


def _refuse_contradictions(
    kind: SheetKind, data: dict[str, Any], places: list[int], errors: dict[str, list[Any]]
) -> None:
    """What each value allows and all of them together do not."""
    items = data["items"]
    if kind is SheetKind.DEBTS and items["bank_overdue"] > items["bank"]:
        errors["bank_overdue"] = [_("No more can be overdue than is owed.")]
    if kind is SheetKind.SALES:
        years = [row["year"] for row in data["rows"]]
        for number, (place, row) in enumerate(zip(places, data["rows"], strict=True)):
            if row["year"] in years[:number]:
                errors[f"rows_{place}_year"] = [_("This year stands in the table twice.")]
            if row.get("export", 0) > row["amount"]:
                errors[f"rows_{place}_export"] = [_("No more can be exported than was sold.")]
