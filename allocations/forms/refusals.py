"""Refusals of the services on a form: beside the field they belong to, with everything that was typed kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from allocations.errors import MayNotApply
from core.errors import DomainError, InvalidInput, NotFound, PermissionRefused


def carry_out(form: forms.Form, act: Callable[[], Any], fields: Mapping[str, str] | None = None) -> int:
    """Do `act`; a refusal becomes an error of the form. Returns the status of the answer: 200, or that of the refusal.

    `fields` maps names of the service to names of the form. A thing that is not there or not his goes on to the error page.
    """
    try:
        act()
    except MayNotApply as error:
        _show(form, error, fields or {})
        return error.status
    except (NotFound, PermissionRefused):
        raise
    except DomainError as error:
        _show(form, error, fields or {})
        return error.status
    return 200


def _show(form: forms.Form, error: DomainError, fields: Mapping[str, str]) -> None:
    if isinstance(error, InvalidInput) and error.errors:
        for name, texts in error.errors.items():
            for text in texts:
                form.add_error(_known(form, fields.get(name, name)), str(text))
        return
    form.add_error(_known(form, fields.get(error.field, error.field)), error.message)


def _known(form: forms.Form, name: str) -> str | None:
    return name if name in form.fields else None
