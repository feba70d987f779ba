"""What has happened to an application, in words: from the names of acts in the audit record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from allocations.choices import RefusalReason
from core.audit.models import Entry

SENTENCES: dict[str, Any] = {
    "allocations.application.started": _("Application begun"),
    "allocations.application.submitted": _("The application was handed in"),
    "allocations.application.edited": _("Changed before the deadline"),
    "allocations.application.withdrawn": _("Withdrawn"),
    "allocations.application.taken": _("Taken for review"),
    "allocations.application.released": _("Given back to the queue"),
    "allocations.application.correction_requested": _("Correction asked for"),
    "allocations.application.corrected": _("Corrected by the applicant"),
    "allocations.application.correction_lapsed": _("Not corrected in time"),
    "allocations.application.accepted": _("Found eligible"),
    "allocations.application.refused": _("Found not eligible"),
    "allocations.application.reopened": _("Review reopened"),
    "allocations.application.scored": _("Score settled"),
    "allocations.application.score_set_aside": _("Score set aside"),
    "allocations.application.result_set_aside": _("Result set aside"),
    "allocations.application.awarded": _("A plot was awarded"),
    "allocations.application.put_on_waiting_list": _("Put on the waiting list"),
    "allocations.application.not_awarded": _("No plot"),
    "allocations.application.settled": _("Points of the criteria settled"),
    "allocations.group.accepted": _("Group accepted"),
    "allocations.group.refused": _("Group refused"),
    "allocations.paper.accepted": _("Paper accepted"),
    "allocations.paper.refused": _("Paper refused"),
    "allocations.paper.attached": _("Paper handed in"),
    "allocations.paper.removed": _("Paper removed"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline; an act without a sentence is shown by its name."""

    at: datetime
    sentence: str
    by: str
    reason: str


def happenings(entries: Iterable[Entry]) -> list[Happening]:
    """The entries as lines, in their order."""
    return [
        Happening(
            at=entry.at,
            sentence=_sentence(entry),
            by=str(entry.actor) if entry.actor else "",
            reason=entry.reason,
        )
        for entry in entries
    ]


def reason_labels(codes: Iterable[str]) -> list[str]:
    """Reasons of a refusal in words."""
    labels = dict(RefusalReason.choices)
    return [str(labels.get(code, code)) for code in codes]


def _sentence(entry: Entry) -> str:
    sentence = str(SENTENCES.get(entry.action, entry.action))
    if entry.target_type == "allocations.paper":
        return f"{sentence}: {entry.target_label}"
    return sentence
