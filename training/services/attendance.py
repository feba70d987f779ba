"""The attendance sheet of a session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput, NotFound
from training import policies
from training.choices import SEATED, AttendanceState
from training.models import Attendance, Session
from training.permissions import require
from training.services.writing import locked_course


def take(*, session_id: int, states: Mapping[int, str], by: Any | None, now: datetime) -> int:
    """Note who was there: `states` has an AttendanceState for each registration (by key) that is noted; others stay open.

    A second sheet corrects the first; every change stays in the audit record. Returns how many rows were written.
    Raises PermissionRefused, NotFound, WrongState, InvalidInput for somebody who has no seat in the course.
    """
    session = Session.objects.filter(pk=session_id).first()
    if session is None:
        raise NotFound()
    with transaction.atomic():
        session.course = locked_course(session.course_id)
        require(by, "training.take_attendance", session.course)
        policies.sheet_may_be_taken(session, now)
        _refuse_strangers(session, states)
        known = {row.registration_id: row for row in session.attendance.select_for_update(of=("self",))}
        written = 0
        for registration_id, state in sorted(states.items()):
            row = known.get(registration_id) or Attendance(session=session, registration_id=registration_id)
            if row.pk is not None and row.state == state:
                continue
            row.state, row.noted_by, row.noted_at = state, by, now
            row.save()
            written += 1
        if written:
            record(action="training.sheet.taken", by=by, target=session, now=now, data={"rows": written})
    return written


def _refuse_strangers(session: Session, states: Mapping[int, str]) -> None:
    if set(states.values()) - set(AttendanceState.values):
        raise InvalidInput(code="unknown_state")
    seated = set(session.course.registrations.filter(status__in=SEATED).values_list("pk", flat=True))
    if set(states) - seated:
        text = _("Somebody on this sheet has no seat in the course any more. Open the page again.")
        raise InvalidInput(text, code="not_seated")
