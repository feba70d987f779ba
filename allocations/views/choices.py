"""Plots in order of liking: added from the list, moved by buttons or by dragging, taken out again.

A draft keeps every move at once. In an application that was handed in each saved change would be a new version with a receipt,
so there the order is worked out on the page and saved by one button.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from allocations import selectors
from allocations.choices import ApplicationStatus, Step
from allocations.models import Application
from allocations.selectors.plots import PlotLine
from allocations.services import applications
from allocations.views import onward
from allocations.views.common import saved_text, step_url
from core import clock
from core.errors import DomainError, NotFound, PermissionRefused
from core.fields.language import active_language
from core.persian.digits import format_number
from core.wording import code_text

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class RankRow:
    """A row of the ordering component."""

    id: str
    label: str
    hint: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A plot that can be added: `fits` False when it is for other trades than the applicant's."""

    plot: PlotLine
    label: str
    hint: str
    is_chosen: bool
    fits: bool


def page(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """The list in order, the plan and the plots that can be added."""
    plots = selectors.plots.lines_of(application.call)
    saved = list(application.choices.filter(named=True).values_list("call_plot__plot__code", flat=True))
    order, any_other = saved, application.any_other_plot
    error, status = "", 200
    if request.method == "POST":
        order = _moved(request, saved)
        finishing = "save" in request.POST
        any_other = "any_other" in request.POST if finishing else application.any_other_plot
        if finishing or application.status == ApplicationStatus.DRAFT:
            error, status = _keep(request, application, order, any_other)
            if not error:
                return _onward(request, application, finishing)
        elif order != saved:
            messages.info(request, _("The new order is not saved yet. Save it with the button at the end of the page."))
    context = {
        "application": application,
        "step": Step.CHOICES,
        "saved": saved_text(application),
        "chosen": _rows(order, plots),
        "offers": _offers(application, plots, order),
        "any_other": any_other,
        "error": error,
        "is_draft": application.status == ApplicationStatus.DRAFT,
        "rank_action": step_url(application, Step.CHOICES),
        "has_plan": any(plot.is_drawn for plot in plots),
        "plan_url": reverse("calls:plan", args=[application.call.slug]),
    }
    return render(request, "allocations/steps/choices.html", context, status=status)


def _moved(request: HttpRequest, saved: Sequence[str]) -> list[str]:
    """The order on the reader's screen after what he asked for; codes that are not plots are left to the service."""
    posted = [code[:24] for code in request.POST.getlist("order")[:LONGEST]]
    order = list(dict.fromkeys(posted)) if "order" in request.POST or "shown" in request.POST else list(saved)
    wish = {name: request.POST.get(name, "")[:24] for name in ("up", "down", "remove", "add")}
    if wish["remove"] in order:
        order.remove(wish["remove"])
    if wish["add"] and wish["add"] not in order:
        order.append(wish["add"])
    for name, by in (("up", -1), ("down", 1)):
        if wish[name] in order:
            place = order.index(wish[name])
            other = place + by
            if 0 <= other < len(order):
                order[place], order[other] = order[other], order[place]
    return order


def _keep(request: HttpRequest, application: Application, order: list[str], any_other: bool) -> tuple[str, int]:
    user: Any = request.user
    if not order and not any_other and "remove" in request.POST:
        return _("This is your only plot. Add another one first, then take this one out."), 422
    try:
        applications.set_choices(
            application_id=application.pk, plot_codes=order, any_other=any_other, by=user, now=clock.now()
        )
    except (NotFound, PermissionRefused):
        raise
    except DomainError as error:
        return _first_text(error), error.status
    return "", 200


def _first_text(error: DomainError) -> str:
    texts = [str(text) for listed in getattr(error, "errors", {}).values() for text in listed]
    return texts[0] if texts else error.message


def _onward(request: HttpRequest, application: Application, finishing: bool) -> HttpResponse:
    if finishing:
        return onward.go_on(request, application, Step.CHOICES)
    return redirect(step_url(application, Step.CHOICES) + "#chosen")


def _rows(order: Sequence[str], plots: Sequence[PlotLine]) -> list[RankRow]:
    known = {plot.code: plot for plot in plots}
    return [RankRow(code, code_text(code), _hint(known[code])) for code in order if code in known]


def _offers(application: Application, plots: Sequence[PlotLine], order: Sequence[str]) -> list[Offer]:
    trade = application.trade.code if application.trade else None
    return [
        Offer(
            plot=plot,
            label=code_text(plot.code),
            hint=_hint(plot),
            is_chosen=plot.code in order,
            fits=trade is None or not plot.trade_codes or trade in plot.trade_codes,
        )
        for plot in plots
    ]


def _hint(plot: PlotLine) -> str:
    area = format_number(round(plot.area), language=active_language())
    parts = [_("%(area)s m²") % {"area": area}]
    if plot.trades:
        parts.append(_("for: %(trades)s") % {"trades": _(", ").join(plot.trades)})
    if plot.reserved_for:
        parts.append(_("first for the group “%(group)s”") % {"group": plot.reserved_for})
    return " · ".join(parts)
