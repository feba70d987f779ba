"""A case is closed after its follow-up, with the readings that show its outcome, or taken up again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clinic.cases import policies as case_policies
from clinic.cases.choices import CaseStatus
from clinic.cases.choices import Outcome as How
from clinic.cases.models import Case
from clinic.cases.permissions import OPEN
from clinic.cases.services import cases
from clinic.cases.services.cases import locked_case, said
from clinic.treatment import effects, policies, texts
from clinic.treatment.errors import OtherCase, OutcomeNotShown
from clinic.treatment.models import Outcome
from clinic.treatment.permissions import RUN, require
from clinic.treatment.selectors.results import figures_of
from clinic.treatment.services.notices import tell_unit
from clinic.units.models import UnitReading
from clinic.units.selectors.rules import thresholds
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.files import intake


def close(
    *,
    case_id: int,
    outcome: str,
    reason: str,
    evidence: str,
    before_id: int,
    after_id: int,
    by: Any,
    now: datetime,
    file: File | None = None,
) -> Case:
    """Close a case: its outcome, why, what shows it, and the readings before and after. Access of the team ends.

    Raises PermissionRefused, NotFound, WrongState, FollowUpOpen, OutcomeNotShown when the readings do not bear it out,
    InvalidInput.
    """
    shown_by = said(evidence, _("Write what shows the outcome."), field="evidence")
    if outcome not in How.values:
        raise InvalidInput(_("Choose how the case ended."), field="outcome", code="unknown_outcome")
    found = Case.objects.select_related("request__applicant").filter(pk=case_id).first()
    if found is None:
        raise NotFound()
    require(by, RUN, found)
    # Opening a large file takes its time: before the locks, then asked again under them.
    stored = intake.store(file, by=by, now=now, kinds=("pdf", "image")) if file is not None else None
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, RUN, case)
        policies.is_measured(case)
        before, after = _pair(case, before_id, after_id)
        _refuse_unshown(How(outcome), before, after)
        row = Outcome.objects.create(
            case=case, before=before, after=after, evidence=shown_by, file=stored, recorded_by=by, recorded_at=now
        )
        record(action="treatment.outcome.recorded", by=by, target=row, now=now, data={"outcome": outcome})
        case = cases.end(case_id=case.pk, outcome=outcome, reason=reason, by=by, now=now)
        closed = Case.objects.select_related("request__applicant").get(pk=case.pk)
        tell_unit(texts.CASE_CLOSED, closed, {"outcome": How(outcome).label}, key="closed", now=now)
    return case


def readmit(*, case_id: int, lead: User, reason: str, by: Any, now: datetime) -> Case:
    """Take a closed case up again as a new one of the same unit, led by `lead`; the old one stays as it is.

    Raises PermissionRefused, NotFound, NotYetOver, UnitHasCase, InvalidInput.
    """
    why = said(reason, _("Write why the unit is admitted again."))
    require(by, OPEN)
    with transaction.atomic():
        old = locked_case(case_id)
        case_policies.may_be_readmitted(old)
        case = cases.open_case(
            request=old.request, lead=lead, by=by, now=now, readmission_of=old, is_illustrative=old.is_illustrative
        )
        record(action="treatment.case.readmitted", by=by, target=case, now=now, reason=why, data={"of": old.number})
    return case


def _pair(case: Case, before_id: int, after_id: int) -> tuple[UnitReading, UnitReading]:
    rows = {row.pk: row for row in UnitReading.objects.filter(pk__in=(before_id, after_id), unit_id=case.unit_id)}
    if before_id not in rows or after_id not in rows:
        raise OtherCase(_("Choose readings of this unit."), field="before")
    before, after = rows[before_id], rows[after_id]
    if before.superseded or after.superseded:
        raise InvalidInput(_("This reading was corrected; choose the corrected one."), field="before", code="corrected")
    if after.measured_on <= before.measured_on:
        raise InvalidInput(_("The second reading is later than the first one."), field="after", code="not_later")
    return before, after


def _refuse_unshown(outcome: How, before: UnitReading, after: UnitReading) -> None:
    if effects.shows(outcome, figures_of(before), figures_of(after), thresholds()):
        return
    if outcome is How.REVIVED:
        text = _("These readings do not show a revival: the unit has to have reached a higher band, and to work.")
    else:
        text = _("These readings do not show an improvement: no figure is better than before.")
    raise OutcomeNotShown(text, field="outcome")


CLOSABLE = (CaseStatus.FOLLOW_UP,)
"""States a case is closed from after its treatment; `cases.end_early` ends it before."""
