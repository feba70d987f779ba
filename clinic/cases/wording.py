"""Sentences about requests and appointments, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clinic.cases.choices import CaseStatus, RequestStatus, Service
from clinic.cases.models import Appointment, Case, ClinicRequest
from core.fields.language import active_language
from core.persian.calendar import tehran_date
from core.persian.dates import format_date, format_time


def when_text(row: Appointment) -> str:
    """Day and hours of a talk: دوشنبه ۲ آذر ۱۴۰۵، از ۹:۰۰ تا ۱۰:۰۰."""
    language = active_language()
    return _("%(day)s, from %(start)s to %(end)s") % {
        "day": format_date(tehran_date(row.starts_at), "full", language=language),
        "start": format_time(row.starts_at, language=language),
        "end": format_time(row.ends_at, language=language),
    }


def where_text(row: Appointment) -> str:
    """Where the talk is held, or who calls whom."""
    if row.mode == "PHONE":
        return _("by phone: the consultant calls you")
    return row.place or office()


def office() -> str:
    """Where talks in person are held unless another place is named."""
    return _("office of the industry clinic, Zanjan Industrial Estates Company")


def next_step(row: ClinicRequest, *, talk: Appointment | None, case: Case | None = None) -> str:
    """What happens next, as a sentence for who asked; a case that has its team says it on its own page."""
    status, service = RequestStatus(row.status), Service(row.service)
    if status == RequestStatus.SUBMITTED:
        return _NEXT_WAITING[service]()
    if status == RequestStatus.ADMITTED:
        if service == Service.DIAGNOSIS:
            if case is not None and case.status not in (CaseStatus.REQUESTED, CaseStatus.ADMITTED):
                return ""
            return _("The clinic names a team of consultants, who visit the unit.")
        return _("A consultant talks with you.") if talk else _("Book a time for a talk with a consultant.")
    return ""


_NEXT_WAITING = {
    Service.DIAGNOSIS: lambda: _("The lead of the clinic reads your request and decides whether a case is opened."),
    Service.NEW_BUSINESS: lambda: _("The lead of the clinic reads your request and finds a consultant for you."),
    Service.TRAINING: lambda: _("The clinic answers which course suits you, or plans one."),
    Service.QUESTION: lambda: _("A consultant answers in writing; if you like, book a talk."),
}
