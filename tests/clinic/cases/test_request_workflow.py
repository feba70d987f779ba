"""The whole matrix state × arrow × role of requests and appointments, tried from the tables."""

from __future__ import annotations

from typing import Any

import pytest

from clinic.cases.workflow import APPOINTMENT, REQUEST
from core import clock
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

LEAD = "clinic_lead"
WHO: dict[str, set[str]] = {
    "cases.decide_request": {LEAD},
    "cases.own_request": {"owner"},
    "cases.cancel_appointment": {LEAD, "owner", "its_consultant"},
    "cases.note_appointment": {LEAD, "its_consultant"},
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def test_requests() -> None:
    made, now = RequestFactory("NEW_BUSINESS"), clock.now()
    decided: dict[str, Any] = {"decided_by": made.lead, "decided_at": now}
    facts: dict[str, dict[str, Any]] = {state: {**decided, "reason": "x", "answer": "x"} for state in REQUEST.states}
    facts["SUBMITTED"] = {"decided_by": None, "decided_at": None}
    assert tried(REQUEST, made.request, WHO, everybody(owner=made.user), facts) == []


def test_appointments() -> None:
    its_consultant, made, now = consultant_with_hours(), RequestFactory("QUESTION"), clock.now()
    talk = made.book()
    facts: dict[str, dict[str, Any]] = {state: {"closed_at": now} for state in APPOINTMENT.states}
    facts["BOOKED"] = {"closed_at": None}
    people = everybody(owner=made.user, its_consultant=its_consultant.user)
    assert tried(APPOINTMENT, talk, WHO, people, facts) == []
