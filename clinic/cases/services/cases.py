"""A case is opened, given to another lead, refused, ended before its time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import acts_for
from clinic.cases import case_messages, endings, policies
from clinic.cases.case_workflow import CASE
from clinic.cases.choices import Outcome
from clinic.cases.diagnosis_errors import CauseTwice, MemberAlready, OwnCause, PrimaryTaken, UnitHasCase
from clinic.cases.models import CASE_PREFIX, Case, ClinicRequest
from clinic.cases.permissions import HAND_OVER, OPEN, require
from clinic.cases.services.case_notices import tell_unit
from clinic.instruments.errors import AnswerOutsideScale
from core import writing
from core.audit import record
from core.codes import with_new_code
from core.errors import DomainError, InvalidInput, NotFound
from core.persian.text import normalise
from core.transitions import apply

_REFUSALS: dict[str, type[DomainError]] = {
    "case_one_live_per_unit": UnitHasCase,
    "case_one_per_request": UnitHasCase,
    "team_member_once_per_specialty": MemberAlready,
    "nothing is its own cause": OwnCause,
    "cause_edge_no_loop": OwnCause,
    "cause_edge_once": CauseTwice,
    "cause_node_cause_once": CauseTwice,
    "cause_node_one_primary": PrimaryTaken,
    "outside the scale": AnswerOutsideScale,
}
EARLY = (Outcome.NOT_REVIVABLE, Outcome.TRANSFERRED, Outcome.DROPPED)
"""Outcomes of a case that ends before its treatment was followed up."""


def open_case(
    *,
    request: ClinicRequest,
    lead: User,
    by: Any | None,
    now: datetime,
    readmission_of: Case | None = None,
    is_illustrative: bool = False,
) -> Case:
    """Open the case of a request and admit it; `readmission_of` names the closed case of the same unit that is taken up again.

    Joins the caller's transaction. Raises PermissionRefused, InvalidInput (no unit, or no lead of the clinic), NotYetOver,
    UnitHasCase when the unit has a live case.
    """
    require(by, OPEN)
    unit_id = request.unit_id
    if unit_id is None:
        raise InvalidInput(_("Say which unit the request is about first."), field="unit", code="no_unit")
    _refuse_wrong_lead(lead, request)
    with transaction.atomic():
        if readmission_of is not None:
            readmission_of = locked_case(readmission_of.pk)
            policies.may_be_readmitted(readmission_of)
            if readmission_of.unit_id != request.unit_id:
                raise InvalidInput(_("A readmission is of the same unit."), code="other_unit")

        def make(number: str) -> Case:
            return Case.objects.create(
                number=number, request=request, unit_id=unit_id, lead=lead, readmission_of=readmission_of,
                opened_at=now, opened_by=by, is_illustrative=is_illustrative or request.is_illustrative,
            )  # fmt: skip

        with named_refusals():
            case = with_new_code(make, at=now, prefix=CASE_PREFIX)
        record(action="cases.case.opened", by=by, target=case, now=now)
        return apply(CASE, case, "admit", by=by, now=now)


def hand_over(*, case_id: int, lead: User, reason: str, by: Any | None, now: datetime) -> Case:
    """Give a live case to another lead of the clinic, or take it over. Raises PermissionRefused, WrongState, InvalidInput."""
    why = said(reason, _("Write why the case gets another lead."))
    require(by, HAND_OVER)
    with transaction.atomic():
        case = locked_case(case_id)
        policies.is_live(case)
        _refuse_wrong_lead(lead, case.request)
        before = case.lead_id
        case.lead = lead
        case.save(update_fields=["lead"])
        record(
            action="cases.case.handed_over",
            by=by,
            target=case,
            now=now,
            reason=why,
            data={"from": before, "to": lead.pk},
        )
    return case


def refuse(*, case_id: int, reason: str, by: Any | None, now: datetime) -> Case:
    """Refuse the case before a team works on it: the unit is not one for the clinic. Raises PermissionRefused, WrongState."""
    why = said(reason, _("Write why the case is refused."))
    with transaction.atomic():
        changes = {"closed_at": now, "closing_reason": why}
        case = apply(CASE, locked_case(case_id), "refuse", by=by, now=now, reason=why, changes=changes)
        tell_unit(case_messages.ENDED, case, key="ended", now=now)
    return case


def end_early(*, case_id: int, outcome: str, reason: str, by: Any | None, now: datetime) -> Case:
    """End a case before its follow-up, with one of EARLY. Everybody's membership, and so access, ends with it.

    Raises PermissionRefused, WrongState, InvalidInput.
    """
    if outcome not in EARLY:
        raise InvalidInput(_("Choose how the case ended."), field="outcome", code="unknown_outcome")
    with transaction.atomic():
        case = end(case_id=case_id, outcome=outcome, reason=reason, by=by, now=now, arrow="end_early")
        tell_unit(case_messages.ENDED, case, key="ended", now=now)
    return case


def end(*, case_id: int, outcome: str, reason: str, by: Any | None, now: datetime, arrow: str = "close") -> Case:
    """Close a case with its outcome and reason, and end the memberships of its team; treatment calls it after the follow-up.

    Raises PermissionRefused, WrongState, InvalidInput.
    """
    why = said(reason, _("Write why the case is closed."))
    if outcome not in Outcome.values:
        raise InvalidInput(_("Choose how the case ended."), field="outcome", code="unknown_outcome")
    with transaction.atomic():
        case = locked_case(case_id)
        changes = {"outcome": outcome, "closed_at": now, "closing_reason": why}
        case = apply(CASE, case, arrow, by=by, now=now, reason=why, changes=changes, data={"outcome": outcome})
        for member in case.members.current().select_for_update(of=("self",)).order_by("pk"):
            member.left_at = now
            member.save(update_fields=["left_at"])
        endings.settle(case, now)
    return case


def locked_case(case_id: int) -> Case:
    """The case, locked, with its request, applicant and unit: everything about it goes one after the other. NotFound."""
    found = Case.objects.select_for_update(of=("self",)).select_related("request__applicant", "unit")
    case = found.filter(pk=case_id).order_by("pk").first()
    if case is None:
        raise NotFound()
    return case


def said(text: str, complaint: Any, field: str = "reason") -> str:
    """The text, normalised. Raises InvalidInput with `complaint` when nothing is left."""
    tidy = normalise(text, multiline=True)
    if not tidy:
        raise InvalidInput(complaint, field=field, code="no_text")
    return tidy


def named_refusals(more: Mapping[str, type[DomainError]] | None = None) -> AbstractContextManager[None]:
    """Turns the refusal of a constraint or trigger of cases into the refusal of that name."""
    return writing.named_refusals({**_REFUSALS, **(more or {})})


def _refuse_wrong_lead(lead: User, request: ClinicRequest) -> None:
    if not lead.has_perm(OPEN):
        raise InvalidInput(_("A case is led by a lead of the clinic."), field="lead", code="not_a_lead")
    owner = request.unit.owner if request.unit is not None else None
    if any(acts_for(lead, applicant) for applicant in (request.applicant, owner) if applicant is not None):
        raise InvalidInput(_("Nobody leads the case of his own unit."), field="lead", code="own_unit")
