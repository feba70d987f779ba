"""What this person may do with a call now: asked from the workflow table, the permissions and the policies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from allocations.choices import CallStatus
from allocations.errors import SamePerson
from allocations.models import Call
from allocations.selectors.committee import CallDesk
from allocations.workflow import CALL
from core.errors import DomainError
from core.transitions import Transition


@dataclass(frozen=True, slots=True)
class Action:
    """One possible step. `why_not` says what still stands in the way (empty: it can be done now)."""

    label: str
    text: str
    url: str
    why_not: str = ""
    is_danger: bool = False


ARROWS: dict[str, tuple[Any, Any, str]] = {
    "publish": (_("Publish the call"), _("Its rules are locked and hashed; its plots are held."), "call_publish"),
    "extend": (_("Lengthen the term"), _("A later closing date, announced with its reason."), "call_extend"),
    "amend": (_("Amend the rules"), _("Every difference is announced and the term begins anew."), "call_amend"),
    "cancel": (_("Cancel the call"), _("Its plots are free again; everybody is told the reason."), "call_cancel"),
    "mark_reviewed": (_("End the review"), _("Every application is decided."), "call_reviewed"),
    "freeze": (_("Freeze the list"), _("The eligible applications are published with one hash."), "call_freeze"),
    "publish_provisional": (
        _("Publish the provisional result"),
        _("Everybody is told what he got; objections are possible."),
        "call_publish_result",
    ),
    "finalise": (_("Make the result final"), _("Awards become final and hold their plots."), "call_finalise"),
}
"""Arrows of the call with a page of their own."""

DANGER = frozenset({"cancel", "rerun", "redraw"})


def actions_for(user: Any, desk: CallDesk, now: datetime) -> list[Action]:
    """The steps that `user` may take with the call, in the order of the table; what is hard to undo stands last."""
    call = desk.call
    phase = call.phase_at(now)
    found: list[Action] = []
    if phase == CallStatus.DRAFT and user.has_perm("allocations.change_call", call):
        url = reverse("admin:allocations_call_edit", args=[call.pk])
        found.append(Action(str(_("Write the draft")), str(_("Conditions, dates, plots, criteria, papers.")), url))
    if user.has_perm("allocations.assign_scorers", call):
        found += _scoring(desk, phase)
    seen: set[str] = set()
    for arrow in CALL.possible(phase):
        if arrow.name in seen or not arrow.permission or not user.has_perm(arrow.permission, call):
            continue
        seen.add(arrow.name)
        found += _of_arrow(user, desk, arrow, now)
    if phase == CallStatus.FROZEN and user.has_perm("allocations.redraw_call", call):
        found += _redraw(user, desk)
    return sorted(found, key=lambda action: action.is_danger)


def _of_arrow(user: Any, desk: CallDesk, arrow: Transition, now: datetime) -> list[Action]:
    if arrow.name == "draw":
        return _draw(user, desk, now)
    if arrow.name == "redraw":
        return _redraw(user, desk)
    if arrow.name == "allocate":
        return _run(user, desk)
    if arrow.name == "rerun":
        return _set_aside(desk)
    if arrow.name not in ARROWS:
        return []
    label, text, page = ARROWS[arrow.name]
    url = reverse(f"admin:allocations_{page}", args=[desk.call.pk])
    return [Action(str(label), str(text), url, _obstacle(desk.call, arrow, now), arrow.name in DANGER)]


def _obstacle(call: Call, arrow: Transition, now: datetime) -> str:
    if arrow.policy is None:
        return ""
    try:
        arrow.policy(call, now)
    except DomainError as error:
        return error.message
    return ""


def _scoring(desk: CallDesk, phase: str) -> list[Action]:
    if phase not in (CallStatus.CLOSED, CallStatus.REVIEWED, CallStatus.FROZEN) or not desk.counts.get("ELIGIBLE"):
        return []
    assign = reverse("admin:allocations_call_assign", args=[desk.call.pk])
    settle = reverse("admin:allocations_call_settle", args=[desk.call.pk])
    return [
        Action(str(_("Assign scorers")), str(_("Every eligible application goes to its scorers.")), assign),
        Action(str(_("Settle the scores")), str(_("Applications that need no more points get their score.")), settle),
    ]


def _draw(user: Any, desk: CallDesk, now: datetime) -> list[Action]:
    if desk.frozen is None:
        return []
    if desk.draw is None:
        url = reverse("admin:allocations_call_draw", args=[desk.call.pk])
        early = str(_("The announced event has not happened yet.")) if now < desk.frozen.draw_at else ""
        text = str(_("Type the value of the announced event; somebody else confirms it."))
        return [Action(str(_("Enter the draw")), text, url, early)]
    own = desk.draw.entered_by_id == user.pk
    discard = reverse("admin:allocations_call_discard_draw", args=[desk.call.pk])
    return [
        Action(
            str(_("Confirm the draw")),
            str(_("Type the value again, from where it was published.")),
            reverse("admin:allocations_call_confirm_draw", args=[desk.call.pk]),
            str(SamePerson.default_message) if own else "",
        ),
        Action(str(_("Take the value back")), str(_("Only before it is confirmed.")), discard, is_danger=True),
    ]


def _redraw(user: Any, desk: CallDesk) -> list[Action]:
    if desk.frozen is None or (desk.draw is not None and not desk.draw.is_confirmed):
        return []
    if desk.redraw is None:
        url = reverse("admin:allocations_call_redraw", args=[desk.call.pk])
        text = str(_("With a new event in the future, a reason and two people."))
        return [Action(str(_("Propose another draw")), text, url, is_danger=True)]
    if desk.redraw.confirmed_by_id is not None:
        return []
    own = desk.redraw.proposed_by_id == user.pk
    drop = reverse("admin:allocations_call_drop_redraw", args=[desk.call.pk])
    return [
        Action(
            str(_("Confirm another draw")),
            str(_("The list will be frozen again for the new event.")),
            reverse("admin:allocations_call_confirm_redraw", args=[desk.call.pk]),
            str(SamePerson.default_message) if own else "",
            is_danger=True,
        ),
        Action(str(_("Drop the proposal of another draw")), "", drop),
    ]


def _run(user: Any, desk: CallDesk) -> list[Action]:
    if desk.proposed is not None:
        url = reverse("admin:allocations_run_change", args=[desk.proposed.pk])
        own = desk.proposed.proposed_by_id == user.pk
        text = str(_("Look at what it gives to whom, then approve or refuse."))
        return [
            Action(str(_("Decide about the proposed run")), text, url, str(SamePerson.default_message) if own else "")
        ]
    url = reverse("admin:allocations_call_run", args=[desk.call.pk])
    return [Action(str(_("Request a run")), str(_("It proposes a result; somebody else approves it.")), url)]


def _set_aside(desk: CallDesk) -> list[Action]:
    if desk.approved is None:
        return []
    url = reverse("admin:allocations_run_set_aside", args=[desk.approved.pk])
    text = str(_("After an upheld objection: awards are revoked and the call can be run again."))
    return [Action(str(_("Set the result aside")), text, url, is_danger=True)]
