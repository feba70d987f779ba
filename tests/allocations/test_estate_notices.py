"""Estate and plot pages name the calls that are open or announced there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from allocations.estate_notices import calls_of, wishes_of
from allocations.models import Choice
from core import clock
from tests.factories.allocations import CallFactory
from tests.factories.decisions import scored_world

pytestmark = pytest.mark.django_db


def test_an_open_call_stands_on_the_page_of_its_estate() -> None:
    stage = CallFactory.published()
    with clock.shifted(stage.call.opens_at - clock.now() + timedelta(minutes=1)):
        found = calls_of([stage.call.estate_id], clock.now())
    (notice,) = found[stage.call.estate_id]
    assert (notice.title, notice.status) == (stage.call.title, "OPEN")
    assert notice.url == reverse("calls:detail", args=[stage.call.slug])


def test_after_the_deadline_it_is_gone() -> None:
    stage = CallFactory.published()
    with stage.after_closing():
        assert calls_of([stage.call.estate_id], clock.now()) == {}


def test_estates_without_calls_are_not_in_the_answer() -> None:
    stage = CallFactory.published()
    assert calls_of([stage.call.estate_id + 1], clock.now()) == {}


def test_the_page_itself_links_to_the_call(client: Client) -> None:
    stage = CallFactory.published()
    with clock.shifted(stage.call.opens_at - clock.now() + timedelta(minutes=1)):
        page = client.get(reverse("estates:detail", args=[stage.call.estate.slug]))
    assert reverse("calls:detail", args=[stage.call.slug]) in page.content.decode()


def test_plots_are_counted_once_for_each_application_that_names_them_and_was_handed_in() -> None:
    world = scored_world(applicants=3, plots=2)
    named = Choice.objects.filter(named=True).exclude(application__status="DRAFT")
    expected = {
        plot.pk: len({row.application_id for row in named.filter(call_plot__plot=plot)}) for plot in world.plots
    }
    assert wishes_of(world.call.estate_id) == {plot: count for plot, count in expected.items() if count}
    assert sum(wishes_of(world.call.estate_id).values()) >= 3
    assert wishes_of(world.call.estate_id + 1) == {}
