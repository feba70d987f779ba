"""The parts of a form that an officer sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from allocations.choices import PAPER_ITEM, Step
from allocations.models import Application, CorrectionRequest


@dataclass(frozen=True, slots=True)
class Item:
    """One part: its name, its page, and whether it was saved since it was sent back."""

    label: str
    url: str
    is_done: bool


def items(application: Application, request: CorrectionRequest) -> Sequence[Item]:
    """The parts of a correction in the order in which they were named. 2 queries."""
    names = dict(application.call.papers.values_list("code", "name"))
    fresh = set(
        application.papers.filter(replaced_at__isnull=True, added_at__gte=request.requested_at).values_list(
            "requirement__code", flat=True
        )
    )
    found = []
    for item in request.items:
        if item.startswith(PAPER_ITEM):
            code = item.removeprefix(PAPER_ITEM)
            url = reverse("applications:paper", args=[application.tracking_code, code])
            found.append(Item(str(names.get(code, code)), url, code in fresh))
        else:
            url = reverse("applications:step", args=[application.tracking_code, item])
            found.append(Item(str(Step(item).label), url, _saved_since(application, item, request.requested_at)))
    return found


def _saved_since(application: Application, step: str, moment: datetime) -> bool:
    saved = application.saved_steps.get(step)
    return bool(saved) and datetime.fromisoformat(saved) >= moment
