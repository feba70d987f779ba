"""Booths in the hands of firms: given from an approved result, given back, given on to the next in line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allocations import engine
from core.audit import record
from core.transitions import apply
from programs.exhibitions import texts
from programs.exhibitions.choices import RunStatus
from programs.exhibitions.models import BoothAward, BoothRequest, BoothRun, Exhibition
from programs.exhibitions.services.writing import named_refusals, tell
from programs.exhibitions.workflow import AWARD, REQUEST


def give(exhibition: Exhibition, run: BoothRun, *, by: Any, now: datetime) -> list[BoothAward]:
    """Write the booths of an approved run and tell every firm. The caller holds the exhibition's lock. Raises BoothTaken."""
    outcome = engine.parse(bytes(run.record))
    rows = exhibition.requests.select_for_update(of=("self",)).select_related("applicant").order_by("pk")
    requests = {row.opaque_id: row for row in rows}
    booths = {booth.code: booth for booth in exhibition.booths.all()}
    given = [
        BoothAward(booth=booths[line.plot], request=requests[line.application], run=run, awarded_at=now, awarded_by=by)
        for line in outcome.results
        if line.plot is not None
    ]
    with named_refusals():
        BoothAward.objects.bulk_create(given)
    held = {award.request_id: award for award in given}
    for line in outcome.results:
        request = requests[line.application]
        award = held.get(request.pk)
        apply(REQUEST, request, "award" if award else "pass_over", by=None, now=now)
        if award is not None:
            record(action="exhibitions.award.made", by=by, target=award, now=now, after=award.status)
            params = {"exhibition": exhibition.name, "booth": award.booth.code}
            tell(texts.AWARDED, request, params, key="result", now=now)
        else:
            tell(texts.NOT_AWARDED, request, {"exhibition": exhibition.name}, key="result", now=now)
    return given


def give_back(exhibition: Exhibition, request: BoothRequest, *, now: datetime) -> None:
    """The booth of a request that was taken back falls free, and whoever waits moves up. The caller holds the lock."""
    award = BoothAward.objects.live().select_related("booth", "run").filter(request=request).first()
    if award is None:
        return
    before = state_of(award.run)
    apply(AWARD, award, "release", by=None, now=now, changes={"ended_at": now})
    offers = {name: booth for name, booth in before.offers.items() if name != request.opaque_id}
    state = engine.OfferState(before.queues, before.choices, offers, closed=before.closed)
    _promote(exhibition, award.run, engine.promote(state, [award.booth.code]), now=now)


def state_of(run: BoothRun) -> engine.OfferState:
    """Who holds which booth now, and the waiting lists the run published. Two queries."""
    outcome = engine.parse(bytes(run.record))
    live = BoothAward.objects.live().filter(request__exhibition=run.exhibition_id)
    gone = BoothRequest.objects.filter(exhibition=run.exhibition_id, status="WITHDRAWN")
    return engine.OfferState(
        queues={line.plot: line.queue for line in outcome.waiting},
        choices={one.application: one.choices for one in outcome.applications},
        offers=dict(live.values_list("request__opaque_id", "booth__code")),
        closed=frozenset(gone.values_list("opaque_id", flat=True)),
    )


def approved_run(exhibition: Exhibition) -> BoothRun | None:
    """The run whose result stands."""
    found: BoothRun | None = exhibition.runs.filter(status=RunStatus.APPROVED).first()
    return found


def _promote(exhibition: Exhibition, run: BoothRun, moved: engine.Promotions, *, now: datetime) -> None:
    booths = {booth.code: booth for booth in exhibition.booths.all()}
    rows = exhibition.requests.select_related("applicant").in_bulk(
        [move.application for move in moved.moves], field_name="opaque_id"
    )
    for move in moved.moves:
        old = BoothAward.objects.live().filter(request=rows[move.application]).first() if move.released else None
        if old is not None:
            apply(AWARD, old, "release", by=None, now=now, changes={"ended_at": now})
    for move in moved.moves:
        request = rows[move.application]
        with named_refusals():
            award = BoothAward.objects.create(
                booth=booths[move.plot], request=request, run=run, from_waiting_list=True, awarded_at=now
            )
        record(action="exhibitions.award.promoted", by=None, target=award, now=now, after=award.status)
        if move.released is None:
            apply(REQUEST, request, "award", by=None, now=now)
        params = {"exhibition": exhibition.name, "booth": move.plot}
        tell(texts.PROMOTED, request, params, key=f"promoted:{award.pk}", now=now)
