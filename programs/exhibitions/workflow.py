"""Life of exhibitions, requests, computed results and booths of firms."""

from __future__ import annotations

from core.transitions import Table, Transition, register, sources
from programs.exhibitions import permissions, policies
from programs.exhibitions.choices import AwardStatus, RequestStatus, RunStatus, Status

SYSTEM = "system"

EXHIBITION = register(
    Table(
        name="exhibitions.exhibition",
        states=tuple(Status.values),
        initial=Status.DRAFT,
        ends=sources(Status.REPORTED, Status.CANCELLED),
        transitions=(
            Transition("publish", sources(Status.DRAFT), Status.PUBLISHED, permissions.WRITE,
                       "exhibitions.exhibition.published", policies.may_be_published),
            Transition("open", sources(Status.PUBLISHED), Status.REGISTRATION, SYSTEM, "exhibitions.exhibition.opened"),
            Transition("close", sources(Status.REGISTRATION), Status.CLOSED, SYSTEM, "exhibitions.exhibition.closed"),
            Transition("freeze", sources(Status.CLOSED), Status.FROZEN, permissions.WRITE,
                       "exhibitions.exhibition.frozen", policies.may_be_frozen),
            Transition("draw", sources(Status.FROZEN), Status.DRAWN, permissions.DRAW, "exhibitions.exhibition.drawn"),
            Transition("propose", sources(Status.DRAWN), Status.ALLOCATED, SYSTEM, "exhibitions.exhibition.allocated"),
            Transition("refuse", sources(Status.ALLOCATED), Status.DRAWN, permissions.APPROVE,
                       "exhibitions.exhibition.refused"),
            Transition("approve", sources(Status.ALLOCATED), Status.APPROVED, permissions.APPROVE,
                       "exhibitions.exhibition.approved"),
            Transition("hold", sources(Status.APPROVED), Status.HELD, permissions.WRITE,
                       "exhibitions.exhibition.held", policies.may_be_held),
            Transition("report", sources(Status.HELD), Status.REPORTED, permissions.WRITE,
                       "exhibitions.exhibition.reported", policies.may_be_reported),
            Transition(
                "cancel",
                sources(Status.DRAFT, Status.PUBLISHED, Status.REGISTRATION, Status.CLOSED, Status.FROZEN, Status.DRAWN,
                        Status.ALLOCATED, Status.APPROVED),
                Status.CANCELLED, permissions.WRITE, "exhibitions.exhibition.cancelled",
            ),
        ),
    )
)  # fmt: skip

REQUEST = register(
    Table(
        name="exhibitions.booth_request",
        states=tuple(RequestStatus.values),
        initial=RequestStatus.SUBMITTED,
        ends=sources(RequestStatus.WITHDRAWN),
        transitions=(
            Transition("award", sources(RequestStatus.SUBMITTED, RequestStatus.NOT_AWARDED), RequestStatus.AWARDED,
                       SYSTEM, "exhibitions.request.awarded"),
            Transition("pass_over", sources(RequestStatus.SUBMITTED), RequestStatus.NOT_AWARDED, SYSTEM,
                       "exhibitions.request.not_awarded"),
            Transition(
                "withdraw", sources(RequestStatus.SUBMITTED, RequestStatus.AWARDED, RequestStatus.NOT_AWARDED),
                RequestStatus.WITHDRAWN, permissions.OWN, "exhibitions.request.withdrawn", policies.may_withdraw,
            ),
        ),
    )
)  # fmt: skip

RUN = register(
    Table(
        name="exhibitions.booth_run",
        states=tuple(RunStatus.values),
        initial=RunStatus.PROPOSED,
        ends=sources(RunStatus.APPROVED, RunStatus.REFUSED),
        transitions=(
            Transition("approve", sources(RunStatus.PROPOSED), RunStatus.APPROVED, permissions.APPROVE,
                       "exhibitions.run.approved"),
            Transition("refuse", sources(RunStatus.PROPOSED), RunStatus.REFUSED, permissions.APPROVE,
                       "exhibitions.run.refused"),
        ),
    )
)  # fmt: skip

AWARD = register(
    Table(
        name="exhibitions.booth_award",
        states=tuple(AwardStatus.values),
        initial=AwardStatus.LIVE,
        ends=sources(AwardStatus.RELEASED),
        transitions=(
            Transition("release", sources(AwardStatus.LIVE), AwardStatus.RELEASED, SYSTEM,
                       "exhibitions.award.released"),
        ),
    )
)  # fmt: skip
