"""Refusals of the services on a form: beside the field they belong to, with everything that was typed kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from allocations.errors import MayNotApply
from core.web import forms as web


def carry_out(form: forms.Form, act: Callable[[], Any], fields: Mapping[str, str] | None = None) -> int:
    """Do `act`; a refusal becomes an error of the form, that one may not apply included (see core.web.forms)."""
    try:
        return web.carry_out(form, act, fields)
    except MayNotApply as error:
        web.show_refusal(form, error, fields or {})
        return error.status
