"""Measuring a unit 3, 6 and 12 months after its treatment. Locks: case, then follow-up, then unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases.case_workflow import CASE
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.cases.services.cases import locked_case, said
from clinic.treatment import policies, texts
from clinic.treatment.choices import Month
from clinic.treatment.models import FollowUp
from clinic.treatment.permissions import RUN, TREAT, require
from clinic.treatment.services.notices import people_of, tell_people, tell_unit
from clinic.units.choices import ReadingSource
from clinic.units.models.reading import FIGURES
from clinic.units.services.readings import enter_reading
from clinic.units.services.units import locked as locked_unit
from core.audit import record
from core.errors import NotFound
from core.persian.calendar import add_months_to_date, tehran_date
from core.persian.text import normalise
from core.transitions import apply

READING_FACTS = frozenset({"measured_on", *FIGURES})


def begin(*, case_id: int, by: Any, now: datetime) -> Case:
    """End the treatment and plan the measurements, counted in Jalali months from today.

    Raises PermissionRefused, NotFound, WrongState, ProjectsOpen.
    """
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, RUN, case)
        CASE.find("begin_follow_up", case.status)
        policies.may_be_followed_up(case)
        day = tehran_date(now)
        FollowUp.objects.bulk_create(
            FollowUp(case=case, month=month, due_on=add_months_to_date(day, month)) for month in Month.values
        )
        return apply(CASE, case, "begin_follow_up", by=by, now=now)


def ask_for_due(*, now: datetime) -> int:
    """Ask the people of every case whose measurement has come due, and tell the unit; once each. How many were asked for."""
    due = FollowUp.objects.filter(
        asked_at__isnull=True, recorded_at__isnull=True, due_on__lte=tehran_date(now), case__status=CaseStatus.FOLLOW_UP
    )
    count = 0
    for key in due.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            row = _locked(key)
            if row.asked_at is not None or not row.is_open:
                continue
            row.asked_at = now
            row.save(update_fields=["asked_at"])
            record(action="treatment.follow_up.asked_for", by=None, target=row, now=now, data={"month": row.month})
            params = {"months": row.month}
            occasion = f"follow_up:{row.month}"
            tell_people(texts.FOLLOW_UP_DUE, row.case, people_of(row.case), params, key=occasion, now=now)
            tell_unit(texts.FOLLOW_UP_DUE_AT_UNIT, row.case, params, key=f"{occasion}:unit", now=now)
            count += 1
    return count


def measure(*, follow_up_id: int, values: Mapping[str, Any], note: str, by: Any, now: datetime) -> FollowUp:
    """Enter what was measured; `values` are READING_FACTS. The reading goes to the register of units.

    Raises PermissionRefused, NotFound, WrongState, RecordedAlready, TooEarly, MeasuredAlready, StruckOff, InvalidInput.
    """
    unknown = sorted(set(values) - READING_FACTS)
    if unknown:
        raise TypeError(f"not a figure of a reading: {', '.join(unknown)}")
    with transaction.atomic():
        row = _locked(follow_up_id)
        require(by, TREAT, row.case)
        policies.may_be_measured(row, now)
        policies.is_near_its_day(row, values["measured_on"])
        given = {**values, "source": ReadingSource.FOLLOW_UP, "note": ""}
        row.reading = enter_reading(locked_unit(row.case.unit_id), values=given, by=by, now=now)
        row.note = normalise(note, multiline=True)[:2000]
        row.recorded_by, row.recorded_at = by, now
        row.save(update_fields=["reading", "note", "recorded_by", "recorded_at"])
        record(action="treatment.follow_up.measured", by=by, target=row, now=now, data={"month": row.month})
    return row


def waive(*, follow_up_id: int, reason: str, by: Any, now: datetime) -> FollowUp:
    """Say why a measurement is not taken: the lead's decision. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    why = said(reason, _("Write why it is not measured."))[:300]
    with transaction.atomic():
        row = _locked(follow_up_id)
        require(by, RUN, row.case)
        policies.may_be_waived(row)
        row.waived_reason, row.recorded_by, row.recorded_at = why, by, now
        row.save(update_fields=["waived_reason", "recorded_by", "recorded_at"])
        data = {"month": row.month}
        record(action="treatment.follow_up.waived", by=by, target=row, now=now, reason=why, data=data)
    return row


def _locked(follow_up_id: int) -> FollowUp:
    case_id = FollowUp.objects.filter(pk=follow_up_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    case = locked_case(case_id)
    row: FollowUp = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up_id)
    row.case = case
    return row
