"""The page of one cluster for those who answer for it: everything its selectors know, with every firm by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from core.persian.calendar import JalaliDate
from programs.aggregation import rounded
from programs.clusters import selectors as clusters
from programs.clusters.choices import ContractStatus
from programs.clusters.models import AgentContract, Cluster, ClusterGathering, ClusterIndicator, ContractPayment
from programs.clusters.selectors.project import present_phase
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.selectors.programmes import ProgrammeLine
from programs.exhibitions.choices import Status as ExhibitionStatus
from programs.exhibitions.models import Exhibition
from programs.exhibitions.selectors.summaries import Summary, summaries
from training.models import Course

YEARS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class YearOfExports:
    """Exports of a year and by how many per cent they differ from those of the year before it (None: not known)."""

    line: clusters.ExportLine
    change: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorYears:
    """An indicator at its last reading in each of the last years, in the order of `ClusterPage.years`, to its own decimals."""

    indicator: ClusterIndicator
    values: Sequence[Decimal | None]

    @property
    def change(self) -> Decimal | None:
        """The last year less the one before it."""
        last = self.values[-2:]
        if len(last) < 2 or last[0] is None or last[1] is None:
            return None
        return last[1] - last[0]


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A part of a contract's amount; `is_overdue`: the contract is in force, the day has passed, and it was not paid."""

    row: ContractPayment
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A contract with a development agent and what was paid of it, in rials."""

    contract: AgentContract
    payments: Sequence[PaymentLine]

    @property
    def paid(self) -> int:
        """Payments that were made."""
        return sum(line.row.amount for line in self.payments if line.row.paid_on is not None)


@dataclass(frozen=True, slots=True)
class HeldExhibition:
    """An exhibition that took place; its sums are those of the whole exhibition, whichever clusters were there."""

    exhibition: Exhibition
    sums: Summary


@dataclass(frozen=True, slots=True)
class ClusterPage:
    """Everything the page of a cluster shows."""

    cluster: Cluster
    overview: clusters.Overview
    steps: Sequence[clusters.PhaseStep]
    contracts: Sequence[ContractLine]
    plan: clusters.PlanProgress | None
    effects: Sequence[clusters.Effect]
    years: Sequence[int]
    indicators: Sequence[IndicatorYears]
    exports: clusters.Exports
    exports_by_year: Sequence[YearOfExports]
    marks: Sequence[clusters.Mark]
    chain: Sequence[clusters.ChainLink]
    network: clusters.Network
    surveys: Sequence[clusters.Survey]
    needs: clusters.Needs
    exhibitions: Sequence[Exhibition]
    held: Sequence[HeldExhibition]
    gatherings: Sequence[ClusterGathering]
    courses: Sequence[Course]
    programmes: Sequence[ProgrammeLine]
    facts: Sequence[clusters.Fact]

    @property
    def phase(self) -> clusters.PhaseStep | None:
        """Where the project stands."""
        return present_phase(self.steps)

    @property
    def has_phases(self) -> bool:
        """Whether any phase was planned."""
        return any(step.run for step in self.steps)

    @property
    def expiring(self) -> list[clusters.Mark]:
        """Trade marks that expire soon, or have expired."""
        return [mark for mark in self.marks if mark.state in ("EXPIRING", "EXPIRED")]


def cluster_page(slug: str, today: date) -> ClusterPage:
    """One cluster. Raises NotFound. A fixed number of queries."""
    cluster = clusters.find(slug, public=False)
    exports = clusters.exports(cluster)
    effects = clusters.before_after(cluster)
    exhibitions = list(Exhibition.objects.filter(clusters=cluster).order_by("-starts_on", "-pk"))
    years = [JalaliDate.from_date(today).year - back for back in reversed(range(YEARS_SHOWN))]
    return ClusterPage(
        cluster=cluster,
        overview=clusters.overview(cluster, today),
        steps=clusters.phases(cluster, today),
        contracts=[_contract(row, today) for row in clusters.contracts(cluster)],
        plan=clusters.action_plan(cluster, today),
        effects=effects,
        years=years,
        indicators=_by_year(cluster, [row.indicator for row in effects], years),
        exports=exports,
        exports_by_year=_years_of_exports(exports),
        marks=clusters.trademarks(cluster, today),
        chain=clusters.value_chain(cluster, today, public=False),
        network=clusters.relations(cluster),
        surveys=[row for row in clusters.satisfaction(cluster) if row.mean is not None],
        needs=clusters.needs(cluster),
        exhibitions=exhibitions,
        held=_held(exhibitions),
        gatherings=clusters.gatherings(cluster, public=False),
        courses=clusters.courses(cluster, public=False),
        programmes=_programmes(cluster),
        facts=clusters.facts(cluster),
    )


def _contract(row: AgentContract, today: date) -> ContractLine:
    in_force = row.status == ContractStatus.APPROVED
    return ContractLine(
        row, [PaymentLine(one, in_force and not one.paid_on and one.due_on < today) for one in row.payments.all()]
    )


def _held(exhibitions: Sequence[Exhibition]) -> list[HeldExhibition]:
    """Three queries; none where nothing was held."""
    rows = [row for row in exhibitions if row.status in (ExhibitionStatus.HELD, ExhibitionStatus.REPORTED)]
    sums = summaries(rows, public=False) if rows else {}
    return [HeldExhibition(row, sums[row.pk]) for row in rows]


def _years_of_exports(exports: clusters.Exports) -> list[YearOfExports]:
    """Newest first; a year that does not follow the one shown next to it is not compared."""
    found = []
    lines = {int(line.keys[0]): line for line in exports.by_year}
    for year, line in lines.items():
        before = lines.get(year - 1)
        change = None
        if before is not None and before.value_usd:
            change = ((line.value_usd - before.value_usd) * 100 / before.value_usd).quantize(Decimal("0.1"))
        found.append(YearOfExports(line, change))
    return found


def in_its_decimals(indicator: ClusterIndicator, value: Decimal | None) -> Decimal | None:
    """A value of an indicator with as many decimals as it is told in: a ratio of two numbers has no end."""
    return rounded(value, Decimal(1).scaleb(-indicator.decimals))


def _by_year(cluster: Cluster, indicators: Sequence[ClusterIndicator], years: Sequence[int]) -> list[IndicatorYears]:
    history = clusters.history(cluster)
    found = []
    for indicator in indicators:
        last: dict[int, Decimal | None] = {}
        for row in history.get(indicator.pk, []):  # in the order of months: the last one of a year stays
            last[JalaliDate.from_date(row.month).year] = in_its_decimals(indicator, row.value)
        found.append(IndicatorYears(indicator, [last.get(year) for year in years]))
    return found


def _programmes(cluster: Cluster) -> list[ProgrammeLine]:
    """Programmes that work for the cluster, with their newest state. One query."""
    newest = ProgrammeSnapshot.objects.filter(programme__cluster_links__cluster=cluster).select_related("programme")
    rows = newest.order_by("programme_id", "-month").distinct("programme_id")
    return sorted(
        (ProgrammeLine(row.programme, row, None, None) for row in rows),
        key=lambda line: (-line.programme.year, line.programme.position, line.programme.pk),
    )
