"""The life cycles of calls and applications. Nothing else assigns their status (core.transitions.apply)."""

from __future__ import annotations

from allocations import policies
from allocations.choices import ApplicationStatus as A
from allocations.choices import CallStatus as C
from allocations.choices import PaperStatus as P
from core.transitions import Policy, Table, Transition, register, sources


def _call(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"allocations.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"allocations.call.{event}", policy)


def _application(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"allocations.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"allocations.application.{event}", policy)


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

_ENTRANTS = (A.ELIGIBLE, A.SCORED)

APPLICATION = register(
    Table(
        name="allocations.application",
        states=tuple(A.values),
        initial=A.DRAFT,
        ends=frozenset({A.WITHDRAWN}),
        transitions=(
            _application("submit", (A.DRAFT,), A.SUBMITTED, "submit_application", "submitted", policies.call_is_open),
            _application("edit", (A.SUBMITTED,), A.SUBMITTED, "edit_application", "edited", policies.call_is_open),
            _application(
                "withdraw",
                (A.SUBMITTED, A.UNDER_REVIEW, A.CORRECTION_REQUESTED, A.ELIGIBLE, A.SCORED, A.WAITING),
                A.WITHDRAWN,
                "withdraw_application",
                "withdrawn",
            ),
            _application(
                "take",
                (A.SUBMITTED, A.UNDER_REVIEW),
                A.UNDER_REVIEW,
                "take_application",
                "taken",
                policies.review_is_on,
            ),
            _application("release", (A.UNDER_REVIEW,), A.UNDER_REVIEW, "review_application", "released"),
            _application(
                "request_correction",
                (A.UNDER_REVIEW,),
                A.CORRECTION_REQUESTED,
                "review_application",
                "correction_requested",
                policies.review_is_on,
            ),
            _application(
                "resubmit",
                (A.CORRECTION_REQUESTED,),
                A.UNDER_REVIEW,
                "resubmit_application",
                "corrected",
                policies.correction_runs,
            ),
            _application(
                "lapse",
                (A.CORRECTION_REQUESTED,),
                A.INELIGIBLE,
                "",
                "correction_lapsed",
                policies.correction_has_lapsed,
            ),
            _application(
                "lapse_to_review",
                (A.CORRECTION_REQUESTED,),
                A.UNDER_REVIEW,
                "",
                "correction_lapsed",
                policies.correction_has_lapsed,
            ),
            _application(
                "accept", (A.UNDER_REVIEW,), A.ELIGIBLE, "review_application", "accepted", policies.papers_are_decided
            ),
            _application(
                "refuse", (A.UNDER_REVIEW,), A.INELIGIBLE, "review_application", "refused", policies.review_is_on
            ),
            _application(
                "reopen",
                (A.ELIGIBLE, A.INELIGIBLE, A.SCORED),
                A.UNDER_REVIEW,
                "reopen_application",
                "reopened",
                policies.review_is_on,
            ),
            _application("score", (A.ELIGIBLE,), A.SCORED, "", "scored"),
            _application(
                "reopen_score",
                (A.SCORED,),
                A.ELIGIBLE,
                "reopen_score",
                "score_set_aside",
                policies.review_is_on,
            ),
            _application("set_result_aside", (A.AWARDED, A.WAITING, A.NOT_AWARDED), A.SCORED, "", "result_set_aside"),
            _application("award", (*_ENTRANTS, A.WAITING, A.NOT_AWARDED), A.AWARDED, "", "awarded"),
            _application("wait", (*_ENTRANTS, A.AWARDED, A.NOT_AWARDED), A.WAITING, "", "put_on_waiting_list"),
            _application("not_award", (*_ENTRANTS, A.AWARDED, A.WAITING), A.NOT_AWARDED, "", "not_awarded"),
        ),
    )
)

PAPER = register(
    Table(
        name="allocations.paper",
        states=tuple(P.values),
        initial=P.PENDING,
        transitions=(
            Transition(
                "accept",
                sources(P.PENDING, P.REFUSED),
                P.ACCEPTED,
                "allocations.review_application",
                "allocations.paper.accepted",
                policies.paper_is_under_review,
            ),
            Transition(
                "refuse",
                sources(P.PENDING, P.ACCEPTED),
                P.REFUSED,
                "allocations.review_application",
                "allocations.paper.refused",
                policies.paper_is_under_review,
            ),
        ),
    )
)
