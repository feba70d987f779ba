"""Who wrote in a version of a plan: noted with every change of it, in the transaction of the change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from clinic.treatment.models import PlanWriter, TreatmentPlan


def note_writer(plan: TreatmentPlan, by: Any | None, *, now: datetime) -> None:
    """`by` has written in this draft; once is enough. None, the system, writes nothing of its own."""
    if by is not None:
        PlanWriter.objects.bulk_create([PlanWriter(plan=plan, user=by, since=now)], ignore_conflicts=True)


def take_over_writers(old: TreatmentPlan, new: TreatmentPlan) -> None:
    """Whose words the draft `new` begins with: those who wrote in `old`."""
    rows = old.writers.order_by("pk")
    PlanWriter.objects.bulk_create(PlanWriter(plan=new, user_id=row.user_id, since=row.since) for row in rows)
