"""What a reading is of and what it says; as plain JSON it is written into the audit record when the reading is approved,
and compared by `verify_programs`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from programs.choices import IndicatorKind, Series
from programs.models import BudgetLine, Indicator, Milestone, Reading, ReadingPart

Target = Milestone | BudgetLine | Indicator
COLUMN: Final = {Series.PHYSICAL: "milestone", Series.FINANCIAL: "budget_line", Series.INDICATOR: "indicator"}
"""The column of a reading that names what was measured."""
VALUES = ("percent", "allocated", "paid", "value", "numerator", "denominator")


def plain(value: Decimal | int | None) -> str | None:
    """A number as one text whatever its idle zeros: 12.50 and 12.5 are the same."""
    if value is None:
        return None
    return str(value) if isinstance(value, int) else format(value.normalize() + 0, "f")


def facts_of(reading: Reading, parts: Iterable[ReadingPart]) -> dict[str, Any]:
    """Target, month, values and parts of a reading; numbers as texts, empty ones left out."""
    values = {name: plain(getattr(reading, name)) for name in VALUES}
    return {
        "target": f"{reading.series}:{reading.milestone_id or reading.budget_line_id or reading.indicator_id}",
        "month": reading.month.isoformat(),
        "values": {name: value for name, value in values.items() if value is not None},
        "parts": sorted(_part(part) for part in parts),
    }


def _part(part: ReadingPart) -> str:
    place = f"county:{part.county_id}" if part.county_id else f"trade:{part.trade_id}" if part.trade_id else part.gender
    numbers = ("value", "numerator", "denominator")
    return " ".join([place, *(f"{name}={plain(getattr(part, name))}" for name in numbers)])


def names_of(series: str, target: Target) -> tuple[str, ...]:
    """Which values a reading of this target has."""
    if series == Series.PHYSICAL:
        return ("percent",)
    if series == Series.FINANCIAL:
        return ("allocated", "paid")
    return (
        ("numerator", "denominator")
        if isinstance(target, Indicator) and target.kind == IndicatorKind.RATIO
        else ("value",)
    )
