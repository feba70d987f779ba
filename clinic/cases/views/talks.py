"""A talk with a consultant: choosing a time, the file for calendars, cancelling, noting that it was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from clinic.cases.calendar_file import calendar_file
from clinic.cases.choices import AppointmentStatus
from clinic.cases.forms.talks import CancelForm, HeldForm, SlotForm, TalkFilter
from clinic.cases.models import Appointment, ClinicRequest
from clinic.cases.request_permissions import BOOK, CANCEL, NOTE, OWN, TALKS, require
from clinic.cases.selectors import desk as desk_selectors
from clinic.cases.selectors import requests as selectors
from clinic.cases.selectors.times import Slot, free_slots
from clinic.cases.services import appointments
from clinic.cases.wording import when_text
from clinic.consultants.models import Consultant
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out


@dataclass(frozen=True, slots=True)
class Day:
    """One day that can be chosen, with the address that shows its times."""

    day: date
    url: str
    number: int
    current: bool


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def book(request: HttpRequest, number: str) -> HttpResponse:
    """Free times of consultants; the button books the chosen one."""
    row = _bookable(request, number)
    page = selectors.page_of(row, clock.now())
    if not page.may_book:
        return redirect(_back(request, row))
    wanted = TalkFilter(request.GET or None, initial={"mode": "IN_PERSON", "subject": row.topic})
    subject = wanted.chosen_subject() if request.GET else row.topic
    slots = free_slots(row, mode=wanted.chosen_mode(), now=clock.now(), specialty=subject)
    days = _days(request, slots)
    shown = [slot for slot in slots if any(day.current and day.day == slot.day for day in days)]
    form = SlotForm(request.POST if request.method == "POST" else None, slots=shown)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: _book(request, row, form.chosen(), wanted.chosen_mode()))
        if status == 200:
            messages.success(request, _("The talk is booked. The day before we remind you."))
            return redirect(_back(request, row))
    context = {
        "page": page,
        "wanted": wanted,
        "days": days,
        "people": _by_person(shown),
        "back": _back(request, row),
        "here": reverse("clinic:book", args=[number]),
        "mode": wanted.chosen_mode(),
    }
    return answer_form(request, "clinic/requests/book.html", form, context, status=status)


@require_safe
@never_cache
def calendar(request: HttpRequest, number: str) -> HttpResponse:
    """The booked talk as a file for calendars; for both sides of it."""
    row = selectors.find(number)
    talk = _booked(row)
    user: Any = request.user
    if talk is None or not user.has_perm(CANCEL, talk):
        raise Http404
    url = request.build_absolute_uri(_back(request, row))
    answer = HttpResponse(calendar_file(talk, host=request.get_host(), url=url), content_type="text/calendar")
    answer["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def cancel(request: HttpRequest, number: str) -> HttpResponse:
    """Say what will happen, then cancel the booked talk."""
    row = selectors.find(number)
    talk = _booked(row)
    user: Any = request.user
    if talk is None or not user.has_perm(CANCEL, talk):
        raise NotFound()
    if talk.has_begun(clock.now()):
        return redirect(_back(request, row))
    form = CancelForm(request.POST if request.method == "POST" else None)
    is_own = user.has_perm(OWN, row)
    form.fields["reason"].required = not is_own
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["reason"]
        status = carry_out(
            form, lambda: appointments.cancel(appointment_id=talk.pk, reason=said, by=user, now=clock.now())
        )
        if status == 200:
            messages.success(request, _("The talk is cancelled."))
            return redirect(_back(request, row))
    context = {
        "row": row,
        "when": when_text(talk),
        "talk": talk,
        "is_own": is_own,
        "danger": True,
        "cancel_url": _back(request, row),
        "confirm_label": _("Cancel the talk"),
    }
    return answer_form(request, "clinic/requests/cancel_talk.html", form, context, status=status)


@require_safe
@never_cache
def talks(request: HttpRequest) -> HttpResponse:
    """Talks to come and those of the last month: the consultant's own, for the lead everybody's."""
    user: Any = request.user
    require(user, TALKS)
    booked, past = desk_selectors.talks_of(user, clock.now())
    return render(request, "clinic/desk/talks.html", {"booked": booked, "past": past})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Was the talk held? Two buttons."""
    talk = Appointment.objects.select_related("consultant__user", "request").filter(pk=pk).first()
    user: Any = request.user
    if talk is None or not user.has_perm(NOTE, talk):
        raise NotFound()
    form = HeldForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        came = form.cleaned_data["came"] == "yes"
        status = carry_out(form, lambda: appointments.note(appointment_id=pk, came=came, by=user, now=clock.now()))
        if status == 200:
            messages.success(request, _("It is noted."))
            return redirect("clinic:talks")
    return answer_form(
        request, "clinic/desk/note_talk.html", form, {"talk": talk, "when": when_text(talk)}, status=status
    )


def _bookable(request: HttpRequest, number: str) -> ClinicRequest:
    row = selectors.find(number)
    user: Any = request.user
    if not user.has_perm(BOOK, row):
        raise NotFound()
    return row


def _booked(row: ClinicRequest) -> Appointment | None:
    return next((one for one in row.appointments.all() if one.status == AppointmentStatus.BOOKED), None)


def _back(request: HttpRequest, row: ClinicRequest) -> str:
    """The page of the request as this person sees it: his own, or that of the desk."""
    user: Any = request.user
    name = "clinic:request" if user.has_perm(OWN, row) else "clinic:desk_request"
    return reverse(name, args=[row.number])


def _days(request: HttpRequest, slots: list[Slot]) -> list[Day]:
    """Days with a free time; the one named in the address is current, else the first."""
    numbers: dict[date, int] = {}
    for slot in slots:
        numbers[slot.day] = numbers.get(slot.day, 0) + 1
    named = request.GET.get("day", "")
    current = next((day for day in numbers if day.isoformat() == named), next(iter(numbers), None))
    kept = {name: request.GET.get(name, "") for name in ("mode", "subject") if name in request.GET}
    return [
        Day(day, "?" + urlencode({**kept, "day": day.isoformat()}), number, day == current)
        for day, number in numbers.items()
    ]


def _by_person(slots: list[Slot]) -> list[tuple[Consultant, list[Slot]]]:
    found: dict[int, tuple[Consultant, list[Slot]]] = {}
    for slot in slots:
        found.setdefault(slot.consultant.pk, (slot.consultant, []))[1].append(slot)
    return sorted(found.values(), key=lambda pair: (pair[0].user.last_name, pair[0].pk))


def _book(request: HttpRequest, row: ClinicRequest, slot: Slot, mode: str) -> Appointment:
    user: Any = request.user
    return appointments.book(
        request_id=row.pk, consultant_id=slot.consultant.pk, starts_at=slot.starts_at, mode=mode, by=user,
        now=clock.now(),
    )  # fmt: skip
