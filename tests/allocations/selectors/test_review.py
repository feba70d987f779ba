"""The review: which file comes next, who sees a file, and what its page says."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from allocations import selectors
from allocations.errors import NoSuchApplication
from allocations.models import Application
from allocations.services import review
from core import clock
from tests.factories.accounts import UserFactory, officer
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage, begin, handed_in_like

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, Application, Application]:
    def build() -> tuple[Stage, Application, Application]:
        stage = CallFactory.published()
        return stage, *(ApplicationFactory.in_status("SUBMITTED", stage=stage) for _ in range(2))

    return make_once(build)


@pytest.fixture
def files(made):
    """A call with two applications that were handed in, the older one first."""
    return deepcopy(made)


@pytest.fixture
def taken(files):
    """The younger one, after the officer has taken it."""
    stage, _, application = files
    with stage.after_closing() as now:
        return review.take(application_id=application.pk, by=stage.officer, now=now)


def waiting(stage, now):
    return list(selectors.review.by_age(selectors.review.waiting(Application.objects.filter(call=stage.call), now)))


def next_for(stage, user, now):
    return selectors.review.next_for(user, Application.objects.all(), stage.call.pk, now)


def test_files_wait_by_their_age_and_from_the_deadline_on(files):
    stage, first, second = files
    begin(stage, UserFactory())
    (gone,) = handed_in_like(first, 1)
    Application.objects.filter(pk=gone.pk).update(status="WITHDRAWN", withdrawn_at=clock.now())
    assert waiting(stage, clock.now()) == []
    assert next_for(stage, stage.officer, clock.now()) is None
    with stage.at(stage.closes_at) as now:
        assert waiting(stage, now) == [first, second]
        assert next_for(stage, stage.officer, now) == first


def test_the_next_file_is_ones_own_before_one_that_nobody_has(files, taken):
    stage = files[0]
    with stage.after_closing() as now:
        assert next_for(stage, taken.reviewer, now) == taken
        assert next_for(stage, UserFactory(), now) != taken


def test_nobody_is_given_a_file_that_he_began_himself(files):
    stage, own, other = files
    with stage.after_closing() as now:
        assert next_for(stage, own.started_by, now) == other
        assert next_for(stage, other.started_by, now) == own
        Application.objects.filter(pk=other.pk).update(status="WITHDRAWN", withdrawn_at=now)
        assert next_for(stage, own.started_by, now) is None


def test_the_review_page_is_for_staff_of_the_estate(files, taken):
    stage, application, user = files[0], taken, taken.started_by
    page = selectors.review.review_page(application.pk, stage.officer, clock.now())
    assert (page.undecided, len(page.choices), len(page.versions)) == (1, 2, 1)
    for other in (user, officer("elsewhere")):
        with pytest.raises(NoSuchApplication):
            selectors.review.review_page(application.pk, other, clock.now())


def test_the_history_of_a_file_is_the_newest_first_and_names_who_acted(taken):
    application = taken
    entries = selectors.review.events_of(application)
    assert [one.pk for one in entries] == sorted((one.pk for one in entries), reverse=True)
    assert entries[0].actor == application.reviewer


def test_the_review_page_needs_the_same_queries_for_one_file_and_many(files, django_assert_max_num_queries):
    stage, one, other = files
    stage.officer.has_role("officer")
    Application.objects.filter(pk=other.pk).update(status="WITHDRAWN", withdrawn_at=clock.now())
    for _ in range(2):
        with stage.after_closing() as now, django_assert_max_num_queries(12):
            selectors.review.review_page(one.pk, stage.officer, now)
        handed_in_like(one, 4)
