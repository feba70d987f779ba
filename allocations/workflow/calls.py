"""The life cycle of a call."""

from __future__ import annotations

from allocations import policies
from allocations.choices import CallStatus as C
from core.transitions import Policy, Table, Transition, register, sources


def _call(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"allocations.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"allocations.call.{event}", policy)


CALL = register(
    Table(
        name="allocations.call",
        states=tuple(C.values),
        initial=C.DRAFT,
        ends=frozenset({C.FINAL, C.CANCELLED}),
        transitions=(
            _call("publish", (C.DRAFT,), C.PUBLISHED, "publish_call", "published"),
            _call("open", (C.PUBLISHED,), C.OPEN, "", "opened", policies.term_has_begun),
            _call("close", (C.OPEN,), C.CLOSED, "", "closed", policies.term_has_ended),
            _call("extend", (C.PUBLISHED,), C.PUBLISHED, "extend_call", "extended", policies.term_has_not_ended),
            _call("extend", (C.OPEN,), C.OPEN, "extend_call", "extended", policies.term_has_not_ended),
            _call("amend", (C.PUBLISHED,), C.PUBLISHED, "amend_call", "amended", policies.may_be_amended),
            _call("amend", (C.OPEN, C.CLOSED), C.OPEN, "amend_call", "amended", policies.may_be_amended),
            _call(
                "cancel",
                (C.DRAFT, C.PUBLISHED, C.OPEN, C.CLOSED, C.REVIEWED, C.FROZEN),
                C.CANCELLED,
                "cancel_call",
                "cancelled",
            ),
            _call(
                "mark_reviewed",
                (C.CLOSED,),
                C.REVIEWED,
                "mark_call_reviewed",
                "reviewed",
                policies.every_application_is_decided,
            ),
            _call(
                "freeze",
                (C.REVIEWED, C.FROZEN),
                C.FROZEN,
                "freeze_call",
                "frozen",
                policies.every_application_is_decided,
            ),
            _call("draw", (C.FROZEN,), C.DRAWN, "draw_call", "drawn"),
            _call("redraw", (C.DRAWN,), C.FROZEN, "redraw_call", "draw_set_aside"),
            _call("allocate", (C.DRAWN,), C.ALLOCATED, "allocate_call", "allocated"),
            _call("rerun", (C.ALLOCATED, C.PROVISIONAL), C.DRAWN, "rerun_call", "allocation_set_aside"),
            _call("publish_provisional", (C.ALLOCATED,), C.PROVISIONAL, "publish_call_result", "provisional_published"),
            _call("finalise", (C.PROVISIONAL,), C.FINAL, "finalise_call", "finalised"),
        ),
    )
)
