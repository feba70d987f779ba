"""Telling applicants what happened to a call. Written by a job, so that no committee member waits for hundreds of messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allocations import texts
from allocations.choices import ApplicationStatus
from allocations.models import Application, Call, CallAmendment, CallExtension
from allocations.services.notices import recipients
from core.jobs import services as jobs
from core.jobs.context import JobContext
from core.messages import services as messages
from core.messages.registry import Template

KIND = "allocations.tell_call"
EXTENDED, AMENDED, CANCELLED = "extended", "amended", "cancelled"
_TEMPLATES: dict[str, Template] = {EXTENDED: texts.EXTENDED, AMENDED: texts.AMENDED, CANCELLED: texts.CANCELLED}


def tell(template: Template, application: Application, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    """Write one message to each account of the applicant's side, in the caller's transaction; once for each `key`."""
    values = {"track": application.tracking_code, **params}
    for user in recipients(application):
        messages.send(template=template.code, to=user, params=values, key=f"{key}:{user.pk}", now=now)


def tell_of_extension(extension: CallExtension, *, now: datetime) -> None:
    """Ask for the messages about a longer term."""
    _ask(EXTENDED, extension.call, extension.pk, reason=extension.reason, now=now)


def tell_of_amendment(amendment: CallAmendment, *, now: datetime) -> None:
    """Ask for the messages about amended rules."""
    _ask(AMENDED, amendment.call, amendment.pk, reason=amendment.reason, now=now)


def tell_of_cancelling(call: Call, *, now: datetime) -> None:
    """Ask for the messages about a cancelled call, when it had been announced."""
    if call.published_at is not None:
        _ask(CANCELLED, call, call.pk, reason=call.cancelled_reason, now=now)


def tell_call(context: JobContext) -> dict[str, Any]:
    """The job: a message to everybody who has a draft or an application; done twice, it writes nothing twice."""
    call = Call.objects.get(pk=context.payload["call"])
    occasion, number = context.payload["occasion"], context.payload["number"]
    rows = Application.objects.filter(call=call).exclude(status=ApplicationStatus.WITHDRAWN).order_by("pk")
    total = rows.count()
    related = ("applicant__person", "applicant__legal_entity", "started_by")
    for done, row in enumerate(rows.select_related(*related).iterator(500)):
        if done % 50 == 0:
            context.progress(done, total)
        params = {"call": call.title, "closes": call.closes_at, "reason": context.payload["reason"]}
        tell(_TEMPLATES[occasion], row, params, key=f"{occasion}:{number}:{row.pk}", now=context.now)
    return {"told": total}


def _ask(occasion: str, call: Call, number: int, *, reason: str, now: datetime) -> None:
    payload = {"call": call.pk, "occasion": occasion, "number": number, "reason": reason}
    jobs.request(kind=KIND, key=f"{occasion}:{number}", payload=payload, now=now)
