"""Read models of the public pages; each function makes a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch
from django.utils.translation import gettext as _

from core.errors import NotFound
from core.fields.language import active_language, local_digits
from core.persian.calendar import JalaliDate
from core.persian.dates import format_date
from estates.choices import PaymentScheme, PlotStatus, Precision
from estates.models import County, Estate, EstateFact, PaymentTerms, Plot, PlotHold, Tariff, TariffRate, Trade
from estates.querysets import EstateQuerySet, PlotQuerySet

MOST_ON_PLAN = 600
"""Plots an estate's page lists; larger estates lead on to the plot finder."""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many plots are in a state."""

    status: PlotStatus
    count: int


@dataclass(slots=True)
class EstateCard:
    """An estate in the list, with its plots counted by state in the order of `PlotStatus`."""

    estate: Estate
    counts: list[StatusCount] = field(default_factory=list)

    @property
    def plots(self) -> int:
        """All plots."""
        return sum(row.count for row in self.counts)

    @property
    def free(self) -> int:
        """Plots nobody holds."""
        return sum(row.count for row in self.counts if row.status is PlotStatus.AVAILABLE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is shown: `when` is a sentence part in the reader's language, "" when the source gives no date."""

    label: str
    value: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Price:
    """What a plot costs by the tariff in force: rials a square metre and in all, with the terms it may be paid by."""

    tariff: Tariff
    rials_per_m2: int
    total_rials: int
    terms: Sequence[PaymentTerms]


def estate_cards(estates: EstateQuerySet) -> list[EstateCard]:
    """The estates of a filtered queryset with their counts, in alphabetical order. Two queries."""
    cards = {estate.pk: EstateCard(estate) for estate in estates.select_related("county").order_by("sort_key", "pk")}
    for estate_id, counts in _counts(list(cards)).items():
        cards[estate_id].counts = counts
    return list(cards.values())


def public_estate(slug: str) -> Estate:
    """An estate everybody may see. Raises NotFound."""
    estate = Estate.objects.public().select_related("county").filter(slug=slug).first()
    if estate is None:
        raise NotFound()
    return estate


def estate_facts(estate: Estate | None) -> list[Fact]:
    """What dated sources say about an estate (None: the province), in the order it was written down. One query."""
    return [
        Fact(row.get_key_display(), row.value, fact_date(row), row.source)
        for row in EstateFact.objects.filter(estate=estate)
    ]


def fact_date(row: EstateFact) -> str:
    """Date of a fact, as exactly as its source gives it."""
    if row.as_of is None:
        return _("date not stated")
    text = _as_exact(row.as_of, row.precision)
    return _("about %(date)s") % {"date": text} if row.is_approximate else text


def _as_exact(day: date, precision: str) -> str:
    if precision == Precision.YEAR:
        return local_digits(JalaliDate.from_date(day).year)
    return format_date(day, "month" if precision == Precision.MONTH else "long", language=active_language())


def status_counts(estate: Estate) -> list[StatusCount]:
    """Plots of an estate by state. One query."""
    return _counts([estate.pk]).get(estate.pk, [])


def _counts(estate_ids: Sequence[int]) -> dict[int, list[StatusCount]]:
    rows = (
        Plot.objects.filter(estate_id__in=estate_ids)
        .with_status()
        .order_by()
        .values_list("estate_id", "status")  # type: ignore[misc]  # the annotation of with_status
        .annotate(count=Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for estate_id, status, count in rows:
        found.setdefault(estate_id, {})[status] = count
    return {
        estate_id: [StatusCount(status, by_status[status]) for status in PlotStatus if status in by_status]
        for estate_id, by_status in found.items()
    }


def plots_for_list(plots: PlotQuerySet) -> PlotQuerySet:
    """Plots as lists show them: with status, estate, county, block and trades. Two queries for any number of rows."""
    trades = Prefetch("trades", queryset=Trade.objects.order_by("sort_key"))
    return plots.with_status().select_related("estate__county", "block").prefetch_related(trades)


def plots_on_plan(estate: Estate) -> list[Plot]:
    """The plots of an estate for its page, at most `MOST_ON_PLAN`, in the order of their codes."""
    return list(plots_for_list(Plot.objects.filter(estate=estate)).order_by("sort_key", "pk")[:MOST_ON_PLAN])


def public_plot(code: str) -> Plot:
    """One plot everybody may see. Raises NotFound."""
    plot = plots_for_list(Plot.objects.public()).filter(code=code).first()
    if plot is None:
        raise NotFound()
    return plot


def public_plots(codes: Sequence[str]) -> list[Plot]:
    """Several plots in the order of `codes`. Raises NotFound when one of them is not there."""
    found = {plot.code: plot for plot in plots_for_list(Plot.objects.public()).filter(code__in=codes)}
    if set(codes) - set(found):
        raise NotFound(_("One of these plots does not exist."))
    return [found[code] for code in codes]


def hold_history(plot: Plot) -> list[PlotHold]:
    """What held the plot, newest first; the holders themselves are not public. One query."""
    return list(PlotHold.objects.filter(plot=plot).order_by("-from_at", "-pk")[:50])


def tariff_on(day: date) -> Tariff | None:
    """The tariff in force on a day. One query."""
    return Tariff.objects.in_force_on(day).first()


def prices(plots: Iterable[Plot], day: date, *, scheme: str = PaymentScheme.ORDINARY) -> dict[int, Price]:
    """Price of each plot that the tariff in force knows, by primary key. Three queries whatever the number of plots."""
    tariff = tariff_on(day)
    if tariff is None:
        return {}
    rates = {(row.estate_id, row.plot_kind, row.price_class): row.rials_per_m2 for row in tariff.rates.all()}
    terms = list(tariff.payment_terms.filter(scheme=scheme))
    found = {}
    for plot in plots:
        rate = _own_or_general(rates, plot)
        if rate is not None:
            total = int(plot.area_m2 * rate)
            found[plot.pk] = Price(tariff, rate, total, _terms_for(terms, plot.estate))
    return found


def estate_tariff(
    estate: Estate, day: date, kinds: Iterable[str] = ()
) -> tuple[Tariff | None, list[TariffRate], list[PaymentTerms]]:
    """Tariff in force, its base prices (of these land uses, if any are named) and payment terms that hold for an estate.

    Three queries.
    """
    wanted = set(kinds)
    tariff = tariff_on(day)
    if tariff is None:
        return None, [], []
    rates = {}
    for row in tariff.rates.select_related("estate").order_by("plot_kind", "price_class"):
        if wanted and row.plot_kind not in wanted:
            continue
        if row.estate_id in (None, estate.pk) and (row.estate_id or (row.plot_kind, row.price_class) not in rates):
            rates[row.plot_kind, row.price_class] = row
    return tariff, list(rates.values()), _terms_for(list(tariff.payment_terms.all()), estate)


def _own_or_general(rates: dict[Any, int], plot: Plot) -> int | None:
    key = (plot.kind, plot.price_class)
    return rates.get((plot.estate_id, *key)) or rates.get((None, *key))


def _terms_for(terms: Iterable[PaymentTerms], estate: Estate) -> list[PaymentTerms]:
    """Terms of the estate itself, and those of its development class for schemes it has none of its own for."""
    fitting = [row for row in terms if row.development_class == estate.development_class]
    own = {row.scheme: row for row in fitting if row.estate_id == estate.pk}
    general = {row.scheme: row for row in fitting if row.estate_id is None}
    return [(general | own)[scheme] for scheme in PaymentScheme.values if scheme in (general | own)]


def estate_names(slugs: Collection[str]) -> dict[str, str]:
    """Names of estates by slug, in the reader's language. One query."""
    return {row.slug: row.display_name for row in Estate.objects.filter(slug__in=slugs)}


def county_names(slugs: Collection[str]) -> dict[str, str]:
    """Names of counties by slug, in the reader's language. One query."""
    return {row.slug: row.display_name for row in County.objects.filter(slug__in=slugs)}


def trade_names(codes: Collection[str]) -> dict[str, str]:
    """Names of trades by code, in the reader's language. One query."""
    return {row.code: row.display_name for row in Trade.objects.filter(code__in=codes)}
