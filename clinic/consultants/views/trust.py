"""Rating the team of a case; conferences of consultants; review of reports."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import is_auditor
from clinic.consultants.choices import RatedBy, Standpoint
from clinic.consultants.conference_access import concludes, read_by, takes_part
from clinic.consultants.forms.trust import (
    DECLINE,
    AskReviewForm,
    ConclusionForm,
    ConferenceForm,
    NoteForm,
    RatingForm,
    ReviewForm,
)
from clinic.consultants.permissions import CONCLUDE, CONFER, MANAGE, NOTE, READ_WORDS, REVIEW, require
from clinic.consultants.selectors import mine, trust
from clinic.consultants.services import conferences, ratings, reviews
from core import clock
from core.errors import PermissionRefused
from core.web import keyset
from core.web.forms import answer_form, carry_out
from core.web.keyset import Order
from core.web.lists import page_url

METHODS = ["GET", "HEAD", "POST"]
NEWEST = Order("newest", "", "held_at", descending=True)


@require_safe
@never_cache
def rate(request: HttpRequest, number: str) -> HttpResponse:
    """Whose work on a case can be rated."""
    return render(request, "clinic/consultants/rate.html", {"page": trust.rating_page(number, request.user)})


@require_http_methods(METHODS)
@never_cache
def rate_one(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Rate one member of the team."""
    page = trust.rating_page(number, request.user)
    known = {row.pk: (row, given) for row, given in page.members}
    if pk not in known:
        raise Http404
    consultant, given = known[pk]
    back = reverse("consultants:rate", args=[number])
    if given is not None:
        messages.info(request, _("You have rated this work already. Thank you."))
        return redirect(back)
    form = RatingForm(_data(request))
    status = 200
    if form.is_bound and form.is_valid():
        give = ratings.rate_by_unit if page.kind == RatedBy.UNIT else ratings.rate_by_peer
        common: dict[str, Any] = {"case_number": number, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: give(consultant_id=pk, values=form.cleaned_data, **common))
        if status == 200:
            messages.success(request, _("Your rating is in. Thank you."))
            return redirect(back)
    context = {"page": page, "consultant": consultant, "cancel_url": back}
    return answer_form(request, "clinic/consultants/rate_one.html", form, context, status=status)


@require_safe
@never_cache
def conference_list(request: HttpRequest) -> HttpResponse:
    """Conferences this person called or is invited to; the lead and the auditor see all."""
    user: Any = request.user
    if not user.has_perm(CONFER) and not user.has_perm(READ_WORDS):
        raise PermissionRefused()
    found = keyset.page(read_by(user), order=NEWEST, cursor=request.GET.get("cursor", ""), size=20)
    context = {
        "rows": found.rows,
        "may_call": user.has_perm(CONFER),
        "previous_url": page_url(request.GET, found.previous_cursor),
        "next_url": page_url(request.GET, found.next_cursor),
    }
    return render(request, "clinic/consultants/conferences.html", context)


@require_http_methods(METHODS)
@never_cache
def call_conference(request: HttpRequest) -> HttpResponse:
    """Ask colleagues about a question of a case."""
    require(request.user, CONFER)
    form = ConferenceForm(_data(request), initial={"case_number": request.GET.get("case", "")[:20]}, by=request.user)

    def act() -> None:
        values = dict(form.cleaned_data)
        invited = [one.pk for one in values.pop("consultants")]
        conferences.call(consultant_ids=invited, **values, by=request.user, now=clock.now())

    return _form_page(
        request, form, act, _("Call a conference"), _("Your colleagues are invited."), "consultants:conferences"
    )


@require_http_methods(METHODS)
@never_cache
def conference(request: HttpRequest, pk: int) -> HttpResponse:
    """One conference: the question, what was said, and the next note. Every look is written for the unit of the case."""
    row, stands = trust.conference_for(pk, request.user)
    user: Any = request.user
    may_note = row.closed_at is None and takes_part(stands)
    if request.method == "POST" and not may_note:
        raise PermissionRefused(code=NOTE)
    form = NoteForm(_data(request))
    status = 200
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["text"]
        status = carry_out(form, lambda: conferences.note(conference_id=pk, text=text, by=user, now=clock.now()))
        if status == 200:
            return redirect("consultants:conference", pk)
    conferences.note_look(conference=row, stands=stands, by=user, now=clock.now())
    context = {
        "row": row,
        "may_note": may_note,
        "may_close": may_note and concludes(stands, user, row),
        "knows_case": stands != Standpoint.GUEST,
    }
    return answer_form(request, "clinic/consultants/conference.html", form, context, status=status)


