"""A consultant is entered in the register, changed, and rests; what he is a specialist in is decided by the lead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from clinic.choices import Specialty
from clinic.consultants.choices import Level
from clinic.consultants.errors import NotAConsultant
from clinic.consultants.models import Consultant, ConsultantSpecialty
from clinic.consultants.permissions import MANAGE, OWN, require
from clinic.consultants.services.writing import insert, locked_consultant
from core.audit import record
from core.errors import InvalidInput
from core.persian.calendar import tehran_date
from core.writing import write

FACTS = frozenset({"county", "about", "phone", "max_cases", "joined_on"})
OWN_FACTS = frozenset({"about", "phone"})
"""What a consultant writes about himself."""


def add(
    *, user_id: int, values: Mapping[str, Any], specialties: Mapping[str, str], by: Any | None, now: datetime,
    is_illustrative: bool = False,
) -> Consultant:  # fmt: skip
    """Enter a person who has the role of a consultant; `specialties`: code → level, at least one.

    Raises PermissionRefused, NotAConsultant, InvalidInput, ListedAlready.
    """
    require(by, MANAGE)
    user = User.objects.filter(pk=user_id).first()
    if user is None or not user.has_role(Role.CONSULTANT):
        raise NotAConsultant(NotAConsultant.default_message, field="user")
    row = Consultant(user=user, created_at=now, updated_at=now, is_illustrative=is_illustrative)
    with transaction.atomic():
        insert(row, {"joined_on": tehran_date(now), **values}, allowed=FACTS)
        record(action="consultants.consultant.added", by=by, target=row, now=now)
        _write_specialties(row, specialties, by, now)
    return row


def change(*, consultant_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Consultant:
    """Change facts of the register: the lead all of them, the consultant what is written about him. Raises PermissionRefused,
    NotFound, InvalidInput."""
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        require(by, OWN if set(values) <= OWN_FACTS else MANAGE, row)
        unknown = set(values) - FACTS
        if unknown:
            raise TypeError(f"not a field of this service: {', '.join(sorted(unknown))}")
        return write(row, values, by=by, now=now, event="consultants.consultant")


def set_active(*, consultant_id: int, active: bool, by: Any | None, now: datetime, reason: str = "") -> Consultant:
    """Let a consultant take cases again, or no more; what he works on now stays with him. Raises PermissionRefused, NotFound."""
    require(by, MANAGE)
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        if row.is_active != active:
            row.is_active, row.updated_at = active, now
            row.save(update_fields=["is_active", "updated_at"])
            action = "consultants.consultant.resumed" if active else "consultants.consultant.rested"
            record(action=action, by=by, target=row, now=now, reason=reason)
    return row


def set_specialties(*, consultant_id: int, specialties: Mapping[str, str], by: Any | None, now: datetime) -> Consultant:
    """Say what a consultant is a specialist in, all at once: code → level. Raises PermissionRefused, NotFound, InvalidInput."""
    require(by, MANAGE)
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        _write_specialties(row, specialties, by, now)
    return row


def _write_specialties(row: Consultant, wanted: Mapping[str, str], by: Any | None, now: datetime) -> None:
    if not wanted:
        raise InvalidInput(_("Choose at least one specialty."), field="specialties", code="no_specialty")
    if not set(wanted) <= set(Specialty.values) or not set(wanted.values()) <= set(Level.values):
        raise InvalidInput(_("There is no such specialty or level."), field="specialties", code="unknown")
    known = {one.specialty: one for one in row.specialties.all()}
    before = {code: one.level for code, one in known.items()}
    if before == dict(wanted):
        return
    row.specialties.exclude(specialty__in=wanted).delete()
    for code, level in wanted.items():
        if code not in known:
            ConsultantSpecialty.objects.create(consultant=row, specialty=code, level=level)
        elif known[code].level != level:
            known[code].level = level
            known[code].save(update_fields=["level"])
    record(
        action="consultants.specialties.set", by=by, target=row, now=now,
        data={"before": before, "after": dict(sorted(wanted.items()))},
    )  # fmt: skip
