"""Runs: asked for by one person, computed by a job, checked three ways, stored as a proposal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from allocations import engine
from allocations.choices import CallStatus, RunStatus
from allocations.engine import record as engine_record
from allocations.engine.run import Path
from allocations.models import Call, Draw, FrozenList, Run
from allocations.policies import is_somebody_else
from allocations.selectors import archive
from allocations.services import difference, freezing, locking, record, snapshot, verifying
from allocations.workflow import RUN
from core.audit import services as audit
from core.errors import Conflict, DomainError, InvalidInput, NotFound, PermissionRefused, WrongState
from core.jobs import services as jobs
from core.jobs.context import JobContext
from core.jobs.models import Job
from core.transitions import apply

KIND = "allocations.run"
STEPS = 5


class PathsDisagree(DomainError):
    """The fast and the reference computation gave different bytes: a fault of the program, nothing may be stored."""

    status = 500
    default_message = _(
        "Two computations of the same run differ in %(files)s. Nothing was stored; tell the developers."
    )
    default_code = "paths_disagree"


class NotDrawn(WrongState):
    """There is nothing to compute from."""

    default_message = _("The list must be frozen and its draw confirmed before a run.")
    default_code = "not_drawn"


@transaction.atomic
def request(*, call_id: int, by: Any, now: datetime, reason: str = "") -> Job:
    """Ask for a run of the call over its newest list and draw; the job proposes the result in the name of `by`.

    A second run and later ones need a reason. Asked twice, the job that is waiting is returned. Raises PermissionRefused,
    NotDrawn, InvalidInput, Conflict (a proposal waits for its decision).
    """
    call = locking.call(call_id)
    if not by.has_perm("allocations.request_run", call):
        raise PermissionRefused(code="may_not_request_run")
    draw = _draw_of(call)
    runs = Run.objects.filter(call=call)
    if runs.filter(status=RunStatus.PROPOSED).exists():
        raise Conflict(_("A proposed run waits for approval or refusal."), code="run_proposed")
    if runs.exists() and not reason.strip():
        raise InvalidInput(_("Say why the allocation is computed again."), field="reason")
    payload = {"call": call.pk, "draw": draw.pk, "reason": reason}
    job = jobs.request(kind=KIND, key=f"call:{call.pk}", payload=payload, by=by, now=now)
    audit.record(action="allocations.run.requested", by=by, target=call, now=now, reason=reason, data={"job": job.pk})
    return job


def execute(context: JobContext) -> Run:
    """Do the job: compute by both paths, compare, verify, store; "done" and the run commit together.

    Nothing is locked while it computes. Raises PathsDisagree, RecordRefused, NotDrawn, Conflict (another run came first).
    """
    draw = Draw.objects.select_related("frozen_list__call").get(pk=context.payload["draw"])
    frozen = draw.frozen_list
    _draw_of(frozen.call)
    context.progress(0, STEPS, _("Reading the frozen list"))
    previous = Run.objects.filter(call=frozen.call).order_by("-number").first()
    given, engine_draw = snapshot.read_frozen(frozen), snapshot.read_draw(draw)
    context.progress(1, STEPS, _("Computing the allocation"))
    outcome = compute(given, engine_draw, previous)
    context.progress(2, STEPS, _("Computing it again by the reference method"))
    ensure_same(outcome, compute(given, engine_draw, previous, path="reference"))
    context.progress(3, STEPS, _("Checking the record with the verifier"))
    data = engine.build(outcome)
    verdict = verifying.check(
        data, manifest_sha256=engine.manifest_sha256(outcome), previous=archive.bytes_of(previous) if previous else None
    )
    context.progress(4, STEPS, _("Storing the result"))
    with transaction.atomic():
        run = _store(context, draw, frozen, previous, outcome)
        record.store(run, data, outcome, verdict, now=context.now)
        context.complete(described(run))
    return run


def described(run: Run) -> dict[str, Any]:
    """A run as the result of its job: its numbers, and the page (`url`, `label`: a msgid) to which its progress leads."""
    return {
        "run": run.pk,
        "number": run.number,
        "manifest_sha256": run.manifest_sha256,
        "url": reverse("admin:allocations_run_change", args=[run.pk]),
        "label": gettext_noop("Look at the proposed result"),
    }


def compute(given: snapshot.Input, draw: engine.Draw, previous: Run | None, path: Path = "fast") -> engine.Outcome:
    """The run that follows `previous` over what was frozen and drawn. Deterministic. Raises EngineRefusal."""
    return engine.run(
        given.rules,
        given.plots,
        given.applications,
        draw,
        run_number=previous.number + 1 if previous else 1,
        previous=previous.manifest_sha256 if previous else None,
        path=path,
    )


def ensure_same(one: engine.Outcome, other: engine.Outcome) -> None:
    """Raises PathsDisagree unless every file of both outcomes has the same bytes."""
    differing = [name for name in engine_record.FILES if one.files.get(name) != other.files.get(name)]
    if differing:
        raise PathsDisagree(params={"files": ", ".join(differing)})


@transaction.atomic
def refuse(*, run_id: int, reason: str, by: Any, now: datetime) -> Run:
    """Refuse a proposed run with a reason; another person than the proposer does it. Another run may then be requested.

    Raises NotFound, PermissionRefused, SamePerson, InvalidInput, WrongState.
    """
    if not reason.strip():
        raise InvalidInput(_("Say why the run is refused."), field="reason")
    _call, run = locked(run_id)
    is_somebody_else(run.proposed_by_id, by)
    changes = {"refused_by": by, "refused_at": now, "refusal_reason": reason}
    return apply(RUN, run, "refuse", by=by, now=now, reason=reason, changes=changes)


def locked(run_id: int) -> tuple[Call, Run]:
    """A run with its call, both locked, the call first. Raises NotFound."""
    call_id = Run.objects.filter(pk=run_id).values_list("call_id", flat=True).first()
    if call_id is None:
        raise NotFound(_("There is no such run."), code="no_run")
    call = locking.call(call_id)
    run = Run.objects.select_for_update(of=("self",)).select_related("frozen_list", "draw").get(pk=run_id)
    run.call = call
    return call, run


def _draw_of(call: Call) -> Draw:
    frozen = freezing.newest(call)
    draw = Draw.objects.filter(frozen_list=frozen, confirmed_by__isnull=False).first() if frozen else None
    if call.status != CallStatus.DRAWN or draw is None:
        raise NotDrawn()
    return draw


def _store(context: JobContext, draw: Draw, frozen: FrozenList, previous: Run | None, outcome: engine.Outcome) -> Run:
    call = locking.call(frozen.call_id)
    last = Run.objects.filter(call=call).order_by("-number").first()
    if _draw_of(call).pk != draw.pk or (last.pk if last else None) != (previous.pk if previous else None):
        raise Conflict(_("Another run was stored meanwhile. Request it again."), code="run_overtaken")
    if last is not None and last.status == RunStatus.PROPOSED:
        raise Conflict(_("A proposed run waits for approval or refusal."), code="run_proposed")
    run = Run(
        call=call,
        frozen_list=frozen,
        draw=draw,
        number=outcome.manifest.run,
        previous=previous,
        proposed_by=context.by,
        proposed_at=context.now,
        reason=context.payload["reason"],
        manifest_sha256=engine.manifest_sha256(outcome),
        difference=difference.of_results(archive.results_of(previous), outcome.results) if previous else {},
        job_id=context.job_id,
    )
    run.save(force_insert=True)
    snapshot.write_outcome(run, outcome)
    audit.record(
        action="allocations.run.proposed", by=context.by, target=run, now=context.now, after=run.status,
        reason=run.reason, data={"number": run.number, "manifest_sha256": run.manifest_sha256},
    )  # fmt: skip
    return run
