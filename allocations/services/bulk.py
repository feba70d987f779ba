"""Many rows along the arrows of one transition table at once, with one audit entry for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction

from core.audit.context import request_id
from core.audit.models import Entry
from core.errors import Conflict, PermissionRefused
from core.transitions import Table, Transition

BATCH = 2000


def move_all(
    table: Table,
    rows: Sequence[models.Model],
    name: str,
    *,
    by: Any | None,
    now: datetime,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> int:
    """Move `rows` along the arrow `name`, as `core.transitions.apply` does for one; returns how many.

    The caller has locked the rows. The permission of each arrow is asked once, since all rows belong to one call; the
    policy is asked for every row. Each UPDATE names the state it leaves and counts what it changed (Conflict otherwise).
    `by` None stands for the system, which may use arrows without a permission only.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a transition needs the transaction of its service")
    groups: dict[str, list[models.Model]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, table.field)].append(row)
    for before, members in sorted(groups.items()):
        arrow = table.find(name, before)
        _ask_who(arrow, by, members[0])
        if arrow.policy is not None:
            for row in members:
                arrow.policy(row, now)
        _write(table, arrow, before, members, dict(changes or {}), now)
        _record(arrow, before, members, by=by, now=now, reason=reason)
    return len(rows)


def _ask_who(arrow: Transition, by: Any | None, row: models.Model) -> None:
    system_only = arrow.permission in ("", "system")
    if by is None and not system_only:
        raise PermissionRefused(code="needs_person")
    if by is not None and (system_only or not by.has_perm(arrow.permission, row)):
        raise PermissionRefused(code=f"may_not_{arrow.name}")


def _write(
    table: Table,
    arrow: Transition,
    before: str,
    members: Sequence[models.Model],
    changes: dict[str, Any],
    now: datetime,
) -> None:
    model = type(members[0])
    values = {table.field: arrow.target, **changes}
    if any(field.name == "updated_at" for field in model._meta.concrete_fields):
        values["updated_at"] = now
    ids = [row.pk for row in members]
    changed = model._default_manager.filter(pk__in=ids, **{table.field: before}).update(**values)
    if changed != len(ids):
        raise Conflict(code="moved_meanwhile")
    for row in members:
        for attribute, value in values.items():
            setattr(row, attribute, value)


def _record(
    arrow: Transition, before: str, members: Sequence[models.Model], *, by: Any | None, now: datetime, reason: str
) -> None:
    Entry.objects.bulk_create(
        [
            Entry(
                at=now,
                action=arrow.event,
                actor=by,
                target_type=row._meta.label_lower,
                target_id=str(row.pk),
                target_label=str(row)[:200],
                before=before,
                after=arrow.target,
                reason=reason,
                request_id=request_id(),
            )
            for row in members
        ],
        batch_size=BATCH,
    )
