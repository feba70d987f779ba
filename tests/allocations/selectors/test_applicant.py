"""What an applicant reads of his own applications, and that they are nobody else's."""

from __future__ import annotations

import pytest

from allocations import events, selectors
from allocations.errors import NoSuchApplication
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, begin

pytestmark = pytest.mark.django_db


def test_a_foreign_track_looks_like_a_missing_one():
    application = begin(CallFactory.published(), UserFactory())
    for track in (application.tracking_code, "ZN-1405-2222222", "x", ""):
        with pytest.raises(NoSuchApplication):
            selectors.application.application_of(track, UserFactory())


def test_the_history_is_told_newest_first_and_without_names_of_officials():
    stage, user = CallFactory.published(), UserFactory()
    application = ApplicationFactory.in_status("INELIGIBLE", stage=stage, user=user)
    story = events.of(application, selectors.applicant.history(application))
    assert [one.at for one in story] == sorted((one.at for one in story), reverse=True)
    assert [one.tone for one in story] == ["stop", "neutral", "ok", "neutral"]
    assert not [one for one in story if stage.officer.get_full_name() in f"{one.title} {one.note}"]


def test_what_waits_for_the_applicant_stands_first():
    stage, user = CallFactory.published(), UserFactory()
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage, user=user)
    newer = ApplicationFactory.in_status("WITHDRAWN", stage=CallFactory.published(), user=user)
    with stage.after_closing() as now:
        cases = selectors.applicant.cases(user, now)
    assert [case.application for case in cases] == [asked, newer]
    assert cases[0].standing.acts
    assert selectors.applicant.cases(UserFactory(), now) == []


def test_his_list_needs_the_same_queries_for_one_and_twenty(django_assert_num_queries):
    user = UserFactory()
    for count in (1, 20):
        while len(selectors.applicant.cases(user, clock.now())) < count:
            begin(CallFactory.published(plots=1), user)
        with django_assert_num_queries(2):
            assert len(selectors.applicant.cases(user, clock.now())) == count
