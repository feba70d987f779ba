"""Telling the unit and the people of a case, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from clinic.cases.models import Case
from clinic.cases.services.notices import tell
from core.messages import services as messages
from core.messages.registry import Template


def tell_unit(
    template: Template, case: Case, params: Mapping[str, Any] | None = None, *, key: str, now: datetime
) -> None:
    """Write to everybody who acts for the unit. Needs `case.request.applicant`. `key` names the occasion in this case."""
    values = {**(params or {}), "number": case.number}
    tell(template, case.request, values, key=f"case:{case.pk}:{key}", now=now)


def tell_people(
    template: Template,
    case: Case,
    people: Iterable[User],
    params: Mapping[str, Any] | None = None,
    *,
    key: str,
    now: datetime,
) -> None:
    """Write to people of the clinic, each once."""
    values = {"number": case.number, **(params or {})}
    for user in dict.fromkeys(people):
        messages.send(
            template=template.code, to=user, params=values, key=f"clinic:case:{case.pk}:{key}:{user.pk}", now=now
        )


def people_of(case: Case) -> list[User]:
    """The lead and everybody in the team now. 1 or 2 queries."""
    members = User.objects.filter(consultant__memberships__case=case, consultant__memberships__left_at__isnull=True)
    return [case.lead, *members.exclude(pk=case.lead_id).distinct().order_by("pk")]
