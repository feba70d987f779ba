"""Objections: an applicant says what he holds to be wrong, the committee answers with a reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import ApplicationStatus, CallStatus, ObjectionStatus, ObjectionSubject
from allocations.models import Application, Call, Objection
from allocations.services import freezing, locking, notices
from allocations.workflow import OBJECTION
from core import clock
from core.audit.services import record
from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, WrongState
from core.transitions import apply

BEFORE_DRAW = (CallStatus.CLOSED, CallStatus.REVIEWED, CallStatus.FROZEN)
DECIDED = (ApplicationStatus.ELIGIBLE, ApplicationStatus.INELIGIBLE, ApplicationStatus.SCORED)


class WindowClosed(WrongState):
    """Objections of this kind are not taken at this moment."""

    default_message = _("An objection of this kind cannot be filed now.")
    default_code = "objection_window_closed"


def open_subjects(application: Application, now: datetime) -> list[str]:
    """What the applicant may object to at `now`: codes of ObjectionSubject, in their order.

    Before the draw: the decision about him once it is made, the list once it is frozen; after publication of the provisional
    result everything, until `objections_until`. 1 query while a list is frozen.
    """
    call = application.call
    if application.status in (ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN):
        return []
    if call.status == CallStatus.PROVISIONAL and call.objections_until is not None and now < call.objections_until:
        return [str(subject) for subject in ObjectionSubject]
    if call.phase_at(now) not in BEFORE_DRAW or application.status not in DECIDED:
        return []
    subjects = [str(ObjectionSubject.ELIGIBILITY)]
    if application.status == ApplicationStatus.SCORED:
        subjects.append(str(ObjectionSubject.SCORE))
    if call.status == CallStatus.FROZEN:
        frozen = freezing.newest(call)
        if frozen is None or now >= frozen.draw_at:
            return []
        subjects.append(str(ObjectionSubject.LIST))
    return subjects


@transaction.atomic
def file(*, application_id: int, subject: str, text: str, by: Any, now: datetime) -> Objection:
    """File an objection within its window, by the database's clock. One open objection for each subject.

    Raises NotFound, PermissionRefused, WindowClosed, InvalidInput, Conflict.
    """
    application = locking.application(application_id)
    if not by.has_perm("allocations.file_objection", application):
        raise PermissionRefused(code="may_not_object")
    moment = clock.database_now()
    if not text.strip():
        raise InvalidInput(_("Say what you hold to be wrong, and why."), field="text")
    if subject not in open_subjects(application, moment):
        raise WindowClosed()
    row = Objection(application=application, subject=subject, text=text, filed_by=by, filed_at=moment)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("Your objection on this is already being looked at."), code="objection_open") from error
    record(action="allocations.objection.filed", by=by, target=row, now=moment, data={"subject": subject})
    return row


@transaction.atomic
def answer(*, objection_id: int, upheld: bool, reason: str, by: Any, now: datetime) -> Objection:
    """Uphold or reject an objection with a reason; the applicant is told. What follows from an upheld one (reopening the
    application, another freeze, another run) are acts of their own. Raises NotFound, PermissionRefused, InvalidInput, WrongState.
    """
    found = Objection.objects.filter(pk=objection_id).values_list("application_id", flat=True).first()
    if found is None:
        raise NotFound(_("There is no such objection."), code="no_objection")
    if not reason.strip():
        raise InvalidInput(_("Give the reason of the answer; the applicant reads it."), field="reason")
    application = locking.application(found)
    row = Objection.objects.select_for_update(of=("self",)).get(pk=objection_id)
    row.application = application
    changes = {"answer": reason, "answered_by": by, "answered_at": now}
    row = apply(OBJECTION, row, "uphold" if upheld else "reject", by=by, now=now, reason=reason, changes=changes)
    notices.objection_answered(row, now=now)
    return row


def open_ones(call: Call) -> int:
    """How many objections of a call wait for their answer."""
    return Objection.objects.filter(application__call=call, status=ObjectionStatus.OPEN).count()
