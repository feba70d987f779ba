"""Pictures of plans: drawn by the state of each plot, anew only where something moved, for everybody's estates alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.jobs import registry
from estates.choices import HoldKind
from estates.models import Estate
from estates.services import plots
from programs.dashboards.models import PlanPicture
from programs.dashboards.services import pictures
from tests.factories.estates import EstateFactory, HoldFactory, PlotFactory, square
from tests.factories.programs import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=10)


def drawn_estate(slug: str = "eshragh", count: int = 2) -> Estate:
    estate = EstateFactory(slug, is_public=True)
    for number in range(count):
        PlotFactory(f"{slug.upper()}-{number}", estate=estate, geometry=square(number * 98, 0, 98, 98))
    return estate


def test_a_plan_is_drawn_by_the_states_of_its_plots() -> None:
    estate = drawn_estate()
    HoldFactory(estate.plots.get(code="ESHRAGH-1"), HoldKind.OPERATING)
    assert pictures.redraw(now=NOW) == 1
    row = PlanPicture.objects.get()
    assert row.parts == {"AVAILABLE": "M10 500h490v-490h-490z", "OPERATING": "M500 500h490v-490h-490z"}
    assert (row.estate, row.width, row.height, row.in_squares, row.taken_at) == (estate, 1000, 510, False, NOW)


def test_only_what_moved_is_drawn_anew_and_all_are_as_fresh_as_the_look_at_them() -> None:
    one, other = drawn_estate(), drawn_estate("nikan")
    pictures.redraw(now=NOW)
    assert pictures.redraw(now=LATER) == 0
    assert set(PlanPicture.objects.values_list("taken_at", flat=True)) == {LATER}
    HoldFactory(one.plots.get(code="ESHRAGH-0"), HoldKind.IN_CALL)
    assert pictures.redraw(now=LATER) == 1
    assert set(one.plan_picture.parts) == {"AVAILABLE", "IN_CALL"}
    plot = other.plots.get(code="NIKAN-0")
    wider = square(0, 0, 98, 49)
    plots.save_plot(
        code=plot.code, estate_id=other.pk, values={}, block=None, trades=None, geometry=wider, by=None, now=LATER
    )
    assert pictures.redraw(now=LATER + timedelta(minutes=10)) == 1
    other.plan_picture.refresh_from_db()
    assert other.plan_picture.parts["AVAILABLE"].startswith("M10 500h490v-245")


def test_an_estate_without_a_plan_or_not_for_everybody_has_no_picture() -> None:
    drawn_estate()
    hidden = drawn_estate("hidden")
    PlotFactory("NOPLAN-1", estate=EstateFactory("noplan", is_public=True))
    pictures.redraw(now=NOW)
    Estate.objects.filter(pk=hidden.pk).update(is_public=False)
    pictures.redraw(now=LATER)
    assert list(PlanPicture.objects.values_list("estate__slug", flat=True)) == ["eshragh"]


def test_looking_for_what_moved_takes_the_same_few_queries_for_one_estate_and_for_many() -> None:
    counts = []
    for number in range(3):
        drawn_estate(f"estate-{number}", 1)
        pictures.redraw(now=NOW)
        with CaptureQueriesContext(connection) as caught:
            assert pictures.redraw(now=LATER) == 0
        assert not any("geometry" in query["sql"].split("WHERE")[0] for query in caught)
        counts.append(len(caught))
    assert len(set(counts)) == 1


def test_the_clock_asks_for_it() -> None:
    due = registry.PERIODIC["dashboards.plans"]
    assert due.every == timedelta(minutes=10)
