"""Who may do what with requests and appointments. A request is for those it belongs to and for the clinic's lead.

A consultant reads a request while a talk of it is booked with him, and two weeks at most after it; an officer those he wrote
at the counter himself.
"""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_auditor, is_consultant, is_signed_in, require
from clinic.cases.querysets import OPEN_AFTER_TALK
from clinic.consultants.models import ConflictOfInterest
from clinic.permissions import files_for_others, runs_the_clinic
from core import clock

__all__ = ["BOOK", "CANCEL", "DECIDE", "DESK", "FILE_FOR_OTHERS", "NOTE", "OWN", "READ", "TALKS", "require"]

OWN = "cases.own_request"
FILE_FOR_OTHERS = "cases.file_for_others"
READ = "cases.read_request"
DECIDE = "cases.decide_request"
DESK = "cases.see_desk"
TALKS = "cases.see_talks"
BOOK = "cases.book_appointment"
CANCEL = "cases.cancel_appointment"
NOTE = "cases.note_appointment"


@rules.predicate
def owns_request(user: Any, thing: Any = None) -> bool:
    """Acts for the applicant of the request (of the appointment's request), or for the applicant himself."""
    thing = getattr(thing, "request", thing)
    return bool(acts_for(user, getattr(thing, "applicant", thing)))


@rules.predicate
def wrote_it_at_the_counter(user: Any, request: Any = None) -> bool:
    """Wrote this request on somebody's behalf."""
    request = getattr(request, "request", request)
    return request is not None and request.on_behalf and request.filed_by_id == user.pk


@rules.predicate
def talks_about_it(user: Any, request: Any = None) -> bool:
    """A talk of this request is booked with this consultant, and not long over."""
    if request is None:
        return False
    booked = request.appointments.open_to_consultant(clock.now()).filter(consultant__user_id=user.pk)
    return bool(booked.exists())


@rules.predicate
def is_its_consultant(user: Any, appointment: Any = None) -> bool:
    """The appointment is with this consultant, not long over, and he has no interest in the unit it is about."""
    if appointment is None or appointment.consultant.user_id != user.pk:
        return False
    torn = ConflictOfInterest.objects.holding_on(clock.today()).filter(
        consultant=appointment.consultant_id, unit=appointment.request.unit_id
    )
    return bool(appointment.ends_at > clock.now() - OPEN_AFTER_TALK and not torn.exists())


at_the_counter = files_for_others & wrote_it_at_the_counter

rules.add_perm(OWN, is_signed_in & owns_request)
rules.add_perm(FILE_FOR_OTHERS, is_signed_in & files_for_others)
rules.add_perm(READ, is_signed_in & (runs_the_clinic | is_auditor | at_the_counter | (is_consultant & talks_about_it)))
rules.add_perm(DECIDE, is_signed_in & runs_the_clinic)
rules.add_perm(DESK, is_signed_in & (runs_the_clinic | is_auditor))
rules.add_perm(TALKS, is_signed_in & (runs_the_clinic | is_consultant | is_auditor))
rules.add_perm(BOOK, is_signed_in & (owns_request | runs_the_clinic | at_the_counter))
rules.add_perm(
    CANCEL, is_signed_in & (owns_request | runs_the_clinic | at_the_counter | (is_consultant & is_its_consultant))
)
rules.add_perm(NOTE, is_signed_in & (runs_the_clinic | (is_consultant & is_its_consultant)))
