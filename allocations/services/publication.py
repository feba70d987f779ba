"""Publishing the result: provisional with an end for objections, then final."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import AwardStatus, RunStatus
from allocations.models import Award, Call, Run
from allocations.services import bulk, locking, notices, objections, plot_holds
from allocations.wording import moment_text, number_text
from allocations.workflow import AWARD, CALL
from core import clock
from core.errors import InvalidInput, WrongState
from core.transitions import apply


class ObjectionsOpen(WrongState):
    """The result cannot become final yet."""

    default_message = _("%(count)s objections are not answered yet.")
    default_code = "objections_open"


@transaction.atomic
def publish_provisional(*, call_id: int, by: Any, now: datetime, objections_until: datetime | None = None) -> Call:
    """Publish the approved run with its record; every applicant of the list is told what he got.

    `objections_until` may move the end of the objections to a later moment; it must lie in the future. Raises
    PermissionRefused, WrongState, InvalidInput.
    """
    call = locking.call(call_id)
    run = Run.objects.filter(call=call, status=RunStatus.APPROVED).first()
    if run is None:
        raise WrongState(_("No run is approved."), code="no_approved_run")
    until = objections_until or call.objections_until
    if until is None or until <= clock.database_now() or (call.objections_until and until < call.objections_until):
        raise InvalidInput(
            _("The end of the objections must lie in the future and may only move to a later moment."),
            field="objections_until",
        )
    apply(
        CALL, call, "publish_provisional", by=by, now=now, changes={"objections_until": until},
        data={"run": run.number, "manifest_sha256": run.manifest_sha256},
    )  # fmt: skip
    notices.provisional(call, run, now=now)
    return call


@transaction.atomic
def finalise(*, call_id: int, by: Any, now: datetime) -> Call:
    """Make the result final after the objections: awards are final and hold their plots, all other plots are free.

    Raises PermissionRefused, WrongState (objections still possible), ObjectionsOpen.
    """
    call = locking.call(call_id)
    locking.plots(call.call_plots.values_list("plot_id", flat=True))
    if call.objections_until is not None and clock.database_now() < call.objections_until:
        raise WrongState(
            _("Objections are possible until %(moment)s."),
            code="objections_possible",
            params={"moment": moment_text(call.objections_until)},
        )
    if count := objections.open_ones(call):
        raise ObjectionsOpen(params={"count": number_text(count)})
    run = Run.objects.get(call=call, status=RunStatus.APPROVED)
    apply(CALL, call, "finalise", by=by, now=now, data={"run": run.number, "manifest_sha256": run.manifest_sha256})
    awards = list(
        Award.objects.select_for_update(of=("self",))
        .filter(call=call, status=AwardStatus.PROVISIONAL)
        .select_related("application", "plot")
        .order_by("plot_id")
    )
    for award in awards:
        award.call = call
    bulk.move_all(AWARD, awards, "finalise", by=by, now=now)
    plot_holds.end_call(call, by=by, now=now)
    for award in awards:
        plot_holds.begin_offer(award, by=by, now=now)
    notices.final(call, run, now=now)
    return call
