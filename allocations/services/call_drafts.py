"""Writing a call before it is announced."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from allocations import permissions
from allocations.choices import CallStatus
from allocations.errors import RulesLocked
from allocations.models import Call
from allocations.services import locking
from allocations.services.rule_rows import RulesSpec, write_rules
from core.audit.services import record
from core.errors import InvalidInput, PermissionRefused
from estates.models import Estate

FIELDS = frozenset(
    {
        "slug",
        "title",
        "estate",
        "mode",
        "intro",
        "opens_at",
        "closes_at",
        "corrections_until",
        "draw_at",
        "objections_until",
        "randomness_source",
        "randomness_event",
        "randomness_fallback",
        "scorers_per_application",
        "tolerance",
        "accepted_licences",
        "minimum_age",
        "resident_county",
        "refuses_holders",
        "lapse_rule",
    }
)
"""Fields of a call that are written while it is a draft."""


@transaction.atomic
def create_draft(*, fields: Mapping[str, Any], by: Any, now: datetime, rules: RulesSpec | None = None) -> Call:
    """A new call. `fields` may hold any of `FIELDS`; slug, title and estate must be there.

    Raises PermissionRefused, InvalidInput (errors by field).
    """
    estate = fields.get("estate")
    if not isinstance(estate, Estate) or not by.has_perm("allocations.add_call"):
        raise PermissionRefused(code="may_not_add_call")
    call = Call(created_by=by, **_known(fields))
    if not permissions.drafts_calls_of(by, estate.slug):
        raise PermissionRefused(code="may_not_add_call")
    save_checked(call)
    record(action="allocations.call.drafted", by=by, target=call, now=now)
    if rules is not None:
        write_rules(call, rules)
    return call


@transaction.atomic
def update_draft(
    *, call_id: int, by: Any, now: datetime, fields: Mapping[str, Any] | None = None, rules: RulesSpec | None = None
) -> Call:
    """Change a draft. Raises RulesLocked once it was published, PermissionRefused, InvalidInput."""
    call = locking.call(call_id)
    if not by.has_perm("allocations.change_call", call):
        raise PermissionRefused(code="may_not_change_call")
    if call.status != CallStatus.DRAFT:
        raise RulesLocked()
    for name, value in _known(fields or {}).items():
        setattr(call, name, value)
    if not permissions.drafts_calls_of(by, call.estate.slug):
        raise PermissionRefused(code="may_not_change_call")
    save_checked(call)
    if rules is not None:
        write_rules(call, rules)
    record(action="allocations.call.draft_changed", by=by, target=call, now=now)
    return call


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    unknown = set(fields) - FIELDS
    if unknown:
        raise InvalidInput(code="unknown_field", params={"names": ", ".join(sorted(unknown))})
    return dict(fields)


def save_checked(call: Call) -> None:
    """Save a call whose fields may be wrong. Raises InvalidInput with the errors by field."""
    try:
        call.full_clean()
    except ValidationError as error:
        raise InvalidInput(
            errors={name: list(texts) for name, texts in error.message_dict.items()}, code="call_not_valid"
        ) from error
    call.save()
