"""Telling the unit and consultants what happens to a case, in the transaction in which it does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clinic.cases import case_messages
from clinic.cases.models import Case, TeamMember
from clinic.cases.services.notices import tell
from core.messages import services as messages
from core.messages.registry import Template


def tell_unit(
    template: Template, case: Case, *, key: str, now: datetime, params: Mapping[str, Any] | None = None
) -> None:
    """Write to everybody who acts for the unit's applicant; `key` names the occasion among those of the case."""
    tell(template, case.request, {**(params or {}), "number": case.number}, key=f"case:{case.pk}:{key}", now=now)


def tell_member(template: Template, member: TeamMember, case: Case, *, key: str, now: datetime) -> None:
    """Write to the consultant."""
    params = {"number": case.number, "specialty": member.get_specialty_display()}
    occasion = f"clinic:case:{case.pk}:member:{member.pk}:{key}"
    messages.send(template=template.code, to=member.consultant.user, params=params, key=occasion, now=now)


def tell_of_naming(member: TeamMember, case: Case, *, now: datetime) -> None:
    """The consultant learns that he was named, the unit who works for it."""
    tell_member(case_messages.NAMED, member, case, key="named", now=now)
    params = {"name": member.consultant.name, "specialty": member.get_specialty_display()}
    tell_unit(case_messages.TEAM_GROWS, case, key=f"member:{member.pk}", now=now, params=params)
