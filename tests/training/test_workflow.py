"""The whole matrix state × arrow × role of courses and registrations, tried from the tables."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.choices import Role
from core import clock
from tests.factories.training import CourseFactory
from tests.support.matrix import everybody, tried
from training.workflow import COURSE, REGISTRATION

pytestmark = pytest.mark.django_db

HOLDERS = {str(Role.PROGRAMME_OFFICER), str(Role.CLINIC_LEAD)}
WHO: dict[str, set[str]] = {
    "training.publish_course": HOLDERS,
    "training.cancel_course": HOLDERS,
    "training.close_course": HOLDERS,
    "training.cancel_registration": HOLDERS | {"participant"},
    "training.decide_registration": HOLDERS,
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def test_courses() -> None:
    made = CourseFactory()
    facts: dict[str, dict[str, Any]] = {"CLOSED": {"closed_at": clock.now()}, "CANCELLED": {"cancelled_reason": "x"}}
    assert tried(COURSE, made.course, WHO, everybody(), facts) == []


def test_registrations() -> None:
    made, now = CourseFactory(), clock.now()
    row = made.join()
    seated: dict[str, Any] = {"seated_at": now, "ended_at": None}
    facts: dict[str, dict[str, Any]] = {state: {"seated_at": now, "ended_at": now} for state in REGISTRATION.states}
    facts |= {"WAITING": {"seated_at": None, "ended_at": None}, "REGISTERED": seated}
    assert tried(REGISTRATION, row, WHO, everybody(participant=made.people[0].user), facts) == []
