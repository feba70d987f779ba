"""Qualification papers: handed in by the consultant, compared with the original by the lead, taken back, running out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants import texts
from clinic.consultants.models import Consultant, Qualification
from clinic.consultants.permissions import DECIDE, OWN, require
from clinic.consultants.services.writing import check_fields, locked_consultant, tell
from core.audit import record
from core.errors import InvalidInput, NotFound, WrongState
from core.files import intake
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.writing import assign

FACTS = frozenset({"kind", "title", "issuer", "issued_on", "valid_until"})
MOST_PAPERS = 30
WARNED_BEFORE = timedelta(days=45)
"""How long before its last day a consultant is told that a paper runs out."""


def add(*, consultant_id: int, values: Mapping[str, Any], upload: File[Any], by: Any, now: datetime) -> Qualification:
    """Hand in a paper; it counts once it is confirmed. Raises PermissionRefused, NotFound, InvalidInput, and what the intake
    raises."""
    consultant = Consultant.objects.filter(pk=consultant_id).first()
    if consultant is None:
        raise NotFound()
    require(by, OWN, consultant)
    row = Qualification(consultant=consultant, added_by=by, added_at=now)
    assign(row, values, allowed=FACTS)
    _refuse_odd_days(row, now)
    # Opening a large picture takes a second: before the locks.
    row.paper = intake.store(upload, by=by, now=now)
    with transaction.atomic():
        locked_consultant(consultant_id)
        if consultant.qualifications.in_use().count() >= MOST_PAPERS:
            raise InvalidInput(_("There are enough papers. Take back one that no longer matters."), code="too_many")
        check_fields(row)
        row.save(force_insert=True)
        record(action="consultants.paper.added", by=by, target=row, now=now)
    return row


def confirm(*, paper_id: int, by: Any, now: datetime) -> Qualification:
    """The paper was compared with the original, by somebody who did not hand it in. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row = _locked(paper_id)
        require(by, DECIDE, row)
        if row.withdrawn_at is not None or row.verified_at is not None:
            raise WrongState()
        row.verified_by, row.verified_at = by, now
        row.save(update_fields=["verified_by", "verified_at"])
        record(action="consultants.paper.confirmed", by=by, target=row, now=now)
        tell(texts.PAPER_CONFIRMED, row.consultant, {"paper": row.title}, key=str(row.pk), now=now)
    return row


def return_paper(*, paper_id: int, reason: str, by: Any, now: datetime) -> Qualification:
    """The paper is not accepted, or no longer; the consultant is told why. Raises PermissionRefused, NotFound, WrongState,
    InvalidInput."""
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Write why the paper is not accepted; the consultant reads it."), field="reason")
    with transaction.atomic():
        row = _locked(paper_id)
        require(by, DECIDE, row)
        _withdraw(row, by, now, reason=why)
        tell(texts.PAPER_RETURNED, row.consultant, {"paper": row.title, "reason": why}, key=str(row.pk), now=now)
    return row


def withdraw(*, paper_id: int, by: Any, now: datetime) -> Qualification:
    """The consultant takes his paper back; it stays on record and no longer counts. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row = _locked(paper_id)
        require(by, OWN, row)
        _withdraw(row, by, now)
    return row


def warn_of_ending(*, now: datetime) -> int:
    """Tell consultants whose confirmed papers run out soon, each paper once. How many were told about."""
    today = tehran_date(now)
    soon = Qualification.objects.valid_on(today).filter(valid_until__lte=today + WARNED_BEFORE)
    told = 0
    for row in soon.filter(consultant__is_active=True).select_related("consultant__user").order_by("pk"):
        with transaction.atomic():
            tell(
                texts.PAPER_ENDS, row.consultant, {"paper": row.title, "day": row.valid_until}, key=str(row.pk), now=now
            )
        told += 1
    return told


def _withdraw(row: Qualification, by: Any, now: datetime, *, reason: str = "") -> None:
    if row.withdrawn_at is not None:
        raise WrongState()
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    record(action="consultants.paper.withdrawn", by=by, target=row, now=now, reason=reason)


def _locked(paper_id: int) -> Qualification:
    consultant_id = Qualification.objects.filter(pk=paper_id).values_list("consultant_id", flat=True).first()
    consultant = locked_consultant(consultant_id)
    row: Qualification = Qualification.objects.select_for_update(of=("self",)).get(pk=paper_id)
    row.consultant = consultant
    return row


def _refuse_odd_days(row: Qualification, now: datetime) -> None:
    if row.issued_on is not None and row.issued_on > tehran_date(now):
        raise InvalidInput(_("This day has not come yet."), field="issued_on")
    if row.valid_until is not None and row.issued_on is not None and row.valid_until < row.issued_on:
        raise InvalidInput(_("The paper would end before it was issued."), field="valid_until")
