"""One clock decides the deadline: the database's, read once under the lock; to the millisecond (trust.md R2)."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User
from allocations.choices import CallStatus, Step
from allocations.errors import CallNotOpen
from allocations.models import Application, Call
from allocations.services import applications, calls
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory, Stage, begin

pytestmark = pytest.mark.django_db

MILLISECOND = timedelta(milliseconds=1)


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, stage.application(user)

    return make_once(build)


@pytest.fixture
def filled(made):
    """A call, somebody, and his form with every step filled in."""
    return deepcopy(made)


@pytest.fixture
def stopped(monkeypatch):
    """Stops the database's clock at a moment."""

    def stop(moment: datetime) -> None:
        monkeypatch.setattr(clock, "database_now", lambda: moment)

    return stop


@pytest.mark.parametrize(("offset", "in_time"), [(-MILLISECOND, True), (timedelta(0), False), (MILLISECOND, False)])
@pytest.mark.parametrize("skew", [timedelta(minutes=-5), timedelta(0), timedelta(minutes=5)])
def test_submission_is_decided_to_the_millisecond_whatever_the_machine_says(filled, stopped, offset, in_time, skew):
    stage, user, application = filled
    moment = stage.closes_at + offset
    stopped(moment)
    with time_machine.travel(moment + skew, tick=False):
        given = {"application_id": application.pk, "by": user, "now": clock.now()}
        if in_time:
            assert applications.submit(**given).issued_at == moment
        else:
            with pytest.raises(CallNotOpen) as refused:
                applications.submit(**given)
            assert refused.value.code == "call_closed"
    application.refresh_from_db()
    assert application.status == ("SUBMITTED" if in_time else "DRAFT")
    assert application.first_submitted_at == (moment if in_time else None)


@pytest.mark.parametrize("offset", [timedelta(0), MILLISECOND])
def test_nothing_changes_at_or_after_the_deadline(filled, stopped, offset):
    stage, user, application = filled
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    stopped(stage.closes_at + offset)
    given = {"application_id": application.pk, "by": user, "now": clock.now()}
    with pytest.raises(CallNotOpen):
        applications.save_step(step=Step.PLAN, data={"jobs_now": 9}, **given)
    with pytest.raises(CallNotOpen):
        applications.set_choices(plot_codes=[stage.plots[0].code], any_other=False, **given)
    application.refresh_from_db()
    assert application.jobs_now == 2
    assert application.versions.count() == 1


def test_a_draft_begins_between_opening_and_closing_only(filled, stopped):
    stage = filled[0]
    for moment in (stage.call.opens_at - MILLISECOND, stage.call.closes_at):
        stopped(moment)
        with pytest.raises(CallNotOpen):
            begin(stage, UserFactory())
    stopped(stage.call.opens_at)
    assert begin(stage, UserFactory()).status == "DRAFT"


def test_the_phase_follows_the_dates_and_not_the_stored_status():
    call = Call(status=CallStatus.PUBLISHED, opens_at=datetime(2026, 1, 1, tzinfo=UTC))
    call.closes_at = datetime(2026, 2, 1, tzinfo=UTC)
    for stored in (CallStatus.PUBLISHED, CallStatus.OPEN, CallStatus.CLOSED):
        call.status = stored
        assert call.phase_at(call.opens_at - MILLISECOND) is CallStatus.PUBLISHED
        assert call.phase_at(call.opens_at) is CallStatus.OPEN
        assert call.phase_at(call.closes_at - MILLISECOND) is CallStatus.OPEN
        assert call.phase_at(call.closes_at) is CallStatus.CLOSED
    for stored in (CallStatus.DRAFT, CallStatus.REVIEWED, CallStatus.FINAL, CallStatus.CANCELLED):
        call.status = stored
        assert call.phase_at(call.opens_at) is stored


def test_the_filters_say_what_the_phase_says(filled):
    stage = filled[0]
    call, opens, closes = stage.call, stage.call.opens_at, stage.call.closes_at
    for moment in (opens - MILLISECOND, opens, closes - MILLISECOND, closes):
        phase = call.phase_at(moment)
        assert Call.objects.announced_at(moment).contains(call) == (phase is CallStatus.PUBLISHED)
        assert Call.objects.open_at(moment).contains(call) == (phase is CallStatus.OPEN)
        assert Call.objects.closed_at(moment).contains(call) == (phase is CallStatus.CLOSED)


def test_a_submission_needs_no_timer_to_have_run(filled):
    stage, user, application = filled
    assert stage.call.status == CallStatus.PUBLISHED
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    with stage.after_closing() as now:
        assert calls.settle_phases(now=now) >= 1
    stage.call.refresh_from_db()
    assert stage.call.status == CallStatus.CLOSED
