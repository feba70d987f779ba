"""The cause tree: drawn, listed, and built box by box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.cases import permissions
from clinic.cases.forms.diagnosis import ArrowForm, NodeForm
from clinic.cases.models import CauseEdge
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.diagnosis import nodes_of, tree_of
from clinic.cases.services import causes as services
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out


@require_safe
@case_page("causes", permissions.READ_SECRETS)
def causes(request: HttpRequest, page: CasePage) -> HttpResponse:
    """From what is seen to what lies at the root: as a graph, a fishbone and a list."""
    tree = tree_of(page.case, from_right=get_language_bidi())
    context = {"page": page, "tree": tree, "direction": "rtl" if get_language_bidi() else "ltr"}
    return render(request, "clinic/cases/causes.html", context)


def _entry(
    request: HttpRequest, page: CasePage, form: forms.Form, act: Callable[[], Any], *, title: str, said: str
) -> HttpResponse:
    """A page with one form of the tree; back to the tree when it is kept."""
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, act)
        if status == 200 and not form.errors:
            messages.success(request, said)
            return redirect("cases:causes", page.case.number)
    context = {"page": page, "title": title, "cancel_url": reverse("cases:causes", args=[page.case.number])}
    return answer_form(request, "clinic/cases/entry.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("causes", permissions.DIAGNOSE)
def new_node(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Put a box into the tree, with the arrow to what it brings about."""
    user: Any = request.user
    nodes = nodes_of(page.case)
    initial = {"kind": "CAUSE" if nodes else "SYMPTOM", "effect": request.GET.get("effect", "")}
    form = NodeForm(request.POST if request.method == "POST" else None, nodes=nodes, initial=initial)
    return _entry(
        request, page, form,
        lambda: services.add_node(
            case_id=page.case.pk, values=form.values(), effect_id=form.cleaned_data.get("effect"), by=user, now=clock.now()
        ),
        title=_("A box for the cause tree"), said=_("The box stands in the tree."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("causes", permissions.DIAGNOSE)
def change_node(request: HttpRequest, page: CasePage, node: int) -> HttpResponse:
    """Change a box."""
    row = page.case.cause_nodes.filter(pk=node).first()
    if row is None:
        raise NotFound()
    user: Any = request.user
    initial = {name: getattr(row, "cause_id" if name == "cause" else name) for name in services.FACTS}
    form = NodeForm(request.POST if request.method == "POST" else None, initial=initial)
    return _entry(
        request, page, form,
        lambda: services.change_node(node_id=row.pk, values=form.values(), by=user, now=clock.now()),
        title=_("Change a box of the cause tree"), said=_("The box is changed."),
    )  # fmt: skip


@require_POST
@case_page("causes", permissions.DIAGNOSE)
def remove_node(request: HttpRequest, page: CasePage, node: int) -> HttpResponse:
    """Take a box out, with its arrows."""
    if not page.case.cause_nodes.filter(pk=node).exists():
        raise NotFound()
    user: Any = request.user
    services.remove_node(node_id=node, by=user, now=clock.now())
    messages.success(request, _("The box is taken out."))
    return redirect("cases:causes", page.case.number)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("causes", permissions.DIAGNOSE)
def new_arrow(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Draw an arrow."""
    user: Any = request.user
    form = ArrowForm(request.POST if request.method == "POST" else None, nodes=nodes_of(page.case))
    return _entry(
        request, page, form,
        lambda: services.join(
            case_id=page.case.pk, effect_id=form.cleaned_data["effect"], cause_id=form.cleaned_data["cause"], by=user,
            now=clock.now(),
        ),
        title=_("An arrow of the cause tree"), said=_("The arrow is drawn."),
    )  # fmt: skip


@require_POST
@case_page("causes", permissions.DIAGNOSE)
def remove_arrow(request: HttpRequest, page: CasePage, edge: int) -> HttpResponse:
    """Take an arrow away."""
    if not CauseEdge.objects.filter(pk=edge, effect__case=page.case).exists():
        raise NotFound()
    user: Any = request.user
    services.separate(edge_id=edge, by=user, now=clock.now())
    messages.success(request, _("The arrow is taken away."))
    return redirect("cases:causes", page.case.number)
