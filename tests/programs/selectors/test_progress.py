"""Figures from readings, against numbers worked out by hand."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D

import pytest

from core.metrics import services as metrics
from programs.selectors import progress
from programs.services import programmes
from programs.services.reading_values import PartValue
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, milestones

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once):
    """Activities 60 and 40, each with milestones 30 and 70."""
    return make_once(lambda: ProgrammeFactory.in_status("ACTIVE"))


@pytest.fixture
def programme(made):
    return deepcopy(made)


def test_parents_come_from_their_parts_by_weight_and_are_carried_month_by_month(programme):
    first, second, third, _fourth = milestones(programme)
    ReadingFactory.approved(first, month(2), percent=D(100))
    ReadingFactory.approved(second, month(4), percent=D(20))
    ReadingFactory.approved(third, month(4), percent=D(50))
    found = progress.physical([programme.pk], month(6))[programme.pk]
    # first activity: 30·100 % = 30; with the second milestone 30 + 70·20 % = 44; second activity: 30·50 % = 15
    one, two = (activity.pk for activity in programme.activities.order_by("position"))
    assert [found.activities[one][month(number)] for number in range(1, 7)] == [0, 30, 30, 44, 44, 44]
    assert found.activities[two][month(6)] == 15
    # programme: 60·30 % = 18; later 60·44 % + 40·15 % = 32.4
    assert [found.months[month(number)] for number in range(1, 7)] == [0, 18, 18, D("32.40"), D("32.40"), D("32.40")]
    assert (found.reported_until, found.percent) == (month(4), D("32.40"))
    assert found.milestones[second.pk] == {month(n): (20 if n >= 4 else 0) for n in range(1, 7)}


def test_drafts_and_replaced_readings_do_not_count_and_later_ones_not_yet(programme):
    first, second, third, _fourth = milestones(programme)
    ReadingFactory.in_status("SUBMITTED", second, month(3), percent=D(90))
    ReadingFactory.corrected(ReadingFactory.approved(first, month(3), percent=D(100)), percent=D(50))
    ReadingFactory.approved(third, month(7), percent=D(100))
    found = progress.physical([programme.pk], month(5))[programme.pk]
    assert found.percent == 9  # 60 · (30 · 50 %)


def test_money_stands_line_by_line_and_is_never_added_up_over_months(programme):
    one, two = line(programme, name="یک", approved=1000), line(programme, name="دو", approved=500)
    ReadingFactory.approved(one, month(2), allocated=400, paid=100)
    ReadingFactory.approved(one, month(5), allocated=700, paid=350)
    ReadingFactory.approved(two, month(3), allocated=300, paid=25)
    found = progress.financial([programme.pk], month(6))[programme.pk]
    assert [found.whole.allocated[month(number)] for number in range(1, 7)] == [0, 400, 700, 700, 1000, 1000]
    assert [found.whole.paid[month(number)] for number in range(1, 7)] == [0, 100, 125, 125, 375, 375]
    assert (found.whole.approved, found.whole.paid_of_approved, found.whole.paid_of_allocated) == (1500, 25, D("37.50"))
    assert found.lines[two.pk].paid_now == 25


@pytest.mark.parametrize(
    ("kind", "cumulative"),
    [("SUM", ["4", "10", "15"]), ("LAST", ["4", "6", "5"]), ("AVERAGE", ["4", "5", "5"])],
)
def test_indicators_by_kind(programme, kind, cumulative):
    target = indicator(programme, kind=kind)
    for number, value in ((2, 4), (3, 6), (6, 5)):
        ReadingFactory.approved(target, month(number), value=D(value))
    (found,) = progress.indicator_values([programme.pk], month(8))[programme.pk]
    assert list(found.cumulative.values()) == [D(value) for value in cumulative]
    assert list(found.readings.values()) == [4, 6, 5]


def test_a_ratio_and_the_way_to_the_target(programme):
    target = indicator(
        programme, kind="RATIO", start_value=D("0.5"), target_value=D(1), target_on=programme.ends_on, code="good"
    )
    ReadingFactory.approved(target, month(2), numerator=D(1), denominator=D(2))
    ReadingFactory.approved(target, month(3), numerator=D(9), denominator=D(10))
    (found,) = progress.indicator_values([programme.pk], month(8))[programme.pk]
    assert found.value == D("0.8333")
    assert found.reached == D("66.66")  # (0.8333 − 0.5) ÷ 0.5


def test_parts_are_put_together_place_by_place(programme):
    CountyFactory("zanjan")
    target = indicator(programme, dimensions=["gender", "county"])
    for number, women, men in ((2, 3, 4), (3, 5, 6)):
        parts = [PartValue("gender", "F", D(women)), PartValue("gender", "M", D(men))]
        parts.append(PartValue("county", "zanjan", D(women + men)))
        ReadingFactory.approved(target, month(number), value=D(women + men), parts=parts)
    (found,) = progress.indicator_values([programme.pk], month(8))[programme.pk]
    assert found.parts == {"gender": {"F": 8, "M": 10}, "county": {"zanjan": 18}}


def test_the_live_figure_is_that_of_the_programmes_estates(programme):
    estate = EstateFactory("soltanieh")
    PlotFactory(estate=estate)
    PlotFactory(estate=EstateFactory("elsewhere"))
    indicator(programme, kind="LAST", metric="estates.plots_prepared")
    metrics.refresh(["estates.plots_prepared"], now=NOW)
    assert progress.indicator_values([programme.pk], month(8))[programme.pk][0].live == 2
    programmes.link_estate(programme_id=programme.pk, estate_id=estate.pk, by=None, now=NOW)
    (found,) = progress.indicator_values([programme.pk], month(8))[programme.pk]
    assert (found.live, found.live_at, found.value) == (1, NOW, None)


def test_any_number_of_programmes_costs_the_same_queries(programme, django_assert_max_num_queries):
    ids = [programme.pk]
    ReadingFactory.approved(milestones(programme)[0], percent=D(5))
    for _ in range(2):
        with django_assert_max_num_queries(4):
            progress.physical(ids, month(8))
        with django_assert_max_num_queries(3):
            progress.financial(ids, month(8))
        with django_assert_max_num_queries(5):
            progress.indicator_values(ids, month(8))
        others = [ProgrammeFactory.planned() for _number in range(3)]
        for other in others:
            indicator(other, metric="estates.plots")
            line(other)
        ids += [other.pk for other in others]


def test_before_the_beginning_there_is_nothing(programme):
    from core.persian.calendar import JalaliDate

    early = JalaliDate(1403, 1, 1).to_date()
    assert progress.physical([programme.pk], early)[programme.pk].percent == 0
    assert progress.financial([programme.pk], early)[programme.pk].whole.paid_now == 0
