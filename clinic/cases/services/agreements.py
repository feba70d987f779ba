"""Whether the members of the team stand behind the diagnosis."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import policies
from clinic.cases.models import Agreement, Case
from clinic.cases.permissions import AGREE, require
from clinic.cases.services.cases import locked_case
from core.audit import record
from core.errors import InvalidInput
from core.persian.text import normalise


def say(*, case_id: int, agrees: bool, reason: str, by: Any, now: datetime) -> list[Agreement]:
    """Record that `by` agrees with the diagnosis as it is now, or dissents for a reason; again replaces what he said before.

    Raises PermissionRefused, DiagnosisStands, WrongState, InvalidInput.
    """
    why = normalise(reason, multiline=True)
    if not agrees and not why:
        raise InvalidInput(_("Write with what you do not agree."), field="reason", code="no_reason")
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, AGREE, case)
        policies.may_be_diagnosed(case)
        mine = list(case.members.current().filter(consultant__user_id=by.pk).order_by("pk"))
        for row in Agreement.objects.filter(member__in=mine, superseded=False).select_for_update().order_by("pk"):
            row.superseded = True
            row.save(update_fields=["superseded"])
        said = [Agreement.objects.create(member=member, agrees=agrees, reason=why, at=now) for member in mine]
        record(action="cases.agreement.said", by=by, target=case, now=now, data={"agrees": agrees})
    return said


def forget_agreements(case: Case) -> None:
    """What was said holds for the diagnosis as it was: a change of it supersedes that. The case is locked."""
    Agreement.objects.filter(member__case=case, superseded=False).update(superseded=True)