@require_http_methods(METHODS)
@never_cache
def close_conference(request: HttpRequest, pk: int) -> HttpResponse:
    """End it with its conclusion."""
    row, stands = trust.conference_for(pk, request.user)
    user: Any = request.user
    if row.closed_at is not None:
        return redirect("consultants:conference", pk)
    if not concludes(stands, user, row):
        raise PermissionRefused(code=CONCLUDE)
    form = ConclusionForm(_data(request))
    status = 200
    if form.is_bound and form.is_valid():
        words = form.cleaned_data["conclusion"]
        act: Any = lambda: conferences.close(conference_id=pk, conclusion=words, by=user, now=clock.now())  # noqa: E731
        status = carry_out(form, act)
        if status == 200:
            messages.success(request, _("The conference is closed."))
            return redirect("consultants:conference", pk)
    deed = _("Close the conference")
    context = {"title": deed, "deed": deed, "cancel_url": reverse("consultants:conference", args=[pk])}
    return answer_form(request, "clinic/consultants/form.html", form, context, status=status)


@require_http_methods(METHODS)
@never_cache
def ask_review(request: HttpRequest) -> HttpResponse:
    """The lead asks a member of a team to review its report."""
    require(request.user, MANAGE)
    initial = {"case_number": request.GET.get("case", "")[:20]}
    form = AskReviewForm(_data(request), initial=initial)

    def act() -> None:
        values = dict(form.cleaned_data)
        reviewer = values.pop("consultant")
        reviews.ask(consultant_id=reviewer.pk, **values, by=request.user, now=clock.now())

    done = _("The reviewer is asked; you get a message when he has answered.")
    return _form_page(request, form, act, _("Ask for a review"), done, "clinic:desk")


@require_http_methods(METHODS)
@never_cache
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """A review: its reviewer answers, the lead and the auditor read."""
    row = trust.review_for(pk, request.user)
    user: Any = request.user
    may_answer = row.status == "ASKED" and user.has_perm(REVIEW, row)
    if request.method == "POST" and not may_answer:
        raise PermissionRefused(code=REVIEW)
    form = ReviewForm(_data(request))
    status = 200
    if form.is_bound and form.is_valid():
        status = carry_out(form, lambda: _answer(pk, form.cleaned_data, user), {"reason": "text"})
        if status == 200:
            messages.success(request, _("Your answer is in. Thank you."))
            return redirect("consultants:review", pk)
    reviews.note_look(review=row, by=user, now=clock.now())
    context = {"row": row, "may_answer": may_answer, "is_mine": mine.consultant_of(user) == row.reviewer}
    return answer_form(request, "clinic/consultants/review.html", form, context, status=status)


def _answer(pk: int, values: dict[str, Any], user: Any) -> None:
    if values["verdict"] != DECLINE:
        reviews.give(review_id=pk, verdict=values["verdict"], text=values["text"], by=user, now=clock.now())
    else:
        reviews.decline(review_id=pk, reason=values["text"], by=user, now=clock.now())


def _data(request: HttpRequest) -> Any:
    # An auditor only looks, whatever else he may see.
    if request.method == "POST" and is_auditor(request.user):
        raise PermissionRefused(code="auditor_changes_nothing")
    return request.POST if request.method == "POST" else None


def _form_page(request: HttpRequest, form: Any, act: Any, title: str, done: str, back: str) -> HttpResponse:
    status = 200
    if form.is_bound and form.is_valid():
        status = carry_out(form, act)
        if status == 200:
            messages.success(request, done)
            return redirect(back)
    context = {"title": title, "deed": title, "cancel_url": reverse(back)}
    return answer_form(request, "clinic/consultants/form.html", form, context, status=status)
