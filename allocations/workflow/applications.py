"""The life cycles of applications and their papers."""

from __future__ import annotations

from allocations import policies
from allocations.choices import ApplicationStatus as A
from allocations.choices import PaperStatus as P
from core.transitions import Policy, Table, Transition, register, sources


def _application(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"allocations.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"allocations.application.{event}", policy)


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
