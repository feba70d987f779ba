"""The answer of a unit nobody of which has an account: signed by hand, recorded by the lead. Locks: case, then plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases.services.cases import said
from clinic.treatment import policies, texts
from clinic.treatment.choices import PlanStatus, Signer
from clinic.treatment.models import PaperAnswer, TreatmentPlan
from clinic.treatment.permissions import RECORD_ANSWER, require
from clinic.treatment.services.notices import tell_unit
from clinic.treatment.services.plans import locked_plan, put_back, put_in_force
from clinic.treatment.workflow import PLAN as TABLE
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.files import intake
from core.files.models import StoredFile
from core.persian.calendar import tehran_date

NAME_LENGTH = 120
ARROWS = {True: "agree_on_paper", False: "decline_on_paper"}


def record_answer(
    *,
    plan_id: int,
    agreed: bool,
    reason: str,
    signer: str,
    role: str,
    signed_on: date,
    file: File,
    by: Any,
    now: datetime,
) -> TreatmentPlan:
    """Record that `signer`, the unit's owner or signatory, agreed to the plan on paper on that day, or declined it for `reason`.

    The paper (`file`: PDF or photo) is checked and kept. What follows is what follows from an answer on the portal; the phone of
    the request is told, so that nobody is answered for unawares. Raises NotFound, PermissionRefused, WrongState, AnswersHimself
    when somebody of the unit has an account, InvalidInput, FileRefused.
    """
    name = _name(signer)
    if role not in Signer.values:
        raise InvalidInput(_("Choose as whom the paper was signed."), field="role", code="unknown_role")
    why = "" if agreed else said(reason, _("Write what has to be changed."))
    _may_be_recorded(plan_id, agreed, signed_on, by, now)
    # Opening a large file takes its time: before the locks, then asked again under them.
    stored = intake.store(file, by=by, now=now, kinds=("pdf", "image"))
    with transaction.atomic():
        plan = locked_plan(plan_id)
        _refuse(plan, agreed, signed_on, by, now)
        _write(plan, stored, agreed=agreed, reason=why, signer=name, role=role, signed_on=signed_on, by=by, now=now)
        if agreed:
            plan = put_in_force(plan, ARROWS[True], by=by, now=now, changes={"on_paper": True})
        else:
            plan = put_back(plan, ARROWS[False], reason=why, by=by, now=now, changes={"on_paper": True})
        tell_unit(texts.PAPER_RECORDED, plan.case, {"signer": name}, key=f"plan:{plan.pk}:paper", now=now)
    return plan


def _may_be_recorded(plan_id: int, agreed: bool, signed_on: date, by: Any, now: datetime) -> None:
    rows = TreatmentPlan.objects.select_related("case__request__applicant")
    plan = rows.filter(pk=plan_id).first()
    if plan is None:
        raise NotFound()
    _refuse(plan, agreed, signed_on, by, now)


def _refuse(plan: TreatmentPlan, agreed: bool, signed_on: date, by: Any, now: datetime) -> None:
    require(by, RECORD_ANSWER, plan.case)
    TABLE.find(ARROWS[agreed], plan.status)
    policies.answers_on_paper(plan.case)
    if signed_on > tehran_date(now):
        raise InvalidInput(_("This day has not come yet."), field="signed_on", code="in_the_future")
    if plan.status == PlanStatus.COMMITTEE_APPROVED and plan.approved_at and signed_on < tehran_date(plan.approved_at):
        raise InvalidInput(
            _("On this day the committee had not approved the plan yet."), field="signed_on", code="before_the_approval"
        )


def _write(plan: TreatmentPlan, stored: StoredFile, *, agreed: bool, by: Any, now: datetime, **values: Any) -> None:
    row = PaperAnswer.objects.create(plan=plan, agreed=agreed, file=stored, recorded_by=by, recorded_at=now, **values)
    data = {"agreed": agreed, "role": row.role, "signed_on": row.signed_on.isoformat(), "file": stored.sha256}
    record(action="treatment.plan.paper_recorded", by=by, target=row, now=now, data=data)


def _name(signer: str) -> str:
    name = said(signer, _("Write who signed the paper."), field="signer")
    if len(name) > NAME_LENGTH:
        raise InvalidInput(_("This is too long."), field="signer", code="too_long")
    return name
