"""Declarations of interest: a scorer says whether he has an interest before he sees anything of an application."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import AssignmentStatus
from allocations.models import Application, Call, ConflictDeclaration, ScorerAssignment
from allocations.services import assigning, locking
from allocations.workflow import ASSIGNMENT
from core.audit.services import record
from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, WrongState
from core.transitions import apply


class NotDeclared(WrongState):
    """The application cannot be looked at before the declaration."""

    default_message = _("First declare whether you have a conflict of interest in this application.")
    default_code = "interest_not_declared"


@transaction.atomic
def declare_for_call(
    *, call_id: int, has_conflict: bool, by: Any, now: datetime, reason: str = ""
) -> ConflictDeclaration:
    """A scorer's word about the call as a whole. With a conflict he gets none of it, and gives back what he has.

    Once only. Raises PermissionRefused, InvalidInput (a conflict without a reason), Conflict (declared already),
    NotEnoughScorers when nobody can take over what he gives back.
    """
    call = locking.call(call_id)
    if not by.has_perm("allocations.declare_interest", call):
        raise PermissionRefused(code="may_not_declare_interest")
    row = _write(call, None, has_conflict=has_conflict, reason=reason, by=by, now=now)
    if has_conflict:
        open_rows = ScorerAssignment.objects.filter(
            application__call=call, scorer=by, status=AssignmentStatus.ASSIGNED
        ).order_by("application_id", "round")
        for assignment in list(open_rows):
            _hand_over(assignment, locking.application(assignment.application_id), reason=reason, by=by, now=now)
    return row


@transaction.atomic
def declare(*, assignment_id: int, has_conflict: bool, by: Any, now: datetime, reason: str = "") -> ConflictDeclaration:
    """A scorer's word about one application that was given to him, before the first look.

    With a conflict the assignment goes to the next scorer in the same transaction. Raises NotFound for somebody else's
    assignment, WrongState when it is no longer open, InvalidInput, Conflict, NotEnoughScorers.
    """
    found = ScorerAssignment.objects.filter(pk=assignment_id, scorer=by).first()
    if found is None:
        raise NotFound(_("There is no such assignment."), code="no_assignment")
    application = locking.application(found.application_id)
    assignment = ScorerAssignment.objects.select_for_update(of=("self",)).get(pk=assignment_id)
    if assignment.status != AssignmentStatus.ASSIGNED:
        raise WrongState(code="assignment_closed")
    row = _write(application.call, application, has_conflict=has_conflict, reason=reason, by=by, now=now)
    if has_conflict:
        _hand_over(assignment, application, reason=reason, by=by, now=now)
    return row


def has_declared(application: Application, scorer: Any) -> bool:
    """Whether the scorer declared to have no interest in this application."""
    return ConflictDeclaration.objects.filter(application=application, scorer=scorer, has_conflict=False).exists()


def ensure_declared(application: Application, scorer: Any) -> None:
    """Raises NotDeclared unless `has_declared`."""
    if not has_declared(application, scorer):
        raise NotDeclared()


def _write(
    call: Call, application: Application | None, *, has_conflict: bool, reason: str, by: Any, now: datetime
) -> ConflictDeclaration:
    if has_conflict and not reason.strip():
        raise InvalidInput(_("Say in a few words what the interest is."), field="reason")
    if ConflictDeclaration.objects.filter(call=call, application=application, scorer=by).exists():
        raise Conflict(_("You have declared this already."), code="declared_already")
    row = ConflictDeclaration.objects.create(
        call=call, application=application, scorer=by, has_conflict=has_conflict, reason=reason, at=now
    )
    record(action="allocations.interest.declared", by=by, target=row, now=now, data={"has_conflict": has_conflict})
    return row


def _hand_over(assignment: ScorerAssignment, application: Application, *, reason: str, by: Any, now: datetime) -> None:
    live = ScorerAssignment.objects.filter(
        application=application, status__in=[AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED]
    )
    taken = set(live.values_list("scorer_id", flat=True))
    apply(ASSIGNMENT, assignment, "release", by=by, now=now, reason=reason, changes={"ended_reason": reason})
    pool = assigning.Pool(application.call, now=now)
    assigning.give(pool, application, assignment.round, taken=taken, by=None, now=now)
