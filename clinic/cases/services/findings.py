"""Findings with evidence and severity, and the SWOT table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction

from clinic.cases import policies
from clinic.cases.models import Case, Finding, SwotEntry
from clinic.cases.permissions import DIAGNOSE, require
from clinic.cases.services.agreements import forget_agreements
from clinic.cases.services.cases import locked_case
from core.audit import record
from core.errors import NotFound
from core.writing import write

Part = TypeVar("Part", bound=models.Model)

FACTS = frozenset({"dimension", "text", "severity", "evidence"})


def add(*, case_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Finding:
    """Write a finding down; `values` holds FACTS. Raises PermissionRefused, WrongState, InvalidInput."""
    _only(values)
    with transaction.atomic():
        case = diagnosable(case_id, by)
        row = write(Finding(case=case, by=by, found_at=now), values, by=by, now=now, event="cases.finding")
        forget_agreements(case)
    return row


def change(*, finding_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Finding:
    """Change a finding while the diagnosis is open. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    _only(values)
    with transaction.atomic():
        row, case = part(Finding, finding_id, by)
        row = write(row, values, by=by, now=now, event="cases.finding")
        forget_agreements(case)
    return row


def remove(*, finding_id: int, by: Any, now: datetime) -> None:
    """Take a finding back while the diagnosis is open. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row, case = part(Finding, finding_id, by)
        record(action="cases.finding.removed", by=by, target=row, now=now)
        row.delete()
        forget_agreements(case)


def add_swot(*, case_id: int, kind: str, text: str, by: Any, now: datetime) -> SwotEntry:
    """Put a line into the SWOT table. Raises PermissionRefused, WrongState, InvalidInput."""
    with transaction.atomic():
        case = diagnosable(case_id, by)
        row = SwotEntry(case=case, by=by, written_at=now)
        return write(row, {"kind": kind, "text": text}, by=by, now=now, event="cases.swot")


def remove_swot(*, entry_id: int, by: Any, now: datetime) -> None:
    """Take a line of the SWOT table back. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row, _case = part(SwotEntry, entry_id, by)
        record(action="cases.swot.removed", by=by, target=row, now=now)
        row.delete()


def diagnosable(case_id: int, by: Any) -> Case:
    """The case, locked, while its diagnosis is open and `by` may write it. Raises NotFound, PermissionRefused, WrongState."""
    case = locked_case(case_id)
    require(by, DIAGNOSE, case)
    policies.may_be_diagnosed(case)
    return case


def part(model: type[Part], key: int, by: Any) -> tuple[Part, Case]:
    """A row of an open diagnosis, locked after its case. Raises NotFound, PermissionRefused, WrongState."""
    case_id = model._default_manager.filter(pk=key).values_list("case_id", flat=True).first()
    case = diagnosable(case_id or 0, by)
    row = model._default_manager.select_for_update(of=("self",)).filter(pk=key).first()
    if row is None:
        raise NotFound()
    return row, case


def _only(values: Mapping[str, Any]) -> None:
    unknown = set(values) - FACTS
    if unknown:
        raise TypeError(f"not a field of a finding: {', '.join(sorted(unknown))}")
