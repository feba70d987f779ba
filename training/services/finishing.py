"""The end of a course: who passed is settled by the rules that were announced, and certificates are issued."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.transitions import apply
from training import policies, texts
from training.choices import CourseStatus
from training.errors import NotReady
from training.models import Course, Registration
from training.permissions import require
from training.selectors.results import Line, hours_of, lines
from training.services import certificates, courses
from training.services.notices import tell
from training.services.writing import locked_course
from training.workflow import COURSE, REGISTRATION


def obstacles(course: Course, found: list[Line], now: datetime) -> list[Any]:
    """What keeps the course from being settled, as sentences; nothing when it can be."""
    texts_found: list[Any] = []
    if course.phase_at(now) is not CourseStatus.FINISHED:
        texts_found.append(_("The course is not over."))
    if any(line.outcome.unnoted for line in found):
        texts_found.append(_("The attendance of some sessions is not noted for everybody."))
    return texts_found


def finish(*, course_id: int, by: Any | None, now: datetime) -> Course:
    """Settle everybody's result by the announced rules, issue the certificates of those who passed, tell everybody, close.

    All or nothing. Raises PermissionRefused, WrongState, NotReady with what is missing.
    """
    with transaction.atomic():
        course = locked_course(course_id)
        require(by, "training.close_course", course)
        courses.settle_phase(course, now=now)
        policies.has_ended(course, now)
        found = lines(course)
        missing = obstacles(course, found, now)
        if missing:
            raise NotReady(errors={"__all__": missing})
        hours = hours_of(course)
        for line in found:
            _settle(line, course, hours=hours, by=by, now=now)
        return apply(COURSE, course, "close", by=by, now=now, changes={"closed_at": now})


def _settle(line: Line, course: Course, *, hours: Decimal, by: Any | None, now: datetime) -> Registration:
    row = line.registration
    arrow = "complete" if line.outcome.passed else "fail"
    facts = {"percent": str(line.outcome.percent), "score": str(line.outcome.score)}
    row.course = course
    done = apply(REGISTRATION, row, arrow, by=by, now=now, changes={"ended_at": now}, data=facts)
    done.course, done.person = course, row.person
    if line.outcome.passed:
        certificates.issue(done, hours=hours, by=by, now=now)
    else:
        tell(texts.NOT_PASSED, row, {"course": course.name}, key="not_passed", now=now)
    return done
