"""Checks what a step of the form was given; names of fields are those of `Application`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from allocations.choices import Step
from allocations.models import Application
from allocations.wording import number_text
from core.errors import InvalidInput, Text
from estates.models import Trade

FIELDS: dict[Step, tuple[str, ...]] = {
    Step.CRAFT: (
        "trade",
        "licence_kind",
        "licence_number",
        "licence_issued_on",
        "licence_valid_until",
        "years_licensed",
        "master_craftsman",
        "guild_member",
        "cluster_member",
        "quality_seals",
        "fairs_attended",
        "apprentices_trained",
    ),
    Step.PLAN: (
        "workplace_kind",
        "jobs_now",
        "jobs_promised",
        "investment_rials",
        "area_needed",
        "plan_summary",
        "amount",
    ),
}
"""Fields of the steps that write columns of the application."""

MOST: dict[str, int] = {
    "years_licensed": 80,
    "quality_seals": 100,
    "fairs_attended": 1000,
    "apprentices_trained": 1000,
    "jobs_now": 10_000,
    "jobs_promised": 10_000,
    "area_needed": 1_000_000,
}
"""The largest number that can be meant."""


def clean(application: Application, step: Step, data: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """The values of `data` as columns; fields that are not given stay as they are.

    `trade` may be a code or a Trade of the call. Raises InvalidInput with the sentences by field, and for a field that
    the step does not have (`unknown_field`).
    """
    allowed = FIELDS.get(step, ())
    if set(data) - set(allowed):
        raise InvalidInput(code="unknown_field")
    values: dict[str, Any] = {}
    errors: dict[str, list[Text]] = {}
    for name, raw in data.items():
        try:
            values[name] = _clean_field(application, name, raw)
        except ValidationError as error:
            errors[name] = list(error.messages)
    for name, texts in _cross_check(application, values, today).items():
        errors.setdefault(name, []).extend(texts)
    if errors:
        raise InvalidInput(errors=errors)
    return values


def _clean_field(application: Application, name: str, raw: Any) -> Any:
    if name == "trade":
        return _trade(application, raw)
    field: models.Field[Any, Any] = Application._meta.get_field(name)  # type: ignore[assignment]
    value = field.clean(raw, application)
    most = MOST.get(name)
    if most is not None and value is not None and not 0 <= value <= most:
        raise ValidationError(_("Enter a number from 0 to %(most)s.") % {"most": number_text(most)})
    return value


def _trade(application: Application, raw: Any) -> Trade:
    code = raw.code if isinstance(raw, Trade) else str(raw or "")
    row = application.call.trades.filter(trade__code=code).select_related("trade").first()
    if row is None:
        raise ValidationError(_("Choose one of the trades of this call."))
    return row.trade


def _cross_check(application: Application, values: Mapping[str, Any], today: date) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {}
    issued = values.get("licence_issued_on", application.licence_issued_on)
    until = values.get("licence_valid_until", application.licence_valid_until)
    if issued is not None and issued > today:
        errors["licence_issued_on"] = [_("The licence cannot have been issued in the future.")]
    if issued is not None and until is not None and until < issued:
        errors["licence_valid_until"] = [_("The last day of the licence lies before the day it was issued.")]
    kind = values.get("licence_kind")
    if kind and kind not in application.call.accepted_licences:
        errors["licence_kind"] = [_("This call does not accept a licence of this kind.")]
    return errors
