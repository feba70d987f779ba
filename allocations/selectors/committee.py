"""What the committee sees before it acts: the state of a call, what a freeze would make, what a run proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from allocations.choices import ApplicationStatus, AssignmentStatus, CallMode, ObjectionStatus, RunStatus
from allocations.models import (
    Application,
    Award,
    Call,
    Draw,
    FrozenList,
    Objection,
    RedrawOrder,
    Run,
    ScorerAssignment,
)
from allocations.wording import number_text
from core.errors import NotFound
from core.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the scoring is: assignments to be scored, handed in, and third rounds among them."""

    waiting: int
    handed_in: int
    third_rounds: int


@dataclass(frozen=True, slots=True)
class CallDesk:
    """Everything the committee's page of one call shows. `job`: the newest job of a run, None when there was none."""

    call: Call
    counts: Mapping[str, int]
    scoring: Progress
    frozen_lists: Sequence[FrozenList]
    draw: Draw | None
    redraw: RedrawOrder | None
    runs: Sequence[Run]
    job: Job | None
    open_objections: int
    awards: Mapping[str, int]

    @property
    def frozen(self) -> FrozenList | None:
        """The list that counts."""
        return self.frozen_lists[0] if self.frozen_lists else None

    @property
    def proposed(self) -> Run | None:
        """The run that waits for approval."""
        return next((run for run in self.runs if run.status == RunStatus.PROPOSED), None)

    @property
    def approved(self) -> Run | None:
        """The run in force."""
        return next((run for run in self.runs if run.status == RunStatus.APPROVED), None)


@dataclass(frozen=True, slots=True)
class FreezePreview:
    """What freezing now would do. `obstacles` are sentences; empty when nothing stands in the way."""

    listed: int
    not_eligible: int
    withdrawn: int
    plots: int
    number: int
    needs_reason: bool
    source: str
    event: str
    draw_at: datetime | None
    obstacles: Sequence[str]


def call_desk(call_id: int) -> CallDesk:
    """The committee's page of a call; raises NotFound. 10 queries."""
    call = Call.objects.select_related("estate").filter(pk=call_id).first()
    if call is None:
        raise NotFound(code="no_call")
    by_status = Application.objects.filter(call=call).values_list("status").annotate(Count("pk")).order_by()
    lists = list(FrozenList.objects.filter(call=call).defer("rules", "plots", "lines").select_related("frozen_by"))
    last = lists[0].pk if lists else None
    draws = Draw.objects.filter(frozen_list=last).select_related("entered_by", "confirmed_by")
    orders = RedrawOrder.objects.filter(frozen_list=last, dropped_at__isnull=True).select_related("proposed_by")
    runs = Run.objects.filter(call=call).select_related("proposed_by", "approved_by", "refused_by", "previous")
    awards = Award.objects.filter(call=call).values_list("status").annotate(Count("pk")).order_by()
    return CallDesk(
        call=call,
        counts=dict(by_status),
        scoring=progress_of(call),
        frozen_lists=lists,
        draw=draws.first(),
        redraw=orders.first(),
        runs=list(runs),
        job=Job.objects.filter(kind="allocations.run", key=f"call:{call.pk}").order_by("-pk").first(),
        open_objections=Objection.objects.filter(application__call=call, status=ObjectionStatus.OPEN).count(),
        awards=dict(awards),
    )


def freeze_preview(call_id: int, now: datetime) -> FreezePreview:
    """What `freezing.freeze` would make of the call now. 6 queries."""
    call = Call.objects.select_related("estate").get(pk=call_id)
    counts = dict(Application.objects.filter(call=call).values_list("status").annotate(Count("pk")).order_by())
    last = FrozenList.objects.filter(call=call).defer("rules", "plots", "lines").order_by("-number").first()
    order = (
        RedrawOrder.objects.filter(frozen_list__call=call, confirmed_by__isnull=False).order_by("-pk").first()
        if last
        else None
    )
    drawn = last is not None and Draw.objects.filter(frozen_list=last).exists()
    draw_at = order.draw_at if order else call.draw_at
    open_count = sum(
        counts.get(str(status), 0)
        for status in (
            ApplicationStatus.SUBMITTED,
            ApplicationStatus.UNDER_REVIEW,
            ApplicationStatus.CORRECTION_REQUESTED,
        )
    )
    eligible, scored = counts.get("ELIGIBLE", 0), counts.get("SCORED", 0)
    obstacles = []
    if open_count:
        obstacles.append(_("%(number)s applications are not decided yet.") % {"number": number_text(open_count)})
    if eligible and call.mode == CallMode.SCORED:
        obstacles.append(_("%(number)s eligible applications are not scored yet.") % {"number": number_text(eligible)})
    if not eligible + scored:
        obstacles.append(_("No application is eligible: there is no list to freeze."))
    if draw_at is None or now >= draw_at:
        obstacles.append(_("The announced event has happened. A new list needs a new event."))
    if drawn and (order is None or order.frozen_list_id != last.pk):  # type: ignore[union-attr]
        obstacles.append(_("This list has been drawn. Another draw must be ordered by two people first."))
    return FreezePreview(
        listed=eligible + scored,
        not_eligible=counts.get("INELIGIBLE", 0),
        withdrawn=counts.get("WITHDRAWN", 0),
        plots=call.call_plots.count(),
        number=last.number + 1 if last else 1,
        needs_reason=last is not None,
        source=order.source if order else call.randomness_source,
        event=order.event if order else call.randomness_event,
        draw_at=draw_at,
        obstacles=obstacles,
    )


def objections_of(call_id: int, *, only_open: bool = False) -> list[Objection]:
    """Objections of a call with application and applicant, the oldest first. 1 query."""
    rows = Objection.objects.filter(application__call_id=call_id)
    if only_open:
        rows = rows.filter(status=ObjectionStatus.OPEN)
    return list(
        rows.select_related(
            "application__applicant__person", "application__applicant__legal_entity", "filed_by", "answered_by"
        )
    )


def progress_of(call: Call) -> Progress:
    """How far the scoring of a call is. 1 query."""
    live = ScorerAssignment.objects.filter(application__call=call)
    found = live.aggregate(
        waiting=Count("pk", filter=Q(status=AssignmentStatus.ASSIGNED)),
        handed_in=Count("pk", filter=Q(status=AssignmentStatus.SCORED)),
        third=Count("pk", filter=Q(status__in=[AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED], round=3)),
    )
    return Progress(found["waiting"], found["handed_in"], found["third"])
