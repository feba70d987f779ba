"""The invented past of the demo's live figures: told as invented, and in every month parts that add up to the plots."""

from __future__ import annotations

from typing import Any

import pytest

from core.metrics import services as live_figures
from core.metrics.models import MetricValue
from core.persian.calendar import tehran_date
from estates.choices import HoldKind, PlotStatus
from portal.demo import past_figures, past_land
from programs.dashboards.selectors.estate import MONTHS_SHOWN, estate_page
from tests.factories import accounts
from tests.factories.estates import EstateFactory, PlotFactory
from tests.factories.programs import NOW, month

TODAYS = {PlotStatus.AVAILABLE: 3, PlotStatus.OFFERED: 21, PlotStatus.CONTRACTED: 3, PlotStatus.OPERATING: 41}


def awarded(counts: past_land.Counts) -> int:
    return sum(counts.get(status, 0) for status in past_land.AWARDED)


def test_the_plan_of_an_estate_stays_and_fewer_of_its_plots_were_awarded_further_back() -> None:
    past = [past_land.months_ago(TODAYS, back) for back in range(past_figures.MONTHS + 1)]
    assert past[0] == TODAYS
    assert {sum(counts.values()) for counts in past} == {68}
    assert all(count > 0 for counts in past for count in counts.values())
    numbers = [awarded(counts) for counts in past]
    assert numbers == sorted(numbers, reverse=True) and numbers[0] == 44 and 0 < numbers[-1] < 30
    assert past[1][PlotStatus.OFFERED] == 21 and PlotStatus.OFFERED not in past[past_land.CALL_RUNS]


@pytest.mark.django_db
def test_the_past_is_told_as_invented_fills_the_months_of_an_estate_and_stays(settings: Any) -> None:
    settings.DEMO = True
    shown = EstateFactory("shown", is_illustrative=True)
    for _number in range(10):
        PlotFactory(estate=shown, held=HoldKind.OPERATING)
    PlotFactory(estate=EstateFactory("surveyed"))
    said: list[str] = []
    past_figures.load(now=NOW, cast={}, say=said.append)
    live_figures.refresh(now=NOW)
    past = MetricValue.objects.filter(month__lt=month(9))
    assert not past.filter(is_illustrative=False).exists()
    of_land = past.filter(metric__startswith="estates.").exclude(key="")
    assert {row.dimensions["estate"] for row in of_land} == {"shown"}
    months = estate_page("shown", tehran_date(NOW), NOW, accounts.manager()).months
    assert len(months) == MONTHS_SHOWN
    assert {row.plots for row in months} == {10}
    assert all(row.awarded + row.offered + row.free + row.other == row.plots for row in months)
    assert months[0].awarded < months[-1].awarded == 10
    before = MetricValue.objects.count()
    past_figures.load(now=NOW, cast={}, say=said.append)
    assert MetricValue.objects.count() == before
