"""`{% load staff %}`: what waits for a person, and points as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from allocations.selectors.work import waiting_for
from allocations.wording import number_text
from core import clock
from core.wording import points_text

register = template.Library()

WORK: dict[str, tuple[Any, str, str]] = {
    "to_review": (_("applications to review"), "application", "queue=waiting"),
    "my_files": (_("applications you have taken"), "application", "queue=mine"),
    "corrected": (_("corrections answered"), "application", "queue=corrected"),
    "to_score": (_("applications to score"), "scorerassignment", "status__exact=ASSIGNED"),
    "to_end_review": (_("calls whose review can end"), "call", "status__exact=CLOSED"),
    "to_freeze": (_("lists to freeze"), "call", "status__exact=REVIEWED"),
    "to_draw": (_("draws to enter"), "call", "status__exact=FROZEN"),
    "draws_to_confirm": (_("draws to confirm"), "call", "status__exact=FROZEN"),
    "redraws_to_confirm": (_("orders of another draw to confirm"), "call", ""),
    "to_run": (_("runs to request"), "call", "status__exact=DRAWN"),
    "runs_to_approve": (_("runs to approve"), "run", "status__exact=PROPOSED"),
    "to_publish": (_("results to publish"), "call", "status__exact=ALLOCATED"),
    "to_finalise": (_("results to make final"), "call", "status__exact=PROVISIONAL"),
    "objections": (_("objections to answer"), "objection", "status__exact=OPEN"),
    "questions": (_("questions to answer"), "callquestion", "answered_at__isempty=1"),
}
"""What each kind of work is called, and the table that lists it."""


@dataclass(frozen=True, slots=True)
class Work:
    """One figure of the page "my work"."""

    count: int
    number: str
    label: str
    url: str


@register.simple_tag(takes_context=True)
def my_work(context: dict[str, Any]) -> list[Work]:
    """What waits for the person of the request, most weighty roles last."""
    found = []
    for one in waiting_for(context["request"].user, clock.now()):
        label, model, query = WORK[one.code]
        url = reverse(f"admin:allocations_{model}_changelist") + (f"?{query}" if query else "")
        found.append(Work(one.count, number_text(one.count), str(label), url))
    return found


@register.filter
def as_points(hundredths: Any) -> str:
    """Hundredths as points; nothing for None."""
    return "" if hundredths in (None, "") else points_text(int(hundredths))
