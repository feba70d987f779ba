"""How much the clinic has in hand: cases of each consultant, projects of the plans that were agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from clinic.consultants.casework import book
from clinic.consultants.models import Consultant
from clinic.privacy import FEWEST_UNITS
from clinic.treatment.choices import PlanStatus, ProjectStatus
from clinic.treatment.models import Project

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class LoadLine:
    """A consultant: cases he has now, the most he takes, and those he saw to their end."""

    consultant: Consultant
    now: int
    most: int
    finished: int

    @property
    def percent(self) -> int:
        """How much of what he takes is taken."""
        return round(HUNDRED * self.now / self.most)


@dataclass(frozen=True, slots=True)
class Projects:
    """Projects of agreed plans, over `units`; all counts None for fewer than five units. `late`: open after their day."""

    units: int
    total: int | None
    done: int | None
    under_way: int | None
    planned: int | None
    dropped: int | None
    late: int | None

    @property
    def percent(self) -> Decimal | None:
        """How many of those that were not given up are done, in percent."""
        if self.total is None or self.done is None or self.dropped is None or self.total == self.dropped:
            return None
        return round(HUNDRED * self.done / (self.total - self.dropped), 0)


def load() -> list[LoadLine]:
    """Everybody who takes cases or has one, the fullest first. 3 queries."""
    now, finished = book().open_cases(), book().finished_cases()
    rows = Consultant.objects.select_related("user").filter(Q(is_active=True) | Q(pk__in=list(now)))
    lines = [LoadLine(row, now.get(row.pk, 0), row.max_cases, finished.get(row.pk, 0)) for row in rows]
    return sorted(lines, key=lambda line: (-line.now / line.most, line.consultant.sort_key))


def projects(today: date) -> Projects:
    """Where the projects of agreed plans stand. 1 query."""
    agreed = Project.objects.filter(plan__status=PlanStatus.ACCEPTED_BY_UNIT)
    counts = {status.value.lower(): Count("pk", filter=Q(status=status)) for status in ProjectStatus}
    late = Q(status__in=(ProjectStatus.PLANNED, ProjectStatus.UNDER_WAY), due_on__lt=today)
    found = agreed.aggregate(
        units=Count("plan__case__unit", distinct=True), total=Count("pk"), late=Count("pk", filter=late), **counts
    )
    if found["units"] < FEWEST_UNITS:
        return Projects(found["units"], None, None, None, None, None, None)
    return Projects(**found)
