"""Readings: what I have in work, and the sheet of a month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.errors import DomainError, PermissionRefused
from core.fields.language import active_language, local_digits
from core.persian.calendar import first_of_month, months_between
from core.persian.dates import format_date
from programs import permissions
from programs.forms.readings import SheetForm, WhichSheetForm
from programs.models import Programme
from programs.month_codes import code_of, month_of
from programs.selectors import readings as selectors
from programs.services import evidence, reading_entry
from programs.views.reading_common import UNREADABLE, sections, sheet_url

MOST_MONTHS = 36


@require_safe
def reading_list(request: HttpRequest) -> HttpResponse:
    """What I have in work, and for managers what waits for them, the oldest first."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    context = {
        "mine": selectors.mine(user) if user.has_perm(permissions.WRITE_READING) else [],
        "queue": selectors.queue(user),
        "decided": selectors.decided(),
        "writes": user.has_perm(permissions.WRITE_READING),
        "reviews": user.has_perm(permissions.REVIEW_READING),
        "now": clock.now(),
    }
    return render(request, "programs/readings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The sheet of `?programme=…&month=…`; without a programme the question which one."""
    user: Any = request.user
    permissions.require(user, permissions.WRITE_READING)
    if not request.GET.get("programme"):
        return _which(request)
    programme = selectors.programme_to_report(request.GET["programme"])
    month = _month_asked(request, programme)
    sheet = selectors.sheet(programme, month)
    form = SheetForm(request.POST or None, request.FILES or None, sheet=sheet, user=user)
    if request.method == "POST" and form.is_valid():
        hand_in = request.POST.get("act") == "hand_in"
        try:
            kept = reading_entry.enter(
                programme_id=programme.pk,
                month=month,
                entries=form.entries(),
                note=form.cleaned_data["note"],
                uploads=form.cleaned_data["evidence"],
                hand_in=hand_in,
                by=user,
                now=clock.now(),
            )
        except PermissionRefused:
            raise
        except DomainError as refusal:
            form.show(refusal)
        else:
            messages.success(request, _saved_text(len(kept), hand_in))
            return redirect("readings:list" if hand_in else sheet_url(programme, month))
    context = {"form": form, "sheet": sheet, "sections": sections(sheet, form), "months": _months(programme)}
    context["papers"] = selectors.own_papers(form.free)
    return render(request, "programs/readings/sheet.html", context, status=UNREADABLE if form.errors else 200)


def _which(request: HttpRequest) -> HttpResponse:
    programmes = selectors.programmes_to_report()
    today = clock.today()
    last = first_of_month(today)
    first = min((row.starts_on for row in programmes), default=last)
    months = [(code_of(month), _month_text(month)) for month in reversed(months_between(first, last)[-MOST_MONTHS:])]
    # What is reported is usually the month that has just ended.
    initial = (
        {"month": months[1][0] if len(months) > 1 and (today - last).days < 20 else months[0][0]} if months else {}
    )
    form = WhichSheetForm(programmes=programmes, months=months, initial=initial)
    return render(request, "programs/readings/which.html", {"form": form, "programmes": programmes})


@require_http_methods(["GET", "HEAD", "POST"])
def remove_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper away from the sheet it was added to; a link to here only leads back to the sheet."""
    user: Any = request.user
    permissions.require(user, permissions.WRITE_READING)
    reading = selectors.reading_of_evidence(pk)
    if request.method == "POST":
        evidence.detach(evidence_id=pk, by=user, now=clock.now())
        messages.success(request, _("The paper was taken away."))
    return redirect(sheet_url(reading.programme, reading.month))


def _month_asked(request: HttpRequest, programme: Programme) -> date:
    asked = request.GET.get("month", "")
    if asked:
        return month_of(asked)
    return min(first_of_month(clock.today()), first_of_month(programme.ends_on))


def _months(programme: Programme) -> list[tuple[str, date]]:
    last = min(clock.today(), programme.ends_on)
    return [(code_of(month), month) for month in months_between(programme.starts_on, last)[-MOST_MONTHS:]]


def _month_text(month: date) -> str:
    return format_date(month, "month", language=active_language())


def _saved_text(count: int, handed_in: bool) -> str:
    shown = {"count": local_digits(count)}
    if handed_in:
        return ngettext("%(count)s figure waits for approval.", "%(count)s figures wait for approval.", count) % shown
    return ngettext("%(count)s figure is kept as a draft.", "%(count)s figures are kept as a draft.", count) % shown
