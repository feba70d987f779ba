"""Values of a reading as its columns want them, or a refusal that names the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from accounts.choices import Gender
from core.persian.money import MOST_RIALS
from estates.models import County, Trade
from programs.choices import HUNDRED, Dimension, IndicatorKind, Series
from programs.errors import ReadingRefused
from programs.models import BudgetLine, Indicator, Milestone, ReadingPart
from programs.reading_facts import Target, names_of
from programs.reading_policies import number as number_text

MODEL: Final[dict[Series, Any]] = {
    Series.PHYSICAL: Milestone,
    Series.FINANCIAL: BudgetLine,
    Series.INDICATOR: Indicator,
}
MOST: Final = Decimal(10) ** 14


@dataclass(frozen=True, slots=True)
class PartValue:
    """A part of an indicator's reading: `code` is the slug of a county, a gender or the code of a trade."""

    dimension: str
    code: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def checked(series: str, target: Target, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a reading. Raises ReadingRefused: missing, negative, beyond 100, paid beyond allocated, no denominator."""
    names = names_of(series, target)
    unknown = set(values) - set(names)
    if unknown:
        raise TypeError(f"not a value of this reading: {', '.join(sorted(unknown))}")
    columns = {name: _number(name, values.get(name)) for name in names}
    if series == Series.PHYSICAL:
        _check_percent(columns["percent"])
    elif series == Series.FINANCIAL:
        return _money(columns)
    elif isinstance(target, Indicator):
        _check_places(target, columns)
    return columns


def checked_parts(target: Target, columns: Mapping[str, Any], parts: Iterable[PartValue]) -> list[ReadingPart]:
    """Unsaved parts of a reading. Raises ReadingRefused when they do not add up to the value, dimension by dimension."""
    given = list(parts)
    if not given:
        return []
    if not isinstance(target, Indicator):
        raise ReadingRefused(_("Only readings of indicators are broken down."), field="parts", code="no_parts")
    names = names_of(Series.INDICATOR, target)
    for dimension in sorted({part.dimension for part in given}):
        mine = [part for part in given if part.dimension == dimension]
        if dimension not in target.dimensions or len({part.code for part in mine}) != len(mine):
            raise ReadingRefused(
                _("This indicator is not broken down so, or one part comes twice."), field="parts", code="part_twice"
            )
        for part in mine:
            for name in names:
                _number("parts", getattr(part, name))
        _check_sum(target, columns, mine, dimension)
    places = _places(given)
    return [ReadingPart(**places[part.dimension, part.code], **{n: getattr(part, n) for n in names}) for part in given]


def _check_sum(target: Indicator, columns: Mapping[str, Any], parts: Sequence[PartValue], dimension: str) -> None:
    if target.kind == IndicatorKind.AVERAGE:
        return  # averages of parts do not add up to the average of the whole
    for name, whole in columns.items():
        total = sum((getattr(part, name) for part in parts), Decimal(0))
        if total != whole:
            raise ReadingRefused(
                _("The parts by %(dimension)s add up to %(sum)s, not to %(value)s."),
                field="parts",
                code="parts_do_not_add_up",
                params={
                    "dimension": Dimension(dimension).label,
                    "sum": number_text(total),
                    "value": number_text(whole),
                },
            )


def _places(parts: Iterable[PartValue]) -> dict[tuple[str, str], dict[str, Any]]:
    """Columns of each part by (dimension, code), in two queries. Raises ReadingRefused for an unknown place."""
    wanted = {(part.dimension, part.code) for part in parts}
    codes: dict[str, list[str]] = {
        name: [code for dimension, code in wanted if dimension == name] for name in Dimension.values
    }
    found: dict[tuple[str, str], dict[str, Any]] = {
        (str(Dimension.GENDER), code): {"gender": code} for code in codes[Dimension.GENDER] if code in Gender.values
    }
    for county in County.objects.filter(slug__in=codes[Dimension.COUNTY]):
        found[str(Dimension.COUNTY), county.slug] = {"county": county}
    for trade in Trade.objects.filter(code__in=codes[Dimension.TRADE]):
        found[str(Dimension.TRADE), trade.code] = {"trade": trade}
    if wanted - set(found):
        raise ReadingRefused(_("There is no such part."), field="parts", code="unknown_part")
    return found


def _number(name: str, value: Any) -> Decimal:
    if value is None or value == "":
        raise ReadingRefused(_("Enter a number."), field=name, code="missing")
    try:
        number = Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        raise ReadingRefused(_("Enter a number."), field=name, code="no_number") from None
    if not number.is_finite() or number < 0:
        raise ReadingRefused(_("Enter a number that is not below zero."), field=name, code="negative")
    if number >= MOST and name not in ("allocated", "paid"):
        raise ReadingRefused(_("This number is too large."), field=name, code="too_large")
    return number


def _check_percent(percent: Decimal) -> None:
    if percent > HUNDRED:
        raise ReadingRefused(_("Progress cannot be more than 100 percent."), field="percent", code="beyond_100")
    if percent != percent.quantize(Decimal("0.01")):
        raise ReadingRefused(_("Give at most two decimal places."), field="percent", code="places")


def _whole(name: str, amount: Decimal) -> int:
    if amount != amount.to_integral_value() or amount > MOST_RIALS:
        raise ReadingRefused(_("Enter whole rials."), field=name, code="rials")
    return int(amount)


def _money(amounts: Mapping[str, Decimal]) -> dict[str, int]:
    whole = {name: _whole(name, amount) for name, amount in amounts.items()}
    if whole["paid"] > whole["allocated"]:
        raise ReadingRefused(_("Paid is more than allocated."), field="paid", code="beyond_allocated")
    return whole


def _check_places(target: Indicator, columns: Mapping[str, Decimal]) -> None:
    for name, value in columns.items():
        places = target.decimals if name == "value" else 4
        if value != round(value, places):
            raise ReadingRefused(
                _("Give at most %(places)s decimal places."),
                field=name,
                code="places",
                params={"places": number_text(places)},
            )
    if "denominator" in columns and not columns["denominator"]:
        raise ReadingRefused(_("A ratio needs a denominator above zero."), field="denominator", code="no_denominator")
