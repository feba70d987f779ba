"""A firm asks for a booth: list in order, check, declaration, receipt; later its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Applicant
from accounts.selectors import applicants_of
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out
from core.wording import number_text
from programs.exhibitions import policies
from programs.exhibitions.forms.desk import NothingForm
from programs.exhibitions.forms.requests import DeclareForm, RequestForm
from programs.exhibitions.models import Booth, BoothRequest, Exhibition
from programs.exhibitions.selectors import mine, pages
from programs.exhibitions.selectors.firms import requests_of
from programs.exhibitions.services import requests

KEY = "booth_request_%s"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the ordering component."""

    id: str
    label: str
    hint: str
    url: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Booths in order of liking and what the firm shows. Nothing is handed in before the next page."""
    row, firms = _opening(request, slug)
    booths = {booth.code: booth for booth in row.booths.all()}
    kept = request.session.get(KEY % slug) or _known(request, row, firms)
    order = [code for code in kept["booths"] if code in booths]
    data = request.POST if request.method == "POST" and "save" in request.POST else None
    if request.method == "POST":
        order = _moved(request, [code for code in request.POST.getlist("order") if code in booths], booths)
        request.session[KEY % slug] = {**kept, "booths": order}
    form = RequestForm(data, firms=firms, initial=kept["values"])
    error = _("Choose at least one booth.") if data is not None and not order else ""
    if data is not None and form.is_valid() and order:
        values = {"firm": form.cleaned_data["firm"], **form.facts()}
        request.session[KEY % slug] = {"booths": order, "values": values}
        return redirect("exhibitions:check", slug)
    chosen = [_row(booths[code]) for code in order]
    offers = [_row(booth) for code, booth in booths.items() if code not in order]
    context = {"card": pages.card(row, clock.now()), "chosen": chosen, "offers": offers, "error": error}
    context["rank_action"] = reverse("exhibitions:ask", args=[slug])
    return answer_form(request, "exhibitions/ask.html", form, context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything once more, the declaration, then it is handed in."""
    row, firms = _opening(request, slug)
    kept = request.session.get(KEY % slug)
    if not kept or not kept["booths"] or not kept["values"].get("products"):
        return redirect("exhibitions:ask", slug)
    firm = next((one for one in firms if str(one.pk) == kept["values"]["firm"]), None)
    if firm is None:
        return redirect("exhibitions:ask", slug)
    form = DeclareForm(request.POST if request.method == "POST" else None)
    status, made = 200, []
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: made.append(_submit(request, row, firm, kept)))
        if made:
            del request.session[KEY % slug]
            messages.success(request, _("Your request is in. Keep the code of this page."))
            return redirect("exhibitions:request", made[0].code)
    booths = {booth.code: booth for booth in row.booths.all()}
    context = {
        "card": pages.card(row, clock.now()),
        "firm": firm,
        "values": kept["values"],
        "booths": [_row(booths[code]) for code in kept["booths"] if code in booths],
    }
    return answer_form(request, "exhibitions/check.html", form, context, status=status)


@require_safe
@never_cache
def my_requests(request: HttpRequest) -> HttpResponse:
    """Requests of my firms."""
    return render(request, "exhibitions/mine.html", {"requests": requests_of(request.user)})


@require_safe
@never_cache
def request_detail(request: HttpRequest, code: str) -> HttpResponse:
    """My request: the receipt; after the result what became of each booth, and why."""
    return render(request, "exhibitions/request.html", {"own": mine.own_request(code, request.user, clock.now())})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Say what will happen, then take the request back or give the booth back."""
    own = mine.own_request(code, request.user, clock.now())
    if not own.may_withdraw:
        return redirect("exhibitions:request", code)
    form = NothingForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(form, lambda: requests.withdraw(request_id=own.request.pk, by=user, now=clock.now()))
        if status == 200:
            messages.success(request, _("It is taken back."))
            return redirect("exhibitions:request", code)
    context = {
        "own": own,
        "danger": True,
        "cancel_url": reverse("exhibitions:request", args=[code]),
        "confirm_label": _("Give the booth back") if own.booth else _("Take the request back"),
    }
    return answer_form(request, "exhibitions/withdraw.html", form, context, status=status)


def _opening(request: HttpRequest, slug: str) -> tuple[Exhibition, list[Applicant]]:
    row = pages.public_exhibition(slug)
    policies.takes_requests(row, clock.now())
    firms = applicants_of(request.user)
    if not firms:
        raise NotFound(_("Complete your details first: a request belongs to a person or a firm."))
    return row, firms


def _known(request: HttpRequest, row: Exhibition, firms: list[Applicant]) -> dict[str, Any]:
    """What the firm handed in before, or an empty form."""
    found = next(iter(requests_of(request.user, row)), None)
    if found is None:
        return {"booths": [], "values": {"firm": str(firms[0].pk)}}
    values: dict[str, Any] = {"firm": str(found.applicant_id), "products": found.products}
    values |= {"participations": found.participations, "readiness": found.readiness}
    return {"booths": list(found.choices.order_by("position").values_list("booth__code", flat=True)), "values": values}


def _moved(request: HttpRequest, order: list[str], booths: dict[str, Booth]) -> list[str]:
    """The order after the button that was pressed."""
    add = request.POST.get("add", "")
    if add in booths and add not in order:
        return [*order, add]
    for button, step in (("up", -1), ("down", 1)):
        code = request.POST.get(button, "")
        if code in order:
            place = order.index(code)
            other = min(max(place + step, 0), len(order) - 1)
            order[place], order[other] = order[other], order[place]
            return order
    return [code for code in order if code != request.POST.get("remove", "")]


def _row(booth: Booth) -> Row:
    hint = _("%(kind)s, %(area)s m²") % {"kind": booth.get_kind_display(), "area": number_text(booth.area_m2)}
    return Row(booth.code, booth.code, hint)


def _submit(request: HttpRequest, row: Exhibition, firm: Applicant, kept: dict[str, Any]) -> BoothRequest:
    user: Any = request.user
    values = {name: kept["values"][name] for name in ("products", "participations", "readiness")}
    return requests.submit(
        exhibition_id=row.pk, applicant_id=firm.pk, booths=kept["booths"], values=values, declared=True, by=user,
        now=clock.now(),
    ).request  # fmt: skip
