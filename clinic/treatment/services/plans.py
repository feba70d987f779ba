"""Versions of a plan: begun, proposed, approved by the committee, agreed to by the unit. Locks: case, then plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases.case_workflow import CASE
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.cases.services.cases import locked_case, named_refusals, said
from clinic.treatment import policies, texts
from clinic.treatment.choices import BEFORE_AGREEMENT, PlanStatus
from clinic.treatment.errors import PlanInTheMaking
from clinic.treatment.models import RankRule, TreatmentPlan
from clinic.treatment.permissions import APPROVE, PLAN, require
from clinic.treatment.services.notices import tell_people, tell_unit
from clinic.treatment.services.versions import copy_projects, take_over_progress
from clinic.treatment.services.writers import note_writer, take_over_writers
from clinic.treatment.workflow import PLAN as TABLE
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.text import normalise
from core.transitions import apply

SESSION_LENGTH, MEMBERS_LENGTH = 200, 500


def draft(*, case_id: int, by: Any, now: datetime) -> TreatmentPlan:
    """Begin the next version: the first one empty, a later one with the aim and the projects of the one before it.

    Raises PermissionRefused, NotFound, WrongState before the diagnosis is finished, PlanInTheMaking.
    """
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, PLAN, case)
        policies.may_be_planned(case)
        if case.plans.filter(status__in=BEFORE_AGREEMENT).exists():
            raise PlanInTheMaking()
        last = case.plans.order_by("-version").first()
        plan = TreatmentPlan(
            case=case, version=last.version + 1 if last else 1, aim=last.aim if last else "",
            rule=RankRule.objects.first(), made_by=by, made_at=now,
        )  # fmt: skip
        with named_refusals({"clinic_plan_one_being_decided": PlanInTheMaking}):
            plan.save(force_insert=True)
        record(action="treatment.plan.begun", by=by, target=plan, now=now, data={"version": plan.version})
        if last is not None:
            copy_projects(last, plan, now=now)
            take_over_writers(last, plan)
    return plan


def set_aim(*, plan_id: int, aim: str, by: Any, now: datetime) -> TreatmentPlan:
    """Write what the treatment is to reach. Raises PermissionRefused, NotFound, PlanStands, InvalidInput."""
    text = said(aim, _("Write what the treatment is to reach."), field="aim")
    with transaction.atomic():
        plan = locked_draft(plan_id, by)
        if plan.aim != text:
            plan.aim = text
            plan.save(update_fields=["aim"])
            note_writer(plan, by, now=now)
            record(action="treatment.plan.changed", by=by, target=plan, now=now)
    return plan


def propose(*, plan_id: int, by: Any, now: datetime) -> TreatmentPlan:
    """Lay a version before the committee. Raises PermissionRefused, NotFound, WrongState, PlanNotWhole with what is missing."""
    with transaction.atomic():
        plan = locked_plan(plan_id)
        changes = {"proposed_by": by, "proposed_at": now}
        plan = apply(TABLE, plan, "propose", by=by, now=now, changes=changes)
        tell_people(texts.PLAN_PROPOSED, plan.case, [plan.case.lead], key=f"plan:{plan.pk}:proposed", now=now)
    return plan


def approve(*, plan_id: int, session: str, members: str, by: Any, now: datetime) -> TreatmentPlan:
    """Record that the committee approved a version in `session` (its number or day), `members` present; the unit is told.

    Raises PermissionRefused, NotFound, WrongState, OwnPlan for who began it, wrote in it or proposed it, InvalidInput.
    """
    where = _line(session, _("Write in which session the committee approved it."), "session", SESSION_LENGTH)
    who = _line(members, _("Write who was present."), "members", MEMBERS_LENGTH)
    with transaction.atomic():
        plan = locked_plan(plan_id)
        require(by, APPROVE, plan.case)
        policies.not_by_its_maker(plan, by)
        changes = {"approved_by": by, "approved_at": now, "committee_session": where, "committee_members": who}
        plan = apply(TABLE, plan, "approve", by=by, now=now, changes=changes)
        tell_unit(texts.PLAN_APPROVED, plan.case, key=f"plan:{plan.pk}:approved", now=now)
    return plan


def send_back(*, plan_id: int, reason: str, by: Any, now: datetime) -> TreatmentPlan:
    """The committee sends a version back; the team begins another. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    with transaction.atomic():
        return put_back(locked_plan(plan_id), "send_back", reason=reason, by=by, now=now)


