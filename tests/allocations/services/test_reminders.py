"""Reminders and the jobs that follow the dates: once each, however often they run."""

from __future__ import annotations

from datetime import timedelta

import pytest

from allocations.services import calls, reminders
from core import clock
from core.jobs.registry import PERIODIC
from core.messages.models import Message
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, begin

pytestmark = pytest.mark.django_db


def told(template, user):
    return Message.objects.filter(template=template, user=user).count()


def test_a_draft_is_reminded_once_in_the_last_two_days_and_anew_for_a_longer_term():
    stage, user, done = CallFactory.published(), UserFactory(), UserFactory()
    begin(stage, user)
    ApplicationFactory.in_status("SUBMITTED", stage=stage, user=done)
    assert reminders.remind_of_closing(now=stage.closes_at - timedelta(hours=49)) == 0
    for hours in (48, 30, 1):
        reminders.remind_of_closing(now=stage.closes_at - timedelta(hours=hours))
    assert (told("allocations.closing_soon", user), told("allocations.closing_soon", done)) == (1, 0)
    calls.extend(
        call_id=stage.call.pk,
        closes_at=stage.closes_at + timedelta(days=5),
        reason="برف",
        by=stage.member,
        now=clock.now(),
    )
    reminders.remind_of_closing(now=stage.closes_at - timedelta(hours=1))
    assert told("allocations.closing_soon", user) == 2


def test_a_correction_is_reminded_once_in_its_last_day():
    stage, user = CallFactory.published(), UserFactory()
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage, user=user)
    end = asked.corrections.get().until
    assert reminders.remind_of_corrections(now=end - timedelta(hours=25)) == 0
    for hours in (24, 3):
        assert reminders.remind_of_corrections(now=end - timedelta(hours=hours)) == 1
    assert reminders.remind_of_corrections(now=end) == 0
    assert told("allocations.correction_reminder", user) == 1


def test_the_schedule_knows_the_jobs():
    assert {"allocations.follow_dates", "allocations.remind"} <= set(PERIODIC)
