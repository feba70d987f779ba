"""Who works on what."""

from __future__ import annotations

from clinic.cases.choices import ENDED
from clinic.cases.models import TeamMember
from clinic.consultants.models import Consultant


def live_cases_of(consultant: Consultant) -> int:
    """How many live cases a consultant works on now. 1 query."""
    working = TeamMember.objects.current().filter(consultant=consultant).exclude(case__status__in=ENDED)
    return int(working.values("case_id").distinct().count())
