"""The task list and what of a form may be changed now."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from allocations import selectors
from allocations.choices import Step
from allocations.models import Application
from allocations.services import review
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage, begin, fill

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(plots=20), UserFactory()
        return stage, user, begin(stage, user)

    return make_once(build)


@pytest.fixture(scope="module")
def made_taken(make_once: Any, made: Any) -> Application:
    return make_once(lambda: ApplicationFactory.in_status("UNDER_REVIEW", stage=made[0]))


@pytest.fixture
def begun(made):
    """A call with twenty plots, somebody, and the form that he has begun."""
    return deepcopy(made)


@pytest.fixture
def taken(made_taken):
    """Another one's application, which the officer has taken for review."""
    return deepcopy(made_taken)


def tasks(application, user):
    fresh = selectors.application.application_of(application.tracking_code, user)
    return {task.step: task for task in selectors.form.tasks(fresh, clock.now())}


def test_the_task_list_goes_from_nothing_to_done(begun):
    _, user, form = begun
    before = tasks(form, user)
    assert before[Step.CRAFT].status == "todo"
    assert before[Step.CHECK].status == before[Step.DECLARATION].status == "blocked"
    assert before[Step.CHECK].hint
    assert Step.GROUPS not in before
    after = tasks(fill(form, by=user), user)
    assert {task.status for task in after.values()} == {"done"}


def test_the_next_step_is_behind_the_present_one_else_the_first_that_is_open(begun):
    _, user, form = begun
    open_ones = list(tasks(form, user).values())
    assert selectors.form.next_step(open_ones, Step.CRAFT) == Step.PLAN
    assert selectors.form.next_step(open_ones, Step.DECLARATION) == open_ones[0].step
    done = list(tasks(fill(form, by=user), user).values())
    assert selectors.form.next_step(done, Step.CRAFT) is None


def test_in_the_term_everything_may_be_changed_and_after_it_nothing(begun):
    stage, _, application = begun
    assert selectors.form.opening(application, clock.now()).allows_step(Step.PLAN)
    with stage.at(stage.closes_at) as now:
        opening = selectors.form.opening(application, now)
    assert not opening.allows_step(Step.PLAN)
    assert opening.closed


def test_a_correction_opens_what_was_sent_back_and_nothing_else(begun, taken):
    stage, asked = begun[0], taken
    with stage.after_closing() as now:
        wanted = {"items": ["craft", "paper:licence"], "message": "ناخوانا", "until": now + timedelta(days=5)}
        review.request_correction(application_id=asked.pk, by=stage.officer, now=now, **wanted)
    asked.refresh_from_db()
    with stage.after_closing(timedelta(days=1)) as now:
        opening = selectors.form.opening(asked, now)
    assert opening.correction == asked.corrections.get()
    assert opening.allows_step(Step.CRAFT) and opening.allows_step(Step.PAPERS)
    assert not opening.allows_step(Step.PLAN)


@pytest.mark.parametrize("status", ["UNDER_REVIEW", "INELIGIBLE", "WITHDRAWN"])
def test_a_form_that_is_decided_says_why_it_is_closed(taken, status):
    withdrawn = clock.now() if status == "WITHDRAWN" else None
    Application.objects.filter(pk=taken.pk).update(status=status, withdrawn_at=withdrawn)
    application = Application.objects.get(pk=taken.pk)
    opening = selectors.form.opening(application, clock.now())
    assert opening.closed and not opening.allows(Step.CRAFT)


def test_the_task_list_needs_the_same_queries_for_every_length_of_the_form(begun, taken, django_assert_num_queries):
    for application in (begun[2], taken):
        fresh = selectors.application.application_of(application.tracking_code, application.started_by)
        with django_assert_num_queries(7):
            selectors.form.tasks(fresh, clock.now())
