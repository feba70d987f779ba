"""Life of a peer review."""

from __future__ import annotations

from clinic.consultants import permissions
from clinic.consultants.choices import ReviewStatus
from core.transitions import Table, Transition, register, sources

REVIEW = register(
    Table(
        name="consultants.review",
        states=tuple(ReviewStatus.values),
        initial=ReviewStatus.ASKED,
        ends=sources(ReviewStatus.GIVEN, ReviewStatus.DECLINED),
        transitions=(
            Transition(
                name="give",
                sources=sources(ReviewStatus.ASKED),
                target=ReviewStatus.GIVEN,
                permission=permissions.REVIEW,
                event="consultants.review.given",
            ),
            Transition(
                name="decline",
                sources=sources(ReviewStatus.ASKED),
                target=ReviewStatus.DECLINED,
                permission=permissions.REVIEW,
                event="consultants.review.declined",
            ),
        ),
    )
)
