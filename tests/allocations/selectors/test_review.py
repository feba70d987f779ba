"""The review: which file comes next, who sees a file, and what its page says."""

from __future__ import annotations

import pytest

from allocations import selectors
from allocations.errors import NoSuchApplication
from allocations.models import Application
from core import clock
from tests.factories.accounts import UserFactory, officer
from tests.factories.allocations import ApplicationFactory, CallFactory

pytestmark = pytest.mark.django_db


def waiting(stage, now):
    return list(selectors.review.by_age(selectors.review.waiting(Application.objects.filter(call=stage.call), now)))


def next_for(stage, user, now):
    return selectors.review.next_for(user, Application.objects.all(), stage.call.pk, now)


def test_files_wait_by_their_age_and_from_the_deadline_on():
    stage = CallFactory.published()
    first, second = (ApplicationFactory.in_status("SUBMITTED", stage=stage) for _ in range(2))
    ApplicationFactory.in_status("DRAFT", stage=stage)
    ApplicationFactory.in_status("WITHDRAWN", stage=stage)
    assert waiting(stage, clock.now()) == []
    assert next_for(stage, stage.officer, clock.now()) is None
    with stage.at(stage.closes_at) as now:
        assert waiting(stage, now) == [first, second]
        assert next_for(stage, stage.officer, now) == first


def test_the_next_file_is_ones_own_before_one_that_nobody_has():
    stage = CallFactory.published()
    ApplicationFactory.in_status("SUBMITTED", stage=stage)
    taken = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage)
    with stage.after_closing() as now:
        assert next_for(stage, taken.reviewer, now) == taken
        assert next_for(stage, UserFactory(), now) != taken


def test_nobody_is_given_a_file_that_he_began_himself():
    stage = CallFactory.published()
    own = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    with stage.after_closing() as now:
        assert next_for(stage, own.started_by, now) is None


def test_the_review_page_is_for_staff_of_the_estate():
    stage, user = CallFactory.published(), UserFactory()
    application = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user)
    page = selectors.review.review_page(application.pk, stage.officer, clock.now())
    assert (page.undecided, len(page.choices), len(page.versions)) == (1, 2, 1)
    for other in (user, officer("elsewhere")):
        with pytest.raises(NoSuchApplication):
            selectors.review.review_page(application.pk, other, clock.now())


def test_the_history_of_a_file_is_the_newest_first_and_names_who_acted():
    stage = CallFactory.published()
    application = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage)
    entries = selectors.review.events_of(application)
    assert [one.pk for one in entries] == sorted((one.pk for one in entries), reverse=True)
    assert entries[0].actor == application.reviewer


def test_the_review_page_needs_the_same_queries_for_one_file_and_many(django_assert_max_num_queries):
    stage = CallFactory.published()
    stage.officer.has_role("officer")
    one = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    for _ in range(2):
        with stage.after_closing() as now, django_assert_max_num_queries(12):
            selectors.review.review_page(one.pk, stage.officer, now)
        for _ in range(4):
            ApplicationFactory.in_status("SUBMITTED", stage=stage)
