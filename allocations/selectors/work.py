"""What waits for one person at the staff desk, by the roles he has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.choices import Role
from allocations.choices import ApplicationStatus, AssignmentStatus, CallStatus, ObjectionStatus, RunStatus
from allocations.models import (
    Application,
    Call,
    CallQuestion,
    Draw,
    FrozenList,
    Objection,
    RedrawOrder,
    Run,
    ScorerAssignment,
)
from allocations.selectors import review


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of work: `code` names it (the desk knows its sentence and its list), `count` how much of it waits."""

    code: str
    count: int


def waiting_for(user: Any, now: datetime) -> list[Waiting]:
    """Everything that waits for this person, also what is none at the moment. A fixed number of queries for each role."""
    found: list[Waiting] = []
    parts: tuple[tuple[str, Callable[[Any, list[str] | None, datetime], list[Waiting]]], ...] = (
        (Role.OFFICER, _officer),
        (Role.SCORER, _scorer),
        (Role.COMMITTEE, _committee),
    )
    for role, count in parts:
        if user.has_role(role):
            scope = user.estates_of(role)
            found += count(user, None if scope is None else sorted(scope), now)
    return list({one.code: one for one in found}.values())


def _of(rows: QuerySet[Any], estates: list[str] | None, path: str) -> QuerySet[Any]:
    return rows if estates is None else rows.filter(**{f"{path}__in": estates})


def _officer(user: Any, estates: list[str] | None, now: datetime) -> list[Waiting]:
    rows = Application.objects.of_estates(estates)  # type: ignore[attr-defined]
    mine = rows.filter(reviewer=user, status=ApplicationStatus.UNDER_REVIEW)
    return [
        Waiting("to_review", review.waiting(rows, now).count()),
        Waiting("my_files", mine.count()),
        Waiting("corrected", review.with_answered(mine).filter(is_answered=True).count()),
        _questions(estates),
    ]


def _scorer(user: Any, estates: list[str] | None, now: datetime) -> list[Waiting]:
    rows = ScorerAssignment.objects.filter(scorer=user, status=AssignmentStatus.ASSIGNED)
    return [Waiting("to_score", rows.count())]


def _committee(user: Any, estates: list[str] | None, now: datetime) -> list[Waiting]:
    calls = Call.objects.of_estates(estates)  # type: ignore[attr-defined]
    open_ones = Application.objects.filter(call=OuterRef("pk")).undecided()  # type: ignore[attr-defined]
    closed = calls.closed_at(now).filter(~Exists(open_ones))
    newer = FrozenList.objects.filter(call=OuterRef("call"), number__gt=OuterRef("number"))
    drawn = Draw.objects.filter(frozen_list=OuterRef("pk"))
    due = FrozenList.objects.filter(~Exists(newer), ~Exists(drawn), call__status=CallStatus.FROZEN, draw_at__lte=now)
    draws = Draw.objects.filter(confirmed_by__isnull=True).exclude(entered_by=user)
    redraws = RedrawOrder.objects.filter(confirmed_by__isnull=True, dropped_at__isnull=True).exclude(proposed_by=user)
    runs = Run.objects.filter(status=RunStatus.PROPOSED).exclude(proposed_by=user)
    running = Run.objects.filter(call=OuterRef("pk"), status=RunStatus.PROPOSED)
    objections = Objection.objects.filter(status=ObjectionStatus.OPEN)
    over = Q(status=CallStatus.PROVISIONAL, objections_until__lte=now)
    return [
        Waiting("to_end_review", closed.count()),
        Waiting("to_freeze", calls.filter(status=CallStatus.REVIEWED).count()),
        Waiting("to_draw", _of(due, estates, "call__estate__slug").count()),
        Waiting("draws_to_confirm", _of(draws, estates, "frozen_list__call__estate__slug").count()),
        Waiting("redraws_to_confirm", _of(redraws, estates, "frozen_list__call__estate__slug").count()),
        Waiting("to_run", calls.filter(~Exists(running), status=CallStatus.DRAWN).count()),
        Waiting("runs_to_approve", _of(runs, estates, "call__estate__slug").count()),
        Waiting("to_publish", calls.filter(status=CallStatus.ALLOCATED).count()),
        Waiting("to_finalise", calls.filter(over).count()),
        Waiting("objections", _of(objections, estates, "application__call__estate__slug").count()),
        _questions(estates),
    ]


def _questions(estates: list[str] | None) -> Waiting:
    rows = CallQuestion.objects.filter(answered_at__isnull=True)
    return Waiting("questions", _of(rows, estates, "call__estate__slug").count())
