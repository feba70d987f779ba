"""Which root causes stop units: by their share (Pareto), over time and by trade, never of fewer than five units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, QuerySet

from clinic.cases.choices import WITH_DIAGNOSIS, NodeKind
from clinic.cases.models import Case, Cause, CauseNode
from clinic.privacy import FEWEST_UNITS, hide_few
from core.persian.calendar import jalali_day, start_of_day, year_range
from estates.models import Trade

HUNDRED = Decimal(100)
TOP = 5


@dataclass(frozen=True, slots=True)
class CauseLine:
    """A root cause: units in which it was found, their share of all diagnosed units, and the share of all mentions it has
    together with those above it, in percent."""

    cause: Cause
    units: int
    share: Decimal
    cumulative: Decimal


@dataclass(frozen=True, slots=True)
class Pareto:
    """The causes of one choice of year and trade, the most frequent first. `units` None: fewer than five were diagnosed;
    `hidden` causes stand in fewer than five units."""

    units: int | None
    lines: tuple[CauseLine, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class YearColumn:
    """Shares of the most frequent causes in one Jalali year, by cause; None where fewer than five units were diagnosed."""

    year: int
    shares: Mapping[int, Decimal | None] | None


def diagnosed(*, year: int | None = None, trade: str = "") -> QuerySet[Case]:
    """Cases with a finished diagnosis, of one Jalali year or trade when told."""
    rows = Case.objects.filter(status__in=WITH_DIAGNOSIS, diagnosed_at__isnull=False)
    if trade:
        rows = rows.filter(unit__trade__code=trade)
    if year is not None:
        first, end = year_range(year)
        rows = rows.filter(diagnosed_at__gte=start_of_day(first), diagnosed_at__lt=start_of_day(end))
    return rows


def pareto(*, year: int | None = None, trade: str = "") -> Pareto:
    """Root causes of the catalogue by the number of units they were found in. 3 queries."""
    cases = diagnosed(year=year, trade=trade)
    units = cases.values("unit").distinct().count()
    if units < FEWEST_UNITS:
        return Pareto(None, (), 0)
    counts = _units_by_cause(cases)
    betraying = _told_by_subtraction(year, trade, counts)
    shown = {key: count for key, count in hide_few(counts).items() if key not in betraying}
    causes = Cause.objects.in_bulk(shown)
    order = sorted(shown, key=lambda key: (-shown[key], causes[key].position))
    mentions, so_far, lines = sum(shown.values()), 0, []
    for key in order:
        so_far += shown[key]
        lines.append(CauseLine(causes[key], shown[key], _percent(shown[key], units), _percent(so_far, mentions)))
    return Pareto(units, tuple(lines), len(counts) - len(shown))


def _units_by_cause(cases: QuerySet[Case]) -> dict[int, int]:
    """Units in which each root cause of the catalogue was found. 1 query."""
    nodes = CauseNode.objects.filter(case__in=cases, kind=NodeKind.ROOT, cause__isnull=False).order_by()
    return dict(nodes.values_list("cause").annotate(found=Count("case__unit", distinct=True)))


def _told_by_subtraction(year: int | None, trade: str, counts: dict[int, int]) -> set[int]:
    """Causes whose figure for this part would tell of fewer than five units outside it: whoever knows the whole subtracts.
    1 query for each choice made."""
    wholes = []
    if trade:
        wholes.append(_units_by_cause(diagnosed(year=year)))
    if year is not None:
        wholes.append(_units_by_cause(diagnosed(trade=trade)))
    return {key for whole in wholes for key, count in counts.items() if 0 < whole[key] - count < FEWEST_UNITS}


def years(now: datetime) -> list[int]:
    """Jalali years in which something was diagnosed, the newest first; at least the running one. 1 query."""
    first = diagnosed().order_by("diagnosed_at").values_list("diagnosed_at", flat=True).first()
    last = jalali_day(now).year
    return list(range(last, (jalali_day(first).year if first else last) - 1, -1))


def trades() -> list[Trade]:
    """Trades that may be chosen: five units and more of each were diagnosed, and of what is left over as well. 2 queries."""
    counts = diagnosed().order_by().values_list("unit__trade").annotate(found=Count("unit", distinct=True))
    return list(Trade.objects.filter(pk__in=hide_few(dict(counts))))


def over_time(causes: list[Cause], wanted: list[int], *, trade: str = "") -> list[YearColumn]:
    """The shares of these causes in each of these years. 2 queries."""
    moments = dict(diagnosed(trade=trade).values_list("pk", "diagnosed_at"))
    of_case = dict(Case.objects.filter(pk__in=moments).values_list("pk", "unit_id"))
    year_of = {case: jalali_day(at).year for case, at in moments.items() if at is not None}
    units: dict[int, set[int]] = defaultdict(set)
    for case, year in year_of.items():
        units[year].add(of_case[case])
    found: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    nodes = CauseNode.objects.filter(case__in=moments, kind=NodeKind.ROOT, cause__in=causes)
    for case, cause in nodes.values_list("case_id", "cause_id"):
        found[year_of[case]][cause or 0].add(of_case[case])
    # Of each cause a year is told when what is left over beside all years is that of five units too.
    told = {one.pk: hide_few({year: len(found[year][one.pk]) for year in sorted(units)}) for one in causes}
    return [_column(year, [one for one in causes if year in told[one.pk]], units[year], found[year]) for year in wanted]


def _column(year: int, causes: list[Cause], units: set[int], found: Mapping[int, set[int]]) -> YearColumn:
    if len(units) < FEWEST_UNITS:
        return YearColumn(year, None)
    counts = {one.pk: len(found.get(one.pk, ())) for one in causes}
    shown = hide_few(counts)
    return YearColumn(year, {key: _percent(shown[key], len(units)) if key in shown else None for key in counts})


def _percent(part: int, whole: int) -> Decimal:
    return round(HUNDRED * part / whole, 0) if whole else Decimal(0)
