"""What the services share: the consultant, locked before anything of his, and refusals of constraints by name."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from clinic.consultants.errors import (
    AbsenceOverlap,
    ConferenceClosed,
    ConflictOpen,
    FeeOverlap,
    HoursOverlap,
    ListedAlready,
    RatedAlready,
    ReviewAsked,
    SignedAlready,
)
from clinic.consultants.models import Consultant
from core import writing
from core.errors import DomainError, InvalidInput, NotFound
from core.messages import services as messages
from core.messages.registry import Template

_REFUSALS: dict[str, type[DomainError]] = {
    "consultants_consultant_user_id": ListedAlready,
    "availability_does_not_overlap": HoursOverlap,
    "absence_does_not_overlap": AbsenceOverlap,
    "conflict_one_open": ConflictOpen,
    "conduct_signed_once": SignedAlready,
    "fee_one_rule_a_day": FeeOverlap,
    "rating_once_by": RatedAlready,
    "this conference is closed": ConferenceClosed,
    "peer_review_once_per_version": ReviewAsked,
}


def locked_consultant(consultant_id: int | None) -> Consultant:
    """The consultant, locked, with his account. Raises NotFound."""
    rows = Consultant.objects.select_for_update(of=("self",)).select_related("user")
    row: Consultant | None = rows.filter(pk=consultant_id or 0).first()
    if row is None:
        raise NotFound()
    return row


def insert(row: models.Model, values: Mapping[str, Any], *, allowed: frozenset[str]) -> None:
    """Give a new row these values, check its fields and store it; overlaps and twice-entered rows are refused by name."""
    writing.assign(row, values, allowed=allowed)
    check_fields(row)
    with named_refusals():
        row.save(force_insert=True)


def check_fields(row: models.Model) -> None:
    """Check a row but for what only the database can say (overlaps, twice). Raises InvalidInput."""
    try:
        row.full_clean(exclude=writing.in_hand(row), validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error


def named_refusals() -> AbstractContextManager[None]:
    """Turns the refusal of a constraint or trigger of this app into the refusal of that name."""
    return writing.named_refusals(_REFUSALS)


def tell(template: Template, consultant: Consultant, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    """Write to a consultant; leaves with the commit. `key` names the occasion."""
    messages.send(template=template.code, to=consultant.user, params=params, key=f"{template.code}:{key}", now=now)
