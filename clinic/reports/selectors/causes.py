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
    nodes = CauseNode.objects.filter(case__in=cases, kind=NodeKind.ROOT, cause__isnull=False).order_by()
    counts = {
        row["cause"]: row["found"] for row in nodes.values("cause").annotate(found=Count("case__unit", distinct=True))
    }
    shown = hide_few(counts)
    causes = Cause.objects.in_bulk(shown)
    order = sorted(shown, key=lambda key: (-shown[key], causes[key].position))
    mentions, so_far, lines = sum(shown.values()), 0, []
    for key in order:
        so_far += shown[key]
        lines.append(CauseLine(causes[key], shown[key], _percent(shown[key], units), _percent(so_far, mentions)))
    return Pareto(units, tuple(lines), len(counts) - len(shown))


def years(now: datetime) -> list[int]:
    """Jalali years in which something was diagnosed, the newest first; at least the running one. 1 query."""
    first = diagnosed().order_by("diagnosed_at").values_list("diagnosed_at", flat=True).first()
    last = jalali_day(now).year
    return list(range(last, (jalali_day(first).year if first else last) - 1, -1))


def trades() -> list[Trade]:
    """Trades of which five units and more were diagnosed. 1 query."""
    counts = diagnosed().order_by().values("unit__trade").annotate(found=Count("unit", distinct=True))
    known = [row["unit__trade"] for row in counts if row["found"] >= FEWEST_UNITS]
    return list(Trade.objects.filter(pk__in=known))


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
    return [_column(year, causes, units[year], found[year]) for year in wanted]


def _column(year: int, causes: list[Cause], units: set[int], found: Mapping[int, set[int]]) -> YearColumn:
    if len(units) < FEWEST_UNITS:
        return YearColumn(year, None)
    counts = {one.pk: len(found.get(one.pk, ())) for one in causes}
    shown = hide_few(counts)
    return YearColumn(year, {key: _percent(shown[key], len(units)) if key in shown else None for key in counts})


def _percent(part: int, whole: int) -> Decimal:
    return round(HUNDRED * part / whole, 0) if whole else Decimal(0)
