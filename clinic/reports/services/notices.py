"""Telling the team, the lead and the unit about a report, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.selectors import users_of
from clinic.reports import policies, texts
from clinic.reports.models import DiagnosticReport
from core.fields.language import local_digits
from core.messages import services as messages
from core.messages.registry import Template


def tell_team(report: DiagnosticReport, *, now: datetime) -> None:
    """A version waits for the signature of everybody in the team."""
    rows = report.case.members.current().select_related("consultant__user").order_by("pk")
    _tell(texts.SIGN, report, {row.consultant.user_id: row.consultant.user for row in rows}.values(), now)


def tell_signed(report: DiagnosticReport, *, now: datetime) -> None:
    """Everybody has signed: the lead, and the unit when it may read the report already."""
    _tell(texts.SIGNED, report, [report.case.lead], now)
    if policies.is_given_out(report):
        _tell(texts.GIVEN_OUT, report, users_of(report.case.request.applicant), now)


def _tell(template: Template, report: DiagnosticReport, people: Iterable[Any], now: datetime) -> None:
    params = {"number": report.case.number, "version": local_digits(report.version)}
    for user in people:
        key = f"{template.code}:{report.pk}:{user.pk}"
        messages.send(template=template.code, to=user, params=params, key=key, now=now)
