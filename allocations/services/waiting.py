"""What becomes of an award: accepted, or given back, and then the waiting lists move in the same transaction.

Rows are locked in the order of `locking`: the call, all its plots by id, all its applications by id, then awards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import engine
from allocations.choices import LIVE_AWARDS, ApplicationStatus, AwardStatus, CallStatus
from allocations.models import Application, Award, Call, CallPlot, RunQueue
from allocations.policies import is_freshly_authenticated
from allocations.selectors import standing
from allocations.services import approval, bulk, locking, notices, plot_holds
from allocations.workflow import APPLICATION, AWARD
from core.audit import services as audit
from core.errors import InvalidInput, NotFound, WrongState
from core.transitions import apply


@dataclass(frozen=True, slots=True)
class Released:
    """What followed from an award that ended: the award itself, new awards by promotion, plots nobody waits for."""

    award: Award
    promoted: tuple[Award, ...]
    unclaimed: tuple[CallPlot, ...]


@transaction.atomic
def accept(*, award_id: int, by: Any, now: datetime) -> Award:
    """The applicant takes the plot; he then waits for no other. Raises NotFound, PermissionRefused, WrongState."""
    _call, award = _locked(award_id)
    return apply(AWARD, award, "accept", by=by, now=now)


@transaction.atomic
def decline(*, award_id: int, by: Any, now: datetime, reason: str = "") -> Released:
    """The applicant gives the plot back; he still waits for plots he ranked higher. Raises NotFound, PermissionRefused, WrongState."""
    return _release(award_id, "decline", by=by, now=now, reason=reason)


@transaction.atomic
def expire(*, award_id: int, now: datetime, reason: str = "") -> Released:
    """Nobody answered in time: an act of the system. Raises NotFound, WrongState."""
    return _release(award_id, "expire", by=None, now=now, reason=reason)


@transaction.atomic
def revoke(*, award_id: int, reason: str, by: Any, now: datetime, authenticated_at: datetime | None) -> Released:
    """The committee takes the plot back, with a reason. Raises PermissionRefused, StaleAuthentication, InvalidInput."""
    if not reason.strip():
        raise InvalidInput(_("Say why the award is revoked."), field="reason")
    is_freshly_authenticated(authenticated_at, now)
    return _release(award_id, "revoke", by=by, now=now, reason=reason)


@transaction.atomic
def withdraw(*, application_id: int, reason: str, by: Any, now: datetime) -> Released:
    """The applicant leaves the call while he holds a plot. Raises NotFound, PermissionRefused, WrongState."""
    award = Award.objects.filter(application_id=application_id, status__in=LIVE_AWARDS).first()
    if award is None:
        raise NotFound(_("This application holds no plot."), code="no_award")
    return _release(award.pk, "withdraw", by=by, now=now, reason=reason)


def _release(award_id: int, arrow: str, *, by: Any | None, now: datetime, reason: str) -> Released:
    call, award = _locked(award_id)
    applications = {one.opaque_id: one for one in locking.applications(call.pk)}
    ended = {"ended_at": now, "ended_reason": reason}
    award = apply(AWARD, award, arrow, by=by, now=now, reason=reason, changes=ended)
    plot_holds.end_offer(award, now=now, reason=reason)
    state = standing.now(call, award.run)
    one = award.application
    waits = any(one.opaque_id in queue for queue in engine.current_queues(state).values())
    bulk.move_all(APPLICATION, [one], "wait" if waits else "not_award", by=None, now=now, reason=reason)
    moved = engine.promote(state, [award.plot.code])
    promoted = _promote(call, award, moved, applications, now=now)
    unclaimed = tuple(call.call_plots.filter(plot__code__in=moved.unclaimed).order_by("plot__code"))
    audit.record(
        action="allocations.waiting_list.moved", by=by, target=call, now=now, reason=reason,
        data={"freed": award.plot.code, "moves": len(moved.moves), "unclaimed": list(moved.unclaimed)},
    )  # fmt: skip
    return Released(award, tuple(promoted), unclaimed)


def _promote(
    call: Call, freed: Award, moved: engine.Promotions, applications: dict[str | None, Application], *, now: datetime
) -> list[Award]:
    """Ends the offers that were left for better ones, then makes the new ones."""
    movers = [applications[move.application] for move in moved.moves]
    left = list(
        Award.objects.select_for_update(of=("self",))
        .filter(application__in=[one.pk for one in movers], status__in=LIVE_AWARDS)
        .order_by("pk")
    )
    text = str(_("Moved up to a plot ranked higher."))
    bulk.move_all(AWARD, left, "move", by=None, now=now, changes={"ended_at": now, "ended_reason": text})
    for one in left:
        plot_holds.end_offer(one, now=now, reason=text)
    plots = {row.plot.code: row for row in call.call_plots.select_related("plot")}
    places = {
        (row.call_plot_id, row.application_id): row.position
        for row in RunQueue.objects.filter(run=freed.run, application__in=[one.pk for one in movers])
    }
    rows = [
        Award(
            call=call,
            call_plot=plots[move.plot],
            plot=plots[move.plot].plot,
            application=applications[move.application],
            run=freed.run,
            status=AwardStatus.FINAL if call.status == CallStatus.FINAL else AwardStatus.PROVISIONAL,
            queue_position=places[(plots[move.plot].pk, applications[move.application].pk)],
            awarded_at=now,
        )
        for move in moved.moves
    ]
    made = approval.insert_awards(rows)
    rising = [one for one in movers if one.status != ApplicationStatus.AWARDED]
    bulk.move_all(APPLICATION, rising, "award", by=None, now=now)
    for row in made:
        audit.record(
            action="allocations.award.promoted", by=None, target=row, now=now, after=row.status,
            data={"place": row.queue_position},
        )  # fmt: skip
        if call.status == CallStatus.FINAL:
            plot_holds.begin_offer(row, by=None, now=now)
        if call.status in (CallStatus.PROVISIONAL, CallStatus.FINAL):
            notices.promoted(row, now=now)
    return made


def _locked(award_id: int) -> tuple[Call, Award]:
    found = Award.objects.filter(pk=award_id).values_list("call_id", "application_id").first()
    if found is None:
        raise NotFound(_("There is no such award."), code="no_award")
    call = locking.call(found[0])
    locking.plots(call.call_plots.values_list("plot_id", flat=True))
    locking.applications(call.pk)
    award = Award.objects.select_for_update(of=("self",)).select_related("plot", "run", "application").get(pk=award_id)
    if award.status not in LIVE_AWARDS:
        raise WrongState(_("This award has ended already."), code="award_ended")
    award.call = call
    return call, award
