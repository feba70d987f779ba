"""Plots in order of liking, by buttons alone."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from allocations.models import Application, Receipt
from allocations.services import applications
from core import clock
from tests.allocations.views.form import detail, step
from tests.factories.allocations import CallFactory, Stage, begin

pytestmark = pytest.mark.django_db


def codes(application: Application) -> list[str]:
    return list(application.choices.order_by("position").values_list("call_plot__plot__code", flat=True))


def test_buttons_add_move_and_remove(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    mine, address = browser(user), step(application, "choices")
    one, two, three = (plot.code for plot in stage.plots)
    for code in (one, two, three):
        assert mine.post(address, {"add": code}).status_code == 302
    assert codes(application) == [one, two, three]
    mine.post(address, {"order": [one, two, three], "up": three})
    assert codes(application) == [one, three, two]
    mine.post(address, {"order": [one, three, two], "down": one})
    assert codes(application) == [three, one, two]
    mine.post(address, {"order": [two, one, three], "reorder": "1"})
    assert codes(application) == [two, one, three]
    mine.post(address, {"order": [two, one, three], "remove": one})
    assert codes(application) == [two, three]


def test_the_end_of_the_list_is_not_passed(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    mine, address = browser(user), step(application, "choices")
    one, two = (plot.code for plot in stage.plots[:2])
    for wish in ({"up": one}, {"down": two}):
        mine.post(address, {"order": [one, two], **wish})
        assert codes(application) == [one, two]


def test_the_only_plot_cannot_be_taken_out_without_a_word(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    mine, address = browser(user), step(application, "choices")
    code = stage.plots[0].code
    mine.post(address, {"add": code})
    answer = mine.post(address, {"order": [code], "remove": code})
    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()
    assert codes(application) == [code]


@pytest.mark.parametrize("wish", [{"save": "1"}, {"order": ["X-1"]}, {"add": "<b>"}, {"add": "9" * 90}, {}])
def test_what_the_call_does_not_offer_is_refused(stage: Stage, user: User, browser: Any, wish: Any) -> None:
    application = begin(stage, user)
    assert browser(user).post(step(application, "choices"), {"shown": "1", **wish}).status_code == 422
    assert codes(application) == []


def test_any_other_plot_alone_is_an_answer(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    answer = browser(user).post(step(application, "choices"), {"shown": "1", "save": "1", "any_other": "on"})
    assert answer.status_code == 302
    application.refresh_from_db()
    assert application.any_other_plot


def test_moves_in_a_handed_in_form_count_only_when_saved(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    mine, address = browser(user), step(application, "choices")
    one, two = codes(application)
    moved = mine.post(address, {"order": [one, two], "up": two})
    assert moved.status_code == 200
    assert codes(application) == [one, two] and Receipt.objects.count() == 1
    text = moved.content.decode()
    assert text.index(f'name="order" value="{two}"') < text.index(f'name="order" value="{one}"')
    assert mine.post(address, {"order": [two, one], "save": "1"})["Location"] == detail(application)
    assert codes(application) == [two, one] and Receipt.objects.count() == 2


@pytest.mark.parametrize("plots", [1, 20])
def test_the_page_asks_the_same_whatever_is_on_offer(
    user: User, browser: Any, django_assert_max_num_queries: Any, plots: int
) -> None:
    stage = CallFactory.published(plots=plots)
    application = begin(stage, user)
    codes = [plot.code for plot in stage.plots]
    given = {"application_id": application.pk, "by": user, "now": clock.now()}
    applications.set_choices(plot_codes=codes, any_other=False, **given)
    mine = browser(user)
    with django_assert_max_num_queries(10):
        assert mine.get(step(application, "choices")).status_code == 200
