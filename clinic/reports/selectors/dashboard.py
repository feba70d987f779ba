"""The dashboard of the clinic: sums alone, in a fixed number of queries whatever the number of cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from clinic.cases.models import Case
from clinic.reports.selectors import causes, outcomes, satisfaction, waiting, work
from clinic.reports.selectors.bands import Bands, bands
from clinic.reports.selectors.outcomes import Change, YearLine
from core.persian.calendar import tehran_date
from estates.models import Trade

YEARS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """What the causes are counted for: one Jalali year (None: all) and one trade ("": all)."""

    year: int | None = None
    trade: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything the page shows."""

    bands: Bands
    requests: waiting.Requests
    stages: list[waiting.StageLine]
    waits: waiting.Waits
    load: list[work.LoadLine]
    projects: work.Projects
    outcomes: list[YearLine]
    whole: Change
    revived: int
    satisfaction: satisfaction.Satisfaction
    choice: Choice
    years: list[int]
    trades: list[Trade]
    pareto: causes.Pareto
    over_time: list[causes.YearColumn]
    is_illustrative: bool

    @property
    def wait_lines(self) -> list[tuple[str, waiting.Wait]]:
        """Waits with their names."""
        return [
            (_("the first visit, last 12 months"), self.waits.visit),
            (_("the first visit, 12 months before"), self.waits.visit_before),
            (_("the first report, last 12 months"), self.waits.report),
            (_("the first report, 12 months before"), self.waits.report_before),
        ]

    @property
    def hides_stages(self) -> bool:
        """Whether the number of a stage is kept back."""
        return any(line.count is None for line in self.stages)

    @property
    def cause_rows(self) -> list[tuple[causes.CauseLine, list[Decimal | None]]]:
        """The most frequent causes with their share in each year shown."""
        return [(line, [_share(column, line) for column in self.over_time]) for line in self.pareto.lines[: causes.TOP]]


def _share(column: causes.YearColumn, line: causes.CauseLine) -> Decimal | None:
    return None if column.shares is None else column.shares.get(line.cause.pk)


def choice_of(given: Mapping[str, str], years: list[int], trades: list[Trade]) -> Choice:
    """The choice in an address; what is not offered counts as all."""
    year, trade = given.get("year", ""), given.get("trade", "")
    return Choice(
        year=next((one for one in years if str(one) == year), None),
        trade=trade if trade in {one.code for one in trades} else "",
    )


def dashboard(given: Mapping[str, str], *, now: datetime) -> Dashboard:
    """The page for a choice of year and trade (`given`: the query of its address). About 20 queries."""
    today = tehran_date(now)
    years, trades = causes.years(now), causes.trades()
    choice = choice_of(given, years, trades)
    pareto = causes.pareto(year=choice.year, trade=choice.trade)
    top = [line.cause for line in pareto.lines[: causes.TOP]]
    return Dashboard(
        bands=bands(now),
        requests=waiting.requests(today),
        stages=waiting.stages(),
        waits=waiting.waits(now),
        load=work.load(),
        projects=work.projects(today),
        outcomes=outcomes.outcomes(),
        whole=outcomes.whole(),
        revived=outcomes.revived_units(),
        satisfaction=satisfaction.satisfaction(),
        choice=choice,
        years=years,
        trades=trades,
        pareto=pareto,
        over_time=causes.over_time(top, years[:YEARS_SHOWN], trade=choice.trade) if top else [],
        is_illustrative=Case.objects.filter(is_illustrative=True).exists(),
    )
