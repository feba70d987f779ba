"""Budget lines: money approved for a programme. What is allocated and paid comes from readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput
from core.fields.language import active_language
from core.persian.digits import format_number
from core.writing import write
from programs.choices import ReadingStatus
from programs.errors import InUse
from programs.models import BudgetLine
from programs.services.rows import changeable, only, part
from programs.signals import figures_changed

FIELDS = frozenset({"activity", "name", "source_of_funds", "year", "approved", "is_public"})


def add_line(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> BudgetLine:
    """Add a budget line; `values` are `FIELDS`, `approved` in rials. Raises InvalidInput, ProgrammeOver, Conflict."""
    only(values, FIELDS)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        _refuse_foreign_activity(programme.pk, values)
        line = write(BudgetLine(programme=programme), values, by=by, now=now, event="programs.budget_line")
        figures_changed.send(sender=BudgetLine, programme_id=programme.pk, now=now)
        return line


def change_line(*, line_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> BudgetLine:
    """Change a budget line; the old amount stays in the audit events. Raises InvalidInput, also below what is allocated."""
    only(values, FIELDS)
    with transaction.atomic():
        line = part(BudgetLine, line_id, by=by, now=now)
        _refuse_foreign_activity(line.programme_id, values)
        _refuse_less_than_allocated(line, values)
        line = write(line, values, by=by, now=now, event="programs.budget_line")
        figures_changed.send(sender=BudgetLine, programme_id=line.programme_id, now=now)
        return line


def remove_line(*, line_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Remove a line without readings. Raises InUse."""
    with transaction.atomic():
        line = part(BudgetLine, line_id, by=by, now=now)
        if line.readings.exists():
            raise InUse(_("“%(name)s” has readings, so it stays."), params={"name": line.name})
        record(action="programs.budget_line.removed", by=by, target=line, now=now, reason=reason)
        line.delete()
        figures_changed.send(sender=BudgetLine, programme_id=line.programme_id, now=now)


def _refuse_foreign_activity(programme_id: int, values: Mapping[str, Any]) -> None:
    activity = values.get("activity")
    if activity is not None and activity.programme_id != programme_id:
        raise InvalidInput(_("This activity belongs to another programme."), field="activity")


def _refuse_less_than_allocated(line: BudgetLine, values: Mapping[str, Any]) -> None:
    counting = line.readings.exclude(status=ReadingStatus.DRAFT).filter(superseded=False)
    allocated = counting.aggregate(most=Max("allocated"))["most"]
    if "approved" in values and allocated is not None and values["approved"] < allocated:
        raise InvalidInput(
            _("Readings already say that %(amount)s rials of this line are allocated; less cannot be approved."),
            params={"amount": format_number(allocated, language=active_language())},
            field="approved",
            code="below_allocated",
        )
