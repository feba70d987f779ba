"""Marks of the examination: entered once for each attempt, corrected by a new row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.text import normalise
from training import policies
from training.choices import RegistrationStatus
from training.models import Course, ExamResult, Registration
from training.permissions import require
from training.services.writing import locked_course

MOST = Decimal(100)


def enter(*, course_id: int, scores: Mapping[int, Decimal], by: Any | None, now: datetime) -> int:
    """Enter marks (0 to 100, two places) of one sitting: `scores` by key of the registration, each a new attempt.

    Raises PermissionRefused, WrongState, InvalidInput (field `score_<key>`). Returns how many were entered.
    """
    with transaction.atomic():
        course = _locked(course_id, by, now)
        registered = {
            row.pk: row
            for row in course.registrations.filter(status=RegistrationStatus.REGISTERED).annotate(
                last=Max("results__attempt")
            )
        }
        for key, score in sorted(scores.items()):
            row = registered.get(key)
            if row is None:
                raise InvalidInput(_("This person has no seat in the course."), field=f"score_{key}", code="not_seated")
            _write(row, attempt=(row.last or 0) + 1, score=_checked(score, f"score_{key}"), by=by, now=now)
    return len(scores)


def correct(*, result_id: int, score: Decimal, note: str, by: Any | None, now: datetime) -> ExamResult:
    """Put wrong marks right: a new row counts in the place of the old one, which stays; `note` says why.

    Raises PermissionRefused, NotFound, WrongState, InvalidInput.
    """
    old = ExamResult.objects.select_related("registration").filter(pk=result_id).first()
    if old is None:
        raise NotFound()
    why = normalise(note)
    if not why:
        raise InvalidInput(_("Write why the marks are corrected."), field="note", code="no_reason")
    with transaction.atomic():
        _locked(old.registration.course_id, by, now)
        old = ExamResult.objects.select_for_update(of=("self",)).select_related("registration").get(pk=result_id)
        if old.superseded:
            raise InvalidInput(_("These marks were corrected already. Open the page again."), code="corrected_already")
        old.superseded = True
        old.save(update_fields=["superseded"])
        return _write(
            old.registration,
            attempt=old.attempt,
            score=_checked(score, "score"),
            by=by,
            now=now,
            corrects=old,
            note=why,
        )


def _locked(course_id: int, by: Any | None, now: datetime) -> Course:
    course = locked_course(course_id)
    require(by, "training.enter_result", course)
    policies.results_may_be_entered(course, now)
    return course


def _checked(score: Decimal, field: str) -> Decimal:
    if not 0 <= score <= MOST:
        raise InvalidInput(_("Marks lie between 0 and 100."), field=field, code="out_of_range")
    return score.quantize(Decimal("0.01"))


def _write(
    row: Registration, *, attempt: int, score: Decimal, by: Any | None, now: datetime, **more: Any
) -> ExamResult:
    result = ExamResult.objects.create(
        registration=row, attempt=attempt, score=score, entered_by=by, entered_at=now, **more
    )
    action = "training.result.corrected" if more else "training.result.entered"
    record(action=action, by=by, target=result, now=now)
    return result
