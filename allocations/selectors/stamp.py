"""A short text that changes whenever a published result does."""

from __future__ import annotations

from django.db.models import Count, Max

from allocations.models import Award, Call


def of_results(call: Call) -> str:
    """Status of the call, last change of its awards: two pages with the same stamp show the same rows. 1 query."""
    found = Award.objects.filter(call=call).aggregate(
        count=Count("pk"), last=Max("pk"), begun=Max("awarded_at"), ended=Max("ended_at")
    )
    parts = (call.status, call.objections_until, found["count"], found["last"], found["begun"], found["ended"])
    return "|".join(str(part) for part in parts)
