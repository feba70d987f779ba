"""Telling those a request belongs to, the lead and consultants, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from accounts.choices import Role
from accounts.selectors import users_of, users_with_role
from clinic.cases import texts
from clinic.cases.models import Appointment, ClinicRequest
from core.messages import services as messages
from core.messages.registry import Template


def tell(template: Template, request: ClinicRequest, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    """Write to everybody who acts for the applicant; when nobody has an account, to the phone of the request.

    `key` names the occasion among those of this request; number of the request is a value of every text.
    """
    recipients: list[Any] = list(users_of(request.applicant))
    if not recipients and request.phone:
        recipients = [request.phone]
    values = {"number": request.number, **params}
    for to in recipients:
        name = getattr(to, "pk", to)
        messages.send(template=template.code, to=to, params=values, key=f"clinic:{request.pk}:{key}:{name}", now=now)


def tell_leads(request: ClinicRequest, *, now: datetime) -> None:
    """A request has come in: written to everybody who runs the clinic."""
    params = {"number": request.number, "service": request.get_service_display()}
    for user in users_with_role(Role.CLINIC_LEAD, now=now):
        key = f"clinic:{request.pk}:new:{user.pk}"
        messages.send(template=texts.NEW_REQUEST.code, to=user, params=params, key=key, now=now)


def tell_of_talk(template: Template, appointment: Appointment, *, key: str, now: datetime) -> None:
    """Write to those the request belongs to."""
    params = {**_talk(appointment), "consultant": appointment.consultant.user.display_name}
    tell(template, appointment.request, params, key=f"talk:{appointment.pk}:{key}", now=now)


def tell_consultant(template: Template, appointment: Appointment, *, key: str, now: datetime) -> None:
    """Write to the consultant of the talk."""
    messages.send(
        template=template.code,
        to=appointment.consultant.user,
        params={**_talk(appointment), "number": appointment.request.number},
        key=f"clinic:talk:{appointment.pk}:{key}",
        now=now,
    )


def _talk(appointment: Appointment) -> dict[str, Any]:
    return {"at": appointment.starts_at, "how": appointment.get_mode_display()}
