"""What an applicant reads of his own applications, and that they are nobody else's."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from allocations import events, selectors
from allocations.choices import RefusalReason
from allocations.errors import NoSuchApplication
from allocations.models import Application
from allocations.services import review
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage, begin, copies

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user)

    return make_once(build)


@pytest.fixture
def taken(made):
    """A call, somebody, and his application that the officer has taken for review."""
    return deepcopy(made)


def test_a_foreign_track_looks_like_a_missing_one(taken):
    application = taken[2]
    for track in (application.tracking_code, "ZN-1405-2222222", "x", ""):
        with pytest.raises(NoSuchApplication):
            selectors.application.application_of(track, UserFactory())


def test_the_history_is_told_newest_first_and_without_names_of_officials(taken):
    stage, _, application = taken
    with stage.after_closing() as now:
        refusal = {"eligible": False, "reason_codes": [RefusalReason.LICENCE_NOT_CONFIRMED]}
        review.decide_eligibility(application_id=application.pk, by=stage.officer, now=now, **refusal)
    story = events.of(application, selectors.applicant.history(application))
    assert [one.at for one in story] == sorted((one.at for one in story), reverse=True)
    assert [one.tone for one in story] == ["stop", "neutral", "ok", "neutral"]
    assert not [one for one in story if stage.officer.get_full_name() in f"{one.title} {one.note}"]


def test_what_waits_for_the_applicant_stands_first(taken):
    stage, user, asked = taken
    newer = ApplicationFactory.in_status("WITHDRAWN", stage=copies(stage, 1)[0], user=user)
    with stage.after_closing() as now:
        until = now + timedelta(days=5)
        given = {"items": ["craft"], "message": "ناخوانا", "until": until, "by": stage.officer, "now": now}
        review.request_correction(application_id=asked.pk, **given)
        cases = selectors.applicant.cases(user, now)
    assert [case.application for case in cases] == [asked, newer]
    assert cases[0].standing.acts
    assert selectors.applicant.cases(UserFactory(), now) == []


def test_his_list_needs_the_same_queries_for_one_and_twenty(taken, django_assert_num_queries):
    stage, user, _ = taken
    for count in (1, 20):
        for another in copies(stage, count - 1):
            begin(another, user)
        with django_assert_num_queries(2):
            assert len(selectors.applicant.cases(user, clock.now())) == count
