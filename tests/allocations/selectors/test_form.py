"""The task list and what of a form may be changed now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from allocations import selectors
from allocations.choices import Step
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, begin

pytestmark = pytest.mark.django_db


def tasks(application, user):
    fresh = selectors.application.application_of(application.tracking_code, user)
    return {task.step: task for task in selectors.form.tasks(fresh, clock.now())}


def test_the_task_list_goes_from_nothing_to_done():
    stage, user = CallFactory.published(), UserFactory()
    before = tasks(begin(stage, user), user)
    assert before[Step.CRAFT].status == "todo"
    assert before[Step.CHECK].status == before[Step.DECLARATION].status == "blocked"
    assert before[Step.CHECK].hint
    assert Step.GROUPS not in before
    after = tasks(stage.application(user), user)
    assert {task.status for task in after.values()} == {"done"}


def test_the_next_step_is_behind_the_present_one_else_the_first_that_is_open():
    stage, user = CallFactory.published(), UserFactory()
    open_ones = list(tasks(begin(stage, user), user).values())
    assert selectors.form.next_step(open_ones, Step.CRAFT) == Step.PLAN
    assert selectors.form.next_step(open_ones, Step.DECLARATION) == open_ones[0].step
    done = list(tasks(stage.application(user), user).values())
    assert selectors.form.next_step(done, Step.CRAFT) is None


def test_in_the_term_everything_may_be_changed_and_after_it_nothing():
    stage = CallFactory.published()
    application = begin(stage, UserFactory())
    assert selectors.form.opening(application, clock.now()).allows_step(Step.PLAN)
    with stage.at(stage.closes_at) as now:
        opening = selectors.form.opening(application, now)
    assert not opening.allows_step(Step.PLAN)
    assert opening.closed


def test_a_correction_opens_what_was_sent_back_and_nothing_else():
    stage = CallFactory.published()
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage)
    with stage.after_closing(timedelta(days=1)) as now:
        opening = selectors.form.opening(asked, now)
    assert opening.correction == asked.corrections.get()
    assert opening.allows_step(Step.CRAFT) and opening.allows_step(Step.PAPERS)
    assert not opening.allows_step(Step.PLAN)


@pytest.mark.parametrize("status", ["UNDER_REVIEW", "INELIGIBLE", "WITHDRAWN"])
def test_a_form_that_is_decided_says_why_it_is_closed(status):
    application = ApplicationFactory.in_status(status)
    opening = selectors.form.opening(application, clock.now())
    assert opening.closed and not opening.allows(Step.CRAFT)


def test_the_task_list_needs_the_same_queries_for_every_length_of_the_form(django_assert_num_queries):
    stage, user = CallFactory.published(plots=20), UserFactory()
    short = begin(stage, user)
    long = stage.application(UserFactory())
    for application in (short, long):
        fresh = selectors.application.application_of(application.tracking_code, application.started_by)
        with django_assert_num_queries(7):
            selectors.form.tasks(fresh, clock.now())
