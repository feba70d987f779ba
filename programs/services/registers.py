"""Risks, issues and decisions of a programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core.persian.calendar import tehran_date
from core.transitions import apply
from core.writing import write
from programs.models import Decision, Issue, Risk
from programs.services.rows import changeable, only, part
from programs.workflow import ISSUE, RISK

RISK_FIELDS = frozenset({"name", "likelihood", "impact", "response", "owner", "due_on"})
ISSUE_FIELDS = frozenset({"name", "response", "raised_on", "owner", "due_on"})
DECISION_FIELDS = frozenset({"taken_on", "body", "text", "decided_by", "follow_up", "is_public"})


def add_risk(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Risk:
    """Enter a risk; `values` are `RISK_FIELDS`, likelihood and impact from 1 to 5."""
    only(values, RISK_FIELDS)
    with transaction.atomic():
        risk = Risk(programme=changeable(programme_id, by=by, now=now))
        return write(risk, values, by=by, now=now, event="programs.risk")


def change_risk(*, risk_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Risk:
    """Rate a risk anew, or change what is done about it."""
    only(values, RISK_FIELDS)
    with transaction.atomic():
        return write(part(Risk, risk_id, by=by, now=now), values, by=by, now=now, event="programs.risk")


def move_risk(*, risk_id: int, move: str, by: Any, now: datetime) -> Risk:
    """Say that a risk has happened ("occur"), is none any more ("close") or is watched again ("reopen")."""
    with transaction.atomic():
        return apply(RISK, part(Risk, risk_id, by=by, now=now), move, by=by, now=now)


def add_issue(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Issue:
    """Enter an issue; `values` are `ISSUE_FIELDS`; without a day it counts from today."""
    only(values, ISSUE_FIELDS)
    with transaction.atomic():
        issue = Issue(programme=changeable(programme_id, by=by, now=now))
        values = {**values, "raised_on": values.get("raised_on") or tehran_date(now)}
        return write(issue, values, by=by, now=now, event="programs.issue")


def change_issue(*, issue_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Issue:
    """Change an issue or what is done about it."""
    only(values, ISSUE_FIELDS)
    with transaction.atomic():
        return write(part(Issue, issue_id, by=by, now=now), values, by=by, now=now, event="programs.issue")


def move_issue(*, issue_id: int, move: str, by: Any, now: datetime) -> Issue:
    """Say that an issue is solved ("solve") or hinders again ("reopen")."""
    with transaction.atomic():
        issue = part(Issue, issue_id, by=by, now=now)
        solved_on = tehran_date(now) if move == "solve" else None
        return apply(ISSUE, issue, move, by=by, now=now, changes={"solved_on": solved_on})


def add_decision(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Decision:
    """Enter a decision; `values` are `DECISION_FIELDS`."""
    only(values, DECISION_FIELDS)
    with transaction.atomic():
        decision = Decision(programme=changeable(programme_id, by=by, now=now))
        return write(decision, values, by=by, now=now, event="programs.decision")


def change_decision(*, decision_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Decision:
    """Correct a decision or its follow-up; the old wording stays in the audit events."""
    only(values, DECISION_FIELDS)
    with transaction.atomic():
        return write(part(Decision, decision_id, by=by, now=now), values, by=by, now=now, event="programs.decision")
