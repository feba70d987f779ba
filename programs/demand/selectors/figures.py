"""Demand in figures: for everybody without small numbers, for staff beside what calls left unmet, and for the workshop sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.metrics.selectors import latest
from core.persian.calendar import tehran_date
from estates.choices import PlotStatus
from estates.models import Estate, Plot, PlotTrade
from estates.selectors import county_names, trade_names
from programs.demand.choices import FEWEST_SHOWN, SITES, SizeBand, band_of
from programs.demand.models import Wish

UNMET = "allocations.unmet"


@dataclass(frozen=True, slots=True)
class PublicLine:
    """Wishes of one trade: in all, None where fewer than five stand behind it."""

    trade: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Trade × size × county: in the register, and left without a plot by the calls that are over."""

    trade: str
    size: str
    county: str
    wishes: int
    unmet: int

    @property
    def total(self) -> int:
        """Both together. Somebody may stand in both, which the page says."""
        return self.wishes + self.unmet


@dataclass(frozen=True, slots=True)
class Gap:
    """One trade at one site: who wants a place there, and how many free plots would suit."""

    trade: str
    wishes: int
    unmet: int
    free: int

    @property
    def gap(self) -> int:
        """Places that lack; 0 when there are enough."""
        return max(0, self.wishes + self.unmet - self.free)


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One trade at one estate: who named it, who would come anywhere in its county, whom its calls left out, free plots."""

    trade: str
    named: int
    county: int
    unmet: int
    free: int

    @property
    def gap(self) -> int:
        """Places that lack for those who asked for this very place; 0 when there are enough."""
        return max(0, self.named + self.unmet - self.free)


@dataclass(frozen=True, slots=True)
class Site:
    """One estate with its gaps, the largest first."""

    estate: Estate
    lines: list[Gap]
    free: int

    @property
    def lacking(self) -> int:
        """Places that lack in all."""
        return sum(line.gap for line in self.lines)


def public_lines(now: datetime) -> tuple[list[PublicLine], int | None]:
    """Wishes by trade, the most wanted first, and in all; small numbers hidden. 2 queries."""
    counted = Counter(Wish.objects.live_on(tehran_date(now)).order_by().values_list("trade__code", flat=True))
    names = trade_names(list(counted))
    lines = [PublicLine(names.get(code, code), n if n >= FEWEST_SHOWN else None) for code, n in counted.most_common()]
    # A single hidden cell could be worked out from the sum; then the sum is hidden too.
    hidden = sum(line.number is None for line in lines)
    total = counted.total()
    return lines, total if total >= FEWEST_SHOWN and hidden != 1 else None


def staff_lines(now: datetime) -> list[Line]:
    """Trade × size × county of register and unmet applications, the largest demand first. 4 queries."""
    rows = Wish.objects.live_on(tehran_date(now)).order_by().values_list("trade__code", "area_from", "county__slug")
    wishes = Counter((trade, band_of(area).value, county) for trade, area, county in rows)
    unmet = _unmet(("trade", "size", "county"))
    keys = set(wishes) | set(unmet)
    trades, counties = trade_names({k[0] for k in keys}), county_names({k[2] for k in keys})
    sizes = dict(SizeBand.choices)
    lines = [
        Line(
            trades.get(trade, "–"), str(sizes.get(size, "–")), counties.get(county, "–"), wishes[trade, size, county],
            unmet.get((trade, size, county), 0),
        )
        for trade, size, county in keys
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (-line.total, line.trade, line.size, line.county))


def sites(now: datetime, slugs: Sequence[str] = SITES) -> list[Site]:
    """The special workshop sites: demand by trade against free plots of fitting trade and size. 6 queries.

    A wish belongs to the site it names, or to the first site of its county when it names none. A plot suits a trade that it
    allows, when its area lies within the bounds of at least one of the wishes; without wishes every allowed plot suits.
    """
    estates = {row.slug: row for row in Estate.objects.filter(slug__in=slugs)}
    ordered = [estates[slug] for slug in slugs if slug in estates]
    first_of_county: dict[int, int] = {}
    for estate in ordered:
        first_of_county.setdefault(estate.county_id, estate.pk)
    wanted: dict[tuple[int, str], list[tuple[int, int]]] = {}
    live = Wish.objects.live_on(tehran_date(now)).order_by()
    for trade, low, high, estate_id, county in live.values_list(
        "trade__code", "area_from", "area_to", "estate_id", "county_id"
    ):
        place = estate_id or first_of_county.get(county)
        if place in {estate.pk for estate in ordered}:
            wanted.setdefault((place, trade), []).append((low, high))
    unmet = _unmet(("trade", "estate"))
    plots = list(
        Plot.objects.with_status()
        .filter(estate__in=ordered)
        .in_status([PlotStatus.AVAILABLE])
        .only("estate", "area_m2")
    )
    allowed = _allowed(plots)
    codes = {trade for _place, trade in wanted} | {trade for trade, _slug in unmet}
    names = trade_names(codes)
    return [_site(estate, codes, names, wanted, unmet, plots, allowed) for estate in ordered]


def place(estate: Estate, *, free: Sequence[Plot], unmet: Mapping[str, int], now: datetime) -> list[PlaceLine]:
    """The register at one estate by trade, the largest gap first; `free` are its free plots, `unmet` trade → applications.

    A wish that names the estate and one that names only its county are told apart, for the second may be met elsewhere.
    At most three queries.
    """
    live = Wish.objects.live_on(tehran_date(now)).filter(county_id=estate.county_id).order_by()
    named: dict[str, list[tuple[int, int]]] = {}
    county: Counter[str] = Counter()
    for trade, low, high, estate_id in live.values_list("trade__code", "area_from", "area_to", "estate_id"):
        if estate_id == estate.pk:
            named.setdefault(trade, []).append((low, high))
        elif estate_id is None:
            county[trade] += 1
    codes = {*named, *county, *unmet}
    if not codes:
        return []
    names, allowed = trade_names(codes), _allowed(free)
    lines = [
        PlaceLine(
            trade=names.get(code, "–"), named=len(named.get(code, ())), county=county[code], unmet=unmet.get(code, 0),
            free=sum(_suits(plot, code, named.get(code, ()), allowed) for plot in free),
        )
        for code in codes
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (-line.gap, -line.named, -line.county, line.trade))


def _allowed(plots: Sequence[Plot]) -> dict[int, set[str]]:
    """Plot → trades, for plots that are kept for some. One query; none without plots."""
    found: dict[int, set[str]] = {}
    if plots:
        rows = PlotTrade.objects.filter(plot__in=[plot.pk for plot in plots])
        for plot_id, code in rows.values_list("plot_id", "trade__code"):
            found.setdefault(plot_id, set()).add(code)
    return found


def _site(
    estate: Estate, codes: set[str], names: dict[str, str], wanted: dict[tuple[int, str], list[tuple[int, int]]],
    unmet: dict[tuple[str, ...], int], plots: Sequence[Plot], allowed: dict[int, set[str]],
) -> Site:  # fmt: skip
    here = [plot for plot in plots if plot.estate_id == estate.pk]
    lines = []
    for code in codes:
        bounds = wanted.get((estate.pk, code), [])
        left = unmet.get((code, estate.slug), 0)
        if bounds or left:
            fitting = sum(_suits(plot, code, bounds, allowed) for plot in here)
            lines.append(Gap(names.get(code, "–"), len(bounds), left, fitting))
    return Site(estate, sorted(lines, key=lambda line: (-line.gap, line.trade)), len(here))


def _suits(plot: Plot, trade: str, bounds: Sequence[tuple[int, int]], allowed: dict[int, set[str]]) -> bool:
    if plot.pk in allowed and trade not in allowed[plot.pk]:
        return False
    return not bounds or any(low <= Decimal(plot.area_m2) <= high for low, high in bounds)


def _unmet(way: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """The live figure of unmet applications, taken apart by just these dimensions. 1 query."""
    figure = latest([UNMET]).get(UNMET)
    if figure is None:
        return {}
    return {
        tuple(part.dimensions[name] for name in way): int(part.value)
        for part in figure.parts
        if set(part.dimensions) == set(way) and part.value
    }
