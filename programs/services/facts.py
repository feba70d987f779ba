"""What dated sources say about a programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core.audit import record
from core.writing import write
from programs.models import ProgrammeFact
from programs.services.rows import changeable, only, part

FIELDS = frozenset({"text", "as_of", "precision", "is_approximate", "source", "position"})


def add_fact(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ProgrammeFact:
    """Write down what a source says; `values` are `FIELDS`. The same words of the same source again change nothing."""
    only(values, FIELDS)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        same = ProgrammeFact.objects.filter(
            programme=programme, text=values.get("text", ""), source=values.get("source", "")
        ).first()
        return write(same or ProgrammeFact(programme=programme), values, by=by, now=now, event="programs.fact")


def change_fact(*, fact_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ProgrammeFact:
    """Correct a fact; the old wording stays in the audit events."""
    only(values, FIELDS)
    with transaction.atomic():
        return write(part(ProgrammeFact, fact_id, by=by, now=now), values, by=by, now=now, event="programs.fact")


def remove_fact(*, fact_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take back a fact that was wrong."""
    with transaction.atomic():
        fact = part(ProgrammeFact, fact_id, by=by, now=now)
        record(action="programs.fact.removed", by=by, target=fact, now=now, reason=reason)
        fact.delete()
