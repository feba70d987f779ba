"""What an exhibition cost, and what each firm brought home."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.forms import answer_form, carry_out
from programs.exhibitions.choices import COSTED
from programs.exhibitions.forms.desk import CostForm, ReasonForm, ResultForm
from programs.exhibitions.models import Exhibition, TripCost
from programs.exhibitions.permissions import WRITE
from programs.exhibitions.selectors.desk import firms_there
from programs.exhibitions.services import reports
from programs.exhibitions.services.reports import RESULT
from programs.exhibitions.views.desk import for_staff


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def costs(request: HttpRequest, exhibition: Exhibition) -> HttpResponse:
    """The costs so far with their papers, and a form for one more."""
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CostForm(data, files, firms=firms_there(exhibition))
    status = 200
    if data is not None and form.is_valid():
        values = dict(form.cleaned_data)
        firm, upload = values.pop("firm"), values.pop("paper")
        common: dict[str, Any] = {"exhibition_id": exhibition.pk, "by": request.user, "now": clock.now()}
        common |= {"upload": upload, "request_id": int(firm) if firm else None}
        status = carry_out(form, lambda: reports.add_cost(values=values, **common), {"file": "paper"})
        if status == 200:
            messages.success(request, _("The cost is entered."))
            return redirect("exhibitions:costs", exhibition.slug)
    context = {
        "exhibition": exhibition,
        "rows": _costs(exhibition),
        "may_write": request.user.has_perm(WRITE) and exhibition.status in COSTED,
    }
    return answer_form(request, "exhibitions/desk/costs.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def remove_cost(request: HttpRequest, exhibition: Exhibition, pk: int) -> HttpResponse:
    """Say which cost goes and why, then take it out."""
    row = next((one for one in _costs(exhibition) if one.pk == pk), None)
    if row is None:
        raise Http404
    back = reverse("exhibitions:costs", args=[exhibition.slug])
    if exhibition.status not in COSTED or not request.user.has_perm(WRITE):
        return redirect(back)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        common: dict[str, Any] = {"cost_id": row.pk, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: reports.remove_cost(reason=form.cleaned_data["reason"], **common))
        if status == 200:
            messages.success(request, _("The cost is taken out."))
            return redirect(back)
    context = {"exhibition": exhibition, "row": row, "danger": True, "cancel_url": back}
    context["confirm_label"] = _("Take the cost out")
    return answer_form(request, "exhibitions/desk/remove_cost.html", form, context, status=status)


def _costs(exhibition: Exhibition) -> list[TripCost]:
    related = ("paper", "request__member", "request__applicant__person", "request__applicant__legal_entity")
    return list(exhibition.costs.select_related(*related).order_by("pk"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def result(request: HttpRequest, exhibition: Exhibition, code: str) -> HttpResponse:
    """The result of one firm that had a booth."""
    row = next((one for one in firms_there(exhibition) if one.code == code), None)
    if row is None:
        raise Http404
    known = getattr(row, "result", None)
    initial = {name: getattr(known, name) for name in RESULT} if known else None
    form = ResultForm(request.POST if request.method == "POST" else None, initial=initial)
    status = 200
    if request.method == "POST" and form.is_valid():
        common: dict[str, Any] = {"request_id": row.pk, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: reports.enter_result(values=form.cleaned_data, **common))
        if status == 200:
            messages.success(request, _("The result is entered."))
            return redirect("exhibitions:desk", exhibition.slug)
    context = {"exhibition": exhibition, "row": row}
    return answer_form(request, "exhibitions/desk/result.html", form, context, status=status)
