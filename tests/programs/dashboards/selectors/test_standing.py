"""Where a programme stands: the hand-computed sums of conftest.py, and what is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from programs.choices import ProgrammeGroup
from programs.dashboards.selectors import standing
from programs.dashboards.services import rules
from programs.forecast import Light, TrendState
from programs.models import Programme
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, milestones

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def of(programme: Programme, today: date = TODAY) -> standing.Sources:
    return standing.sources([programme], today)[0]


def test_the_programme_of_the_sums(programme: Programme) -> None:
    state = standing.now_of(of(programme))
    assert (state.month, state.planned, state.actual) == (month(8), D("66.67"), D("40.80"))
    assert (state.deviation, state.light) == (D("-25.87"), Light.RED)
    assert (state.trend.state, state.trend.pace) == (TrendState.EXPECTED, D("31.80"))
    assert (state.expected, state.earliest, state.latest) == (month(10), month(10), month(10))
    assert state.needed == D("14.80")


def test_its_money(programme: Programme) -> None:
    earned = standing.earned_value(of(programme), month(8))
    assert (earned.bac, earned.pv, earned.ev, earned.ac) == (2_400, 1_600, 876, 800)
    assert (earned.spi, earned.cpi, earned.eac) == (D("0.55"), D("1.10"), 2_192)


def test_its_activities(programme: Programme) -> None:
    source = of(programme)
    states = [standing.activity_standing(source, row.pk, row.ends_on) for row in programme.activities.all()]
    assert [state.actual for state in states] == [D("58.00"), D("15.00")]
    assert [state.deviation for state in states] == [D("-8.67"), D("-51.67")]
    assert [state.light for state in states] == [Light.AMBER, Light.RED]


def test_months_before_the_first_reading_are_not_known_instead_of_nothing_done(programme: Programme) -> None:
    states = {row.standing.month: row.standing for row in standing.months_of(of(programme))}
    assert list(states) == [month(number) for number in range(1, 9)]
    assert states[month(6)].actual is None
    assert states[month(6)].light == Light.UNKNOWN
    assert (states[month(7)].actual, states[month(7)].trend.state) == (D("9.00"), TrendState.TOO_FEW)


def test_the_running_month_is_held_against_nobody_until_it_is_reported(programme: Programme) -> None:
    assert of(programme).judged == month(8)
    ReadingFactory.approved(milestones(programme)[1], month(9), percent=D(60))
    assert of(programme).judged == month(9)
    assert standing.now_of(of(programme)).planned == D("75.00")


def test_a_month_that_is_over_counts_even_when_nobody_reported_it(programme: Programme) -> None:
    state = standing.now_of(of(programme, date(2026, 12, 22)))  # 1 Dey: Azar is over
    assert (state.month, state.planned, state.actual) == (month(9), D("75.00"), D("40.80"))


def test_without_a_plan_or_a_reading_nothing_is_claimed() -> None:
    bare = standing.now_of(of(ProgrammeFactory("bare")))
    assert (bare.planned, bare.actual, bare.deviation, bare.light) == (None, None, None, Light.UNKNOWN)
    assert bare.needed is None
    planned = standing.now_of(of(ProgrammeFactory.in_status("ACTIVE", "planned")))
    assert (planned.planned, planned.actual, planned.light) == (D("66.67"), None, Light.UNKNOWN)
    assert planned.needed == D("25.00")


def test_a_group_has_its_own_rule(programme: Programme) -> None:
    rules.set_rule(group=ProgrammeGroup.FLAGSHIP_YEAR, amber=D(-10), red=D(-30), by=None, now=NOW)
    assert standing.now_of(of(programme)).light == Light.AMBER


def test_the_number_of_queries_does_not_grow(programme: Programme, django_assert_num_queries) -> None:
    found = [programme, *(ProgrammeFactory.in_status("ACTIVE") for _ in range(2))]
    for rows in (found[:1], found):
        with django_assert_num_queries(12):
            standing.sources(rows, TODAY)
