"""Exhibitions in the monthly report: which, with which sums, and what the public sees of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from core import clock
from core.persian.calendar import JalaliDate, first_of_month
from programs.dashboards.reports import paper, slides
from programs.dashboards.reports.content import content, last_day
from programs.dashboards.reports.exhibitions import frozen
from programs.dashboards.reports.public import public
from programs.exhibitions.services import exhibitions
from tests.factories.exhibitions import ExhibitionFactory, Fair

pytestmark = pytest.mark.django_db


def held(firms: int) -> Fair:
    """An exhibition that was held, with costs of 300 million rials and a result of each firm."""
    names = [f"A-{number:02d}" for number in range(1, firms + 1)]
    fair = ExhibitionFactory.in_status("HELD", booths=firms, firms=[(name,) for name in names])
    fair.cost(amount=300_000_000)
    for place in range(firms):
        fair.result(place, sales=1_000_000_000, contracts=2)
    return fair


def close(fair: Fair) -> None:
    exhibitions.report(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())


def month_of(fair: Fair) -> date:
    return first_of_month(fair.exhibition.ends_on)


def report_of(fair: Fair) -> dict[str, Any]:
    return content(month_of(fair), clock.now())


def test_the_sums_are_those_of_the_exhibition() -> None:
    fair = held(3)
    (row,) = report_of(fair)["exhibitions"]
    figures = row["figures"]
    assert (figures["firms"], figures["cost"], figures["cost_per_firm"]) == (3, 300_000_000, 100_000_000)
    assert (figures["contracts"], figures["sales"]) == (6, 3_000_000_000)
    assert figures["satisfaction"] is None, "three answers are too few"
    assert row["open_figures"] is None, "its report is not closed"


def test_an_exhibition_counts_from_its_last_day_to_the_end_of_its_jalali_year() -> None:
    fair = held(1)
    ends_on = fair.exhibition.ends_on
    year = JalaliDate.from_date(ends_on).year
    found = {
        day: [row["slug"] for row in frozen(day)]
        for day in (date.fromordinal(ends_on.toordinal() - 1), ends_on, last_day(JalaliDate(year, 12, 1).to_date()))
    }
    assert list(found.values()) == [[], [fair.exhibition.slug], [fair.exhibition.slug]]
    assert frozen(JalaliDate(year + 1, 1, 1).to_date()) == []


def test_the_public_sees_closed_ones_and_no_sums_of_too_few_firms() -> None:
    few, many, running = held(2), held(3), held(3)
    close(few)
    close(many)
    shown = {row["slug"]: row["figures"] for row in public(report_of(running))["exhibitions"]}
    assert set(shown) == {few.exhibition.slug, many.exhibition.slug}
    assert (shown[few.exhibition.slug]["sales"], shown[few.exhibition.slug]["cost"]) == (None, 300_000_000)
    assert shown[many.exhibition.slug]["sales"] == 3_000_000_000


def test_paper_and_slides_show_them_and_leave_the_heading_out_where_there_is_none() -> None:
    fair = held(3)
    with translation.override("fa"):
        data = report_of(fair)
        before = content(
            JalaliDate(JalaliDate.from_date(fair.exhibition.ends_on).year - 1, 1, 1).to_date(), clock.now()
        )
        whole, pages = str(paper.paper(data, version=1, is_public=False)), slides.slides(data)["slides"]
        assert fair.exhibition.name in whole and "۳٬۰۰۰" in whole
        assert any(fair.exhibition.name in str(page["blocks"]) for page in pages)
        assert len(slides.titles(before)) == len(slides.titles(data)) - 1


def test_no_query_is_added_by_a_second_exhibition(django_assert_num_queries: Any) -> None:
    one = held(1)
    with django_assert_num_queries(8):
        frozen(one.exhibition.ends_on)
    held(2)
    with django_assert_num_queries(8):
        assert len(frozen(one.exhibition.ends_on)) == 2
