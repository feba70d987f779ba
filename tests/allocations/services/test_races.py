"""Two at once: what locks and constraints make of it (trust.md R1, R3)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from allocations.errors import TakenByOther
from allocations.models import Application, Receipt
from allocations.services import applications, calls, form_locks, review
from core import clock
from core.errors import WrongState
from tests.factories.accounts import ApplicantFactory, UserFactory, officer
from tests.factories.allocations import ApplicationFactory, CallFactory

pytestmark = pytest.mark.django_db(transaction=True)

RACERS = 8


def race(act: Callable[[int], Any], racers: int = RACERS) -> list[Any]:
    """`act(number)` by as many threads at the same moment; what each returned or raised."""
    start, results = threading.Barrier(racers), [None] * racers

    def run(number: int) -> None:
        try:
            start.wait(timeout=10)
            results[number] = act(number)
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


def test_many_clicks_on_begin_make_one_draft():
    stage, user = CallFactory.published(), UserFactory()
    applicant = ApplicantFactory(user=user)
    given = {"call_id": stage.call.pk, "applicant_id": applicant.pk, "by": user}
    found = race(lambda number: applications.start(**given, now=clock.now()))
    assert len({one.pk for one in found}) == 1
    assert Application.objects.filter(call=stage.call).count() == 1


def test_many_clicks_on_hand_in_make_one_receipt():
    stage, user = CallFactory.published(), UserFactory()
    application = stage.application(user)
    found = race(lambda number: applications.submit(application_id=application.pk, by=user, now=clock.now()))
    assert {one.pk for one in found} == {Receipt.objects.get(application=application).pk}
    assert application.versions.count() == 1


def test_many_applicants_hand_in_at_once_without_waiting_for_each_other():
    stage = CallFactory.published()
    users = [UserFactory() for _ in range(4)]
    drafts = [stage.application(user) for user in users]

    def hand_in(number: int) -> Receipt:
        with transaction.atomic():
            receipt = applications.submit(application_id=drafts[number].pk, by=users[number], now=clock.now())
            # All four stand here together, each inside its transaction: nobody holds the call alone.
            together.wait(timeout=10)
            return receipt

    together = threading.Barrier(4)
    found = race(hand_in, 4)
    assert {type(one) for one in found} == {Receipt}


def test_of_many_officers_one_takes_the_application():
    stage = CallFactory.published()
    application = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    officers = [officer(stage.call.estate.slug) for _ in range(RACERS)]
    closes = stage.closes_at

    def take(number: int) -> Any:
        with stage.at(closes) as now:
            return review.take(application_id=application.pk, by=officers[number], now=now)

    found = race(take)
    winners = [one for one in found if isinstance(one, Application)]
    assert len(winners) == 1
    assert sum(isinstance(one, TakenByOther) for one in found) == RACERS - 1


def test_the_review_is_not_over_while_somebody_who_was_in_time_still_commits():
    stage, user = CallFactory.published(), UserFactory()
    application = stage.application(user)
    inside, go_on = threading.Event(), threading.Event()
    closes = stage.closes_at

    def hand_in_slowly() -> None:
        try:
            with transaction.atomic():
                applications.submit(application_id=application.pk, by=user, now=clock.now())
                inside.set()
                go_on.wait(timeout=10)
        finally:
            connection.close()

    slow = threading.Thread(target=hand_in_slowly)
    slow.start()
    assert inside.wait(timeout=10)
    threading.Timer(0.5, go_on.set).start()
    with stage.at(closes) as now, pytest.raises(WrongState) as refused:
        calls.mark_reviewed(call_id=stage.call.pk, by=stage.officer, now=now)
    slow.join(timeout=10)
    assert refused.value.code == "not_all_decided"


def test_without_the_shared_lock_the_late_commit_would_be_overlooked(monkeypatch):
    """The negative control of the test above: the guard is the lock on the call."""
    stage, user = CallFactory.published(), UserFactory()
    application = stage.application(user)
    bare = form_locks.SHARE_OF_APPLICATION.replace("FOR KEY SHARE", "")
    monkeypatch.setattr(form_locks, "SHARE_OF_APPLICATION", bare)
    inside, go_on = threading.Event(), threading.Event()
    closes = stage.closes_at

    def hand_in_slowly() -> None:
        try:
            with transaction.atomic():
                applications.submit(application_id=application.pk, by=user, now=clock.now())
                inside.set()
                go_on.wait(timeout=10)
        finally:
            connection.close()

    slow = threading.Thread(target=hand_in_slowly)
    slow.start()
    assert inside.wait(timeout=10)
    with stage.at(closes) as now:
        overlooked = calls.mark_reviewed(call_id=stage.call.pk, by=stage.officer, now=now)
    go_on.set()
    slow.join(timeout=10)
    assert overlooked.status == "REVIEWED"
    application.refresh_from_db()
    assert application.status == "SUBMITTED"
