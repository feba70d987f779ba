"""Approving a run: a second person makes the proposal the allocation. Setting an approved one aside again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from allocations import engine
from allocations.choices import LIVE_AWARDS, ApplicationStatus, RunStatus
from allocations.models import Application, Award, Call, Run, RunLine, RunQueue
from allocations.policies import is_freshly_authenticated, is_somebody_else
from allocations.selectors import standing
from allocations.services import bulk, locking, runs
from allocations.workflow import APPLICATION, AWARD, CALL, RUN
from core.audit import services as audit
from core.errors import Conflict, InvalidInput, WrongState
from core.transitions import apply


class PlotTaken(Conflict):
    """A plot of this run has been given already, whoever was quicker."""

    default_message = _("One of these plots, or one of these applicants, has an award already. Nothing was given.")
    default_code = "plot_taken"


@transaction.atomic
def approve(*, run_id: int, by: Any, now: datetime, authenticated_at: datetime | None) -> Run:
    """Approve a proposed run: awards are made, every application gets its result, the call is ALLOCATED.

    `by` is not who proposed it and typed his password within five minutes before `now` (`authenticated_at`). Who withdrew
    after the freeze gets nothing, and the waiting lists move at once. Nothing is public before
    `publication.publish_provisional`. Raises NotFound, PermissionRefused, SamePerson, StaleAuthentication, WrongState,
    PlotTaken (somebody else was first: nothing is written).
    """
    call, run = runs.locked(run_id)
    is_freshly_authenticated(authenticated_at, now)
    is_somebody_else(run.proposed_by_id, by)
    plots = list(call.call_plots.values_list("plot_id", flat=True))
    locking.plots(plots)
    applications = {one.pk: one for one in locking.applications(call.pk)}
    run = apply(
        RUN, run, "approve", by=by, now=now, changes={"approved_by": by, "approved_at": now},
        data={"manifest_sha256": run.manifest_sha256},
    )  # fmt: skip
    offers = _offers(call, run)
    _make_awards(call, run, offers, by=by, now=now)
    _give_results(run, applications, offers, now=now)
    apply(CALL, call, "allocate", by=by, now=now, data={"run": run.number, "awards": len(offers)})
    return run


@transaction.atomic
def set_aside(*, run_id: int, reason: str, by: Any, now: datetime, authenticated_at: datetime | None) -> Run:
    """Set an approved run aside (an objection was upheld): awards are revoked, applications wait for another run.

    Only before the result is final. The call is DRAWN again: another run may be requested, or another draw ordered, after which
    applications can be reopened and the list frozen anew. Raises PermissionRefused, StaleAuthentication, InvalidInput, WrongState.
    """
    if not reason.strip():
        raise InvalidInput(_("Say why the result is set aside."), field="reason")
    call, run = runs.locked(run_id)
    is_freshly_authenticated(authenticated_at, now)
    if run.status != RunStatus.APPROVED:
        raise WrongState(_("Only an approved run can be set aside."), code="run_not_approved")
    locking.plots(call.call_plots.values_list("plot_id", flat=True))
    applications = locking.applications(call.pk)
    apply(CALL, call, "rerun", by=by, now=now, reason=reason)
    run = apply(RUN, run, "supersede", by=by, now=now, reason=reason)
    live = list(Award.objects.select_for_update(of=("self",)).filter(run=run, status__in=LIVE_AWARDS).order_by("pk"))
    ended = {"ended_at": now, "ended_reason": reason}
    bulk.move_all(AWARD, live, "revoke", by=by, now=now, reason=reason, changes=ended)
    given = [one for one in applications if one.status in standing.RESULTS]
    bulk.move_all(APPLICATION, given, "set_result_aside", by=None, now=now, reason=reason)
    return run


def _offers(call: Call, run: Run) -> dict[int, int]:
    """Application id → call plot id: the run's lines, moved up where somebody has withdrawn since the freeze."""
    state = standing.of_run(call, run)
    lines = RunLine.objects.filter(run=run, call_plot__isnull=False)
    of_withdrawn = lines.filter(application__status=ApplicationStatus.WITHDRAWN)
    freed = list(of_withdrawn.values_list("call_plot__plot__code", flat=True))
    offers: Mapping[str, str] = state.offers
    if freed:
        offers = engine.promote(state, freed).offers
    return standing.as_rows(call, offers)


def _make_awards(call: Call, run: Run, offers: Mapping[int, int], *, by: Any, now: datetime) -> None:
    plots = dict(call.call_plots.values_list("pk", "plot_id"))
    lined = dict(RunLine.objects.filter(run=run, call_plot__isnull=False).values_list("application_id", "call_plot_id"))
    places = {
        (plot, application): place
        for plot, application, place in RunQueue.objects.filter(run=run).values_list(
            "call_plot_id", "application_id", "position"
        )
        if offers.get(application) == plot
    }
    rows = [
        Award(
            call=call,
            call_plot_id=call_plot,
            plot_id=plots[call_plot],
            application_id=application,
            run=run,
            queue_position=None if lined.get(application) == call_plot else places.get((call_plot, application)),
            awarded_at=now,
            awarded_by=by,
        )
        for application, call_plot in sorted(offers.items(), key=lambda pair: plots[pair[1]])
    ]
    made = insert_awards(rows)
    for row in made:
        audit.record(
            action="allocations.award.made", by=by, target=row, now=now, after=row.status, data={"run": run.number}
        )


def insert_awards(rows: list[Award]) -> list[Award]:
    """Write awards; the unique indexes decide who was first. Raises PlotTaken; then none is written."""
    try:
        with transaction.atomic():
            return Award.objects.bulk_create(rows)
    except IntegrityError as error:
        raise PlotTaken() from error


def _give_results(
    run: Run, applications: Mapping[int, Application], offers: Mapping[int, int], *, now: datetime
) -> None:
    """AWARDED for holders, WAITING for those in some waiting list, NOT_AWARDED for the others of the list."""
    listed = set(RunLine.objects.filter(run=run).values_list("application_id", flat=True))
    queued = set(RunQueue.objects.filter(run=run).values_list("application_id", flat=True))
    rows = [one for pk, one in applications.items() if pk in listed and one.status != ApplicationStatus.WITHDRAWN]
    awarded = [one for one in rows if one.pk in offers]
    waiting = [one for one in rows if one.pk not in offers and one.pk in queued]
    others = [one for one in rows if one.pk not in offers and one.pk not in queued]
    bulk.move_all(APPLICATION, awarded, "award", by=None, now=now)
    bulk.move_all(APPLICATION, waiting, "wait", by=None, now=now)
    bulk.move_all(APPLICATION, others, "not_award", by=None, now=now)
