"""What the rules of a call say in plain words: how a criterion gives its points, and how far the call has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from allocations.choices import CallStatus, LicenceKind, WorkplaceKind
from allocations.models import Call
from allocations.wording import day_text, number_text
from core.persian.calendar import tehran_date
from core.wording import points_text

ORDER = (
    CallStatus.PUBLISHED,
    CallStatus.OPEN,
    CallStatus.CLOSED,
    CallStatus.REVIEWED,
    CallStatus.FROZEN,
    CallStatus.DRAWN,
    CallStatus.ALLOCATED,
    CallStatus.PROVISIONAL,
    CallStatus.FINAL,
)
"""The states of a call in the order in which it lives through them."""

DONE, CURRENT, NEXT = "done", "current", "next"


@dataclass(frozen=True, slots=True)
class Band:
    """One line of a criterion's rule: for which answer, how many points (text)."""

    answer: str
    points: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a call; `state` is done, current or next, `when` a text."""

    label: str
    state: str
    when: str


def bands(rule: Mapping[str, Any]) -> list[Band]:
    """The lines of a computed criterion's rule; empty for a rule without lines (judged criteria)."""
    if "bands" in rule:
        return _steps(rule["bands"])
    if "per_unit" in rule:
        return [Band(_("for each one"), points_text(rule["per_unit"]))]
    if "values" in rule:
        words = dict(LicenceKind.choices) | dict(WorkplaceKind.choices)
        rows = sorted(rule["values"].items(), key=lambda pair: -pair[1])
        return [
            *(Band(str(words.get(code, code)), points_text(points)) for code, points in rows),
            Band(_("anything else"), points_text(rule["otherwise"])),
        ]
    if "yes" in rule:
        return [Band(_("yes"), points_text(rule["yes"])), Band(_("no"), points_text(rule["no"]))]
    return []


def _steps(steps: Sequence[Mapping[str, int]]) -> list[Band]:
    found = []
    for place, step in enumerate(steps):
        first = number_text(step["from"])
        if place + 1 == len(steps):
            answer = _("%(first)s and more") % {"first": first}
        elif steps[place + 1]["from"] - 1 == step["from"]:
            answer = first
        else:
            last = number_text(steps[place + 1]["from"] - 1)
            answer = _("%(first)s to %(last)s") % {"first": first, "last": last}
        found.append(Band(answer, points_text(step["points"])))
    return found


def stages(call: Call, now: datetime) -> list[Stage]:
    """The life of a call as people follow it, with its dates; empty for a draft and for a cancelled call."""
    phase = call.phase_at(now)
    if phase not in ORDER:
        return []
    here = ORDER.index(phase)
    # What a visitor waits for: the first state in which it is behind us, its date, and whether it lasts until then.
    rows = (
        (_("Announced"), CallStatus.OPEN, call.published_at, False),
        (_("Applying"), CallStatus.CLOSED, call.closes_at, True),
        (_("Review and points"), CallStatus.FROZEN, call.corrections_until, True),
        (_("Draw"), CallStatus.DRAWN, call.draw_at, False),
        (_("Provisional result"), CallStatus.PROVISIONAL, None, False),
        (_("Objections"), CallStatus.FINAL, call.objections_until, True),
        (_("Final result"), None, None, False),
    )
    found: list[Stage] = []
    current_given = False
    for label, behind, moment, lasts in rows:
        done = here >= ORDER.index(behind) if behind else phase is CallStatus.FINAL
        state = DONE if done else NEXT if current_given else CURRENT
        current_given = current_given or state == CURRENT
        found.append(Stage(label, state, _stage_when(moment, lasts=lasts)))
    return found


def _stage_when(moment: datetime | None, *, lasts: bool) -> str:
    text = day_text(tehran_date(moment)) if moment else ""
    return _("until %(moment)s") % {"moment": text} if text and lasts else text


def way_of_deciding(mode: str) -> str:
    """In two or three sentences how a call of this mode decides who gets what."""
    return {
        "SCORED": _(
            "Each application gets points by the criteria below. Whoever has more points comes first. With equal points the "
            "criteria marked as tie-breakers decide, and if those are equal too, the draw number."
        ),
        "LOTTERY": _("Everybody who fulfils the conditions takes part in a draw. The smaller draw number comes first."),
        "DIRECT": _(
            "Whoever fulfils the conditions and hands in a complete application first comes first, while plots last."
        ),
        "AUCTION": _("Among those who fulfil the conditions the higher offered amount comes first."),
    }[mode]
