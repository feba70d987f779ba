"""The code of conduct and its signatures, and conflicts of interest."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from clinic.consultants import texts
from clinic.consultants.choices import ConflictKind
from clinic.consultants.errors import CodeChanged
from clinic.consultants.models import ConductCode, ConductSignature, ConflictOfInterest, Consultant
from clinic.consultants.permissions import MANAGE, OWN, require
from clinic.consultants.services.writing import insert, locked_consultant, named_refusals, tell
from clinic.units.models import IndustrialUnit
from core.audit import record
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.writing import unique_race


def publish_code(*, text: str, by: Any | None, now: datetime) -> ConductCode:
    """A new version of the code of conduct; every working consultant is asked to sign it. Raises PermissionRefused, InvalidInput."""
    require(by, MANAGE)
    words = normalise(text, multiline=True)
    if not words:
        raise InvalidInput(_("Write the code of conduct."), field="text")
    with transaction.atomic(), unique_race():
        number = (ConductCode.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        row = ConductCode.objects.create(number=number, text=words, published_by=by, published_at=now)
        record(action="consultants.code.published", by=by, target=row, now=now)
        for consultant in Consultant.objects.working().select_related("user").order_by("pk"):
            tell(texts.SIGN, consultant, {}, key=f"{number}:{consultant.pk}", now=now)
    return row


def sign(*, consultant_id: int, number: int, by: Any, now: datetime) -> ConductSignature:
    """The consultant himself signs the version he has read. Raises PermissionRefused, NotFound, CodeChanged, SignedAlready."""
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        require(by, OWN, row)
        if row.user_id != by.pk:
            raise PermissionRefused(_("Everybody signs for himself."), code="not_himself")
        code = ConductCode.objects.order_by("-number").first()
        if code is None:
            raise NotFound()
        if code.number != number:
            raise CodeChanged()
        signature = ConductSignature(consultant=row, code=code, signed_at=now)
        insert(signature, {}, allowed=frozenset())
        record(action="consultants.code.signed", by=by, target=signature, now=now)
    return signature


def declare_conflict(
    *, consultant_id: int, unit_id: int, kind: str, by: Any, now: datetime, reason: str = "",
    starts_on: date | None = None, ends_on: date | None = None,
) -> ConflictOfInterest:  # fmt: skip
    """The consultant (or the lead for him) says that he must not work on this unit, from today or an earlier day on.

    Raises PermissionRefused, NotFound, InvalidInput, ConflictOpen.
    """
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        require(by, OWN, row)
        unit = IndustrialUnit.objects.filter(pk=unit_id).first()
        if unit is None:
            raise NotFound()
        today = tehran_date(now)
        first = starts_on or today
        if first > today:
            raise InvalidInput(_("This day has not come yet."), field="starts_on")
        if ends_on is not None and ends_on < first:
            raise InvalidInput(_("The last day is before the first."), field="ends_on", code="order")
        if kind == ConflictKind.OTHER and not normalise(reason):
            raise InvalidInput(_("Say what it is in a few words."), field="reason", code="no_reason")
        conflict = ConflictOfInterest(consultant=row, unit=unit, declared_by=by, declared_at=now)
        values = {"kind": kind, "reason": reason, "starts_on": first, "ends_on": ends_on}
        insert(conflict, values, allowed=frozenset(values))
        record(action="consultants.conflict.declared", by=by, target=conflict, now=now)
    return conflict


def end_conflict(*, conflict_id: int, by: Any, now: datetime) -> ConflictOfInterest:
    """Decided by the lead: from tomorrow on it holds no more. Raises PermissionRefused, NotFound, WrongState."""
    require(by, MANAGE)
    consultant_id = ConflictOfInterest.objects.filter(pk=conflict_id).values_list("consultant_id", flat=True).first()
    with transaction.atomic():
        locked_consultant(consultant_id)
        row: ConflictOfInterest = ConflictOfInterest.objects.select_for_update(of=("self",)).get(pk=conflict_id)
        if row.ends_on is not None:
            raise WrongState()
        row.ends_on = tehran_date(now)
        with named_refusals():
            row.save(update_fields=["ends_on"])
        record(action="consultants.conflict.ended", by=by, target=row, now=now)
    return row
