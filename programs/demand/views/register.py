"""The register for everybody and for oneself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.selectors import applicants_of
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out
from programs.demand.forms.wishes import ChangeForm, NothingForm, WishForm
from programs.demand.permissions import NAMES, READ
from programs.demand.selectors import figures
from programs.demand.selectors.mine import own_wish, wishes_of
from programs.demand.services import wishes


@login_not_required
@require_safe
@never_cache
def demand_list(request: HttpRequest) -> HttpResponse:
    """What is wanted, in figures nobody is recognised by; and my own wishes."""
    lines, total = figures.public_lines(clock.now())
    signed_in = request.user.is_authenticated
    context = {
        "lines": lines,
        "total": total,
        "mine": wishes_of(request.user) if signed_in else [],
        "may_see_table": signed_in and request.user.has_perm(READ),
        "may_see_names": signed_in and request.user.has_perm(NAMES),
    }
    return render(request, "demand/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def add(request: HttpRequest) -> HttpResponse:
    """A new wish."""
    applicants = applicants_of(request.user)
    if not applicants:
        raise NotFound(_("Complete your details first: a wish belongs to a person or a firm."))
    form = WishForm(request.POST if request.method == "POST" else None, applicants=applicants)
    status = 200
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        common: dict[str, Any] = {"applicant_id": int(values.pop("applicant")), "trade_id": values.pop("trade").pk}
        common |= {"by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: wishes.add(values=values, **common))
        if status == 200 and not form.errors:
            messages.success(request, _("Your wish is in the register. After a year we ask whether it still holds."))
            return redirect("demand:list")
    return answer_form(request, "demand/wish.html", form, {"wish": None}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change my wish; that renews it."""
    row = own_wish(pk, request.user)
    initial = {name: getattr(row, name) for name in wishes.FACTS}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=initial)
    status = 200
    if request.method == "POST" and form.is_valid():
        common: dict[str, Any] = {"wish_id": row.pk, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: wishes.change(values=form.cleaned_data, **common))
        if status == 200 and not form.errors:
            messages.success(request, _("Your wish is changed and stands for another year."))
            return redirect("demand:list")
    return answer_form(request, "demand/wish.html", form, {"wish": row}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that my wish still holds."""
    return _confirmed(request, pk, "renew", _("Renew the wish"), _("Your wish stands for another year."))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take my wish back."""
    return _confirmed(request, pk, "withdraw", _("Take the wish back"), _("Your wish is no longer in the register."))


def _confirmed(request: HttpRequest, pk: int, act: str, label: str, said: str) -> HttpResponse:
    row = own_wish(pk, request.user)
    form = NothingForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        common: dict[str, Any] = {"wish_id": row.pk, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: getattr(wishes, act)(**common))
        if status == 200 and not form.errors:
            messages.success(request, said)
            return redirect("demand:list")
    context = {"wish": row, "act": act, "danger": act == "withdraw", "confirm_label": label}
    context["cancel_url"] = reverse("demand:list")
    return answer_form(request, "demand/confirm.html", form, context, status=status)
