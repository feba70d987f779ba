"""Answering with a form: its status, and refusals of a service beside the fields they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.errors import DomainError, InvalidInput, NotFound, PermissionRefused

UNREADABLE = 422
"""Answer to a form whose entries cannot be accepted: the page again, with the reasons and everything that was typed."""


def answer_form(
    request: HttpRequest, template: str, form: forms.BaseForm, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page of a form; with errors its status is that of the refusal, 422 for entries."""
    if form.is_bound and form.errors and status == 200:
        status = UNREADABLE
    return render(request, template, {"form": form, **context}, status=status)


def carry_out(form: forms.BaseForm, act: Callable[[], Any], fields: Mapping[str, str] | None = None) -> int:
    """Do `act`; a refusal becomes an error of the form. Returns the status of the answer: 200, or that of the refusal.

    `fields` maps names of the service to names of the form. A thing that is not there or not his goes on to the error page.
    """
    try:
        act()
    except (NotFound, PermissionRefused):
        raise
    except DomainError as error:
        show_refusal(form, error, fields or {})
        return error.status
    return 200


def show_refusal(form: forms.BaseForm, error: DomainError, fields: Mapping[str, str]) -> None:
    """Put what a service refused beside the fields it belongs to; what belongs to none stands on top."""
    if isinstance(error, InvalidInput) and error.errors:
        for name, texts in error.errors.items():
            for text in texts:
                form.add_error(_known(form, fields.get(name, name)), str(text))
        return
    form.add_error(_known(form, fields.get(error.field, error.field)), error.message)


def _known(form: forms.BaseForm, name: str) -> str | None:
    return name if name in form.fields else None
