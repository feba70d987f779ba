"""The allocation: asked for by one person, computed by a job both ways, checked by the verifier, proposed to another person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from allocations import engine
from core.audit import record
from core.errors import Conflict, InvalidInput, NotFound, WrongState
from core.jobs import services as jobs
from core.jobs.context import JobContext
from core.jobs.models import Job
from core.persian.text import normalise
from core.procedure import verifying
from core.transitions import apply
from programs.exhibitions import policies
from programs.exhibitions.choices import RunStatus, Status
from programs.exhibitions.errors import PathsDisagree
from programs.exhibitions.models import BoothDraw, BoothRun, Exhibition
from programs.exhibitions.permissions import WRITE, require
from programs.exhibitions.services import awards, bridge, drawing
from programs.exhibitions.services.writing import locked_exhibition
from programs.exhibitions.workflow import EXHIBITION, RUN

JOB = "exhibitions.run"
STEPS = 3


def request(*, exhibition_id: int, by: Any, now: datetime) -> Job:
    """Ask for the computation; the job proposes its result in the name of `by`. Raises PermissionRefused, WrongState."""
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, WRITE, exhibition)
        draw_of(exhibition)
        job = jobs.request(
            kind=JOB, key=f"exhibition:{exhibition.pk}", payload={"exhibition": exhibition.pk}, by=by, now=now
        )
        record(action="exhibitions.run.requested", by=by, target=exhibition, now=now, data={"job": job.pk})
    return job


def execute(context: JobContext) -> BoothRun:
    """Do the job: compute by both ways, compare, verify, store; "done" and the proposal commit together."""
    proposer: Any = context.by
    exhibition = Exhibition.objects.get(pk=context.payload["exhibition"])
    draw = draw_of(exhibition)
    drawing.ensure_unchanged(exhibition, draw.frozen)
    previous = exhibition.runs.order_by("-number").first()
    context.progress(0, STEPS, _("Computing the allocation"))
    outcome = compute(draw, previous)
    if dict(compute(draw, previous, path="reference").files) != dict(outcome.files):
        raise PathsDisagree()
    context.progress(1, STEPS, _("Checking the record with the verifier"))
    data, manifest = engine.build(outcome), engine.manifest_sha256(outcome)
    verdict = verifying.check(
        data, script=bridge.VERIFIER, manifest_sha256=manifest, previous=bytes(previous.record) if previous else None
    )
    context.progress(2, STEPS, _("Storing the result"))
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition.pk)
        if draw_of(exhibition).pk != draw.pk or exhibition.runs.count() != (previous.number if previous else 0):
            raise Conflict(_("Another run was stored meanwhile. Request it again."), code="run_overtaken")
        run = BoothRun.objects.create(
            exhibition=exhibition, draw=draw, number=outcome.manifest.run, previous=previous, proposed_by=proposer,
            proposed_at=context.now, manifest_sha256=manifest, record=data, record_sha256=bridge.digest_of(data),
            verifier=verdict.verifier, verifier_sha256=verdict.verifier_sha256, verdict=verdict.text,
        )  # fmt: skip
        apply(EXHIBITION, exhibition, "propose", by=None, now=context.now, data={"run": run.number})
        record(
            action="exhibitions.run.proposed", by=context.by, target=run, now=context.now, after=run.status,
            data={"manifest_sha256": manifest, "zip_sha256": run.record_sha256},
        )  # fmt: skip
        context.complete(
            {
                "url": reverse("exhibitions:desk", args=[exhibition.slug]),
                "label": gettext_noop("Look at the proposed result"),
            }
        )
    return run


def compute(draw: BoothDraw, previous: BoothRun | None, path: Any = "fast") -> engine.Outcome:
    """The run that follows `previous`, from what was frozen and drawn alone. Raises EngineRefusal."""
    given = bridge.read_frozen(draw.frozen)
    return engine.run(
        given.rules, given.booths, given.requests, bridge.read_draw(draw),
        run_number=previous.number + 1 if previous else 1,
        previous=previous.manifest_sha256 if previous else None,
        path=path,
    )  # fmt: skip


def approve(*, run_id: int, by: Any, now: datetime) -> BoothRun:
    """Make the proposal the result: booths are given, every firm is told. `by` is not who proposed it.

    Raises NotFound, PermissionRefused, SamePerson, WrongState, BoothTaken (nothing is written then).
    """
    with transaction.atomic():
        exhibition, run = _locked(run_id)
        policies.somebody_else(run.proposed_by_id, by)
        run = apply(RUN, run, "approve", by=by, now=now, changes={"decided_by": by, "decided_at": now})
        awards.give(exhibition, run, by=by, now=now)
        apply(EXHIBITION, exhibition, "approve", by=by, now=now, data={"run": run.number})
    return run


def refuse(*, run_id: int, reason: str, by: Any, now: datetime) -> BoothRun:
    """Refuse a proposal with a reason; another computation may be asked for. Raises as `approve`, and InvalidInput."""
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Say why the run is refused."), field="reason")
    with transaction.atomic():
        exhibition, run = _locked(run_id)
        policies.somebody_else(run.proposed_by_id, by)
        changes = {"decided_by": by, "decided_at": now, "reason": why}
        run = apply(RUN, run, "refuse", by=by, now=now, reason=why, changes=changes)
        apply(EXHIBITION, exhibition, "refuse", by=by, now=now, reason=why)
    return run


def draw_of(exhibition: Exhibition) -> BoothDraw:
    """The confirmed draw from which the result is computed. Raises WrongState when it is not the time for it."""
    draws = BoothDraw.objects.filter(frozen__exhibition=exhibition, confirmed_by__isnull=False).select_related("frozen")
    draw = draws.first()
    if exhibition.status != Status.DRAWN or draw is None:
        raise WrongState(_("The list must be frozen and its draw confirmed before a run."), code="not_drawn")
    return draw


def _locked(run_id: int) -> tuple[Exhibition, BoothRun]:
    exhibition_id = BoothRun.objects.filter(pk=run_id).values_list("exhibition_id", flat=True).first()
    if exhibition_id is None:
        raise NotFound()
    exhibition = locked_exhibition(exhibition_id)
    run = BoothRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.status != RunStatus.PROPOSED:
        raise WrongState(_("This result is decided already."), code="run_decided")
    return exhibition, run
