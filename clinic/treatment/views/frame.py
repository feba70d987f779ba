"""What pages of treatment share: one form, one service, and back to the tab it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise

from accounts.services.authentication import require_fresh
from clinic.cases.pages import CasePage
from core import clock
from core.web.forms import answer_form, carry_out

Text = str | Promise
ENTRY = "clinic/treatment/entry.html"
ACT = "clinic/treatment/act.html"


@dataclass(frozen=True, slots=True)
class Deed:
    """One decision with a page of its own: its button, what will happen, the form it needs, the service behind it.

    `permission` says who is shown the page; the service asks again. `fresh`: asks who has not signed in just now again.
    """

    label: Text
    lines: Sequence[Text]
    permission: str
    run: Callable[..., Any]
    form: type[forms.Form]
    danger: bool = False
    fresh: bool = False


def posted(request: HttpRequest) -> Any:
    """What was typed, or None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None


def uploaded(request: HttpRequest) -> Any:
    """Files that came along, or None."""
    return request.FILES if request.method == "POST" else None


def answer(
    request: HttpRequest,
    page: CasePage,
    form: forms.Form,
    act: Callable[[], Any],
    *,
    back: str,
    said: Text,
    template: str = ENTRY,
    context: Mapping[str, Any] | None = None,
    fields: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page of a form; done, a sentence and the tab `back` again."""
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, act, fields)
        if status == 200 and not form.errors:
            messages.success(request, str(said))
            return redirect(back, page.case.number)
    shown = {"page": page, "cancel_url": reverse(back, args=[page.case.number]), **(context or {})}
    return answer_form(request, template, form, shown, status=status)


def decide(
    request: HttpRequest, page: CasePage, deed: Deed, form: forms.Form, act: Callable[[], Any], *, back: str, said: Text
) -> HttpResponse:
    """The page that says what will happen before it happens."""
    if deed.fresh:
        require_fresh(request, clock.now())
    context = {"deed": deed, "confirm_label": deed.label, "danger": deed.danger, "back": back}
    return answer(request, page, form, act, back=back, said=said, template=ACT, context=context)