def decline(*, plan_id: int, reason: str, by: Any, now: datetime) -> TreatmentPlan:
    """The unit does not agree, and says with what. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    with transaction.atomic():
        return put_back(locked_plan(plan_id), "decline", reason=reason, by=by, now=now)


def agree(*, plan_id: int, by: Any, now: datetime) -> TreatmentPlan:
    """The unit agrees: this version is carried out, the one before it is replaced, and a case that waited goes on.

    Raises PermissionRefused, NotFound, WrongState.
    """
    with transaction.atomic():
        return put_in_force(locked_plan(plan_id), "agree", by=by, now=now, changes={"accepted_by": by})


def put_in_force(
    plan: TreatmentPlan, arrow: str, *, by: Any, now: datetime, changes: Mapping[str, Any]
) -> TreatmentPlan:
    """Move a locked version along the arrow by which the unit agrees to it; see `agree`. Joins the caller's transaction."""
    case = plan.case
    # The version must be one that can be agreed to before the one in force makes room.
    TABLE.find(arrow, plan.status)
    for old in case.plans.filter(status=PlanStatus.ACCEPTED_BY_UNIT):
        take_over_progress(old, plan)
        apply(TABLE, old, "supersede", by=None, now=now)
    plan = apply(TABLE, plan, arrow, by=by, now=now, changes={"accepted_at": now, **changes})
    if case.status == CaseStatus.DIAGNOSED:
        apply(CASE, case, "approve_plan", by=None, now=now)
    tell_people(texts.PLAN_AGREED, case, [case.lead, plan.made_by], key=f"plan:{plan.pk}:agreed", now=now)
    return plan


def begin_treatment(*, case_id: int, by: Any, now: datetime) -> Case:
    """Begin to carry the agreed plan out. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        return apply(CASE, locked_case(case_id), "begin_treatment", by=by, now=now)


def locked_plan(plan_id: int) -> TreatmentPlan:
    """The version, locked after its case. Raises NotFound."""
    case_id = TreatmentPlan.objects.filter(pk=plan_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    case = locked_case(case_id)
    plan: TreatmentPlan = (
        TreatmentPlan.objects.select_for_update(of=("self",)).select_related("rule", "made_by").get(pk=plan_id)
    )
    plan.case = case
    return plan


def locked_draft(plan_id: int, by: Any) -> TreatmentPlan:
    """The version, locked, if `by` may write in it now. Raises PermissionRefused, NotFound, PlanStands, WrongState."""
    plan = locked_plan(plan_id)
    require(by, PLAN, plan.case)
    policies.is_a_draft(plan)
    policies.may_be_planned(plan.case)
    return plan


def put_back(
    plan: TreatmentPlan, arrow: str, *, reason: str, by: Any, now: datetime, changes: Mapping[str, Any] | None = None
) -> TreatmentPlan:
    """Move a locked version along an arrow by which it is sent back. Joins the caller's transaction. Raises InvalidInput."""
    why = said(reason, _("Write what has to be changed."))
    plan = apply(TABLE, plan, arrow, by=by, now=now, reason=why, changes={"return_reason": why, **(changes or {})})
    people = [plan.made_by] if arrow == "send_back" else [plan.made_by, plan.case.lead]
    tell_people(texts.PLAN_RETURNED, plan.case, people, key=f"plan:{plan.pk}:returned", now=now)
    return plan


def _line(text: str, complaint: Any, field: str, length: int) -> str:
    tidy = normalise(text, multiline=length > SESSION_LENGTH)
    if not tidy:
        raise InvalidInput(complaint, field=field, code="no_text")
    if len(tidy) > length:
        raise InvalidInput(_("This is too long."), field=field, code="too_long")
    return tidy
