"""The public record of a call: what was frozen, what was drawn, every run with its files, hashes and verifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allocations.choices import RunStatus
from allocations.models import Call, Draw, FrozenList, RecordArchive, Run
from allocations.selectors.results import PUBLIC, public_call
from core.audit.models import Link
from core.errors import NotFound

DECIDED = (RunStatus.APPROVED, RunStatus.REFUSED, RunStatus.SUPERSEDED)
FROZEN_FILES = ("rules.json", "plots.jsonl", "applications.jsonl")


@dataclass(frozen=True, slots=True)
class DrawEntry:
    """A confirmed draw, as published."""

    event: str
    value: str
    value_hex: str
    seed: str
    entered_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A frozen list: its hashes, `H` (`frozen_sha256`), the event it waits for, and what changed since the one before."""

    number: int
    frozen_at: datetime
    applications: int
    rules_sha256: str
    plots_sha256: str
    list_sha256: str
    frozen_sha256: str
    source: str
    event: str
    draw_at: datetime
    reason: str
    difference: Mapping[str, Any]
    draw: DrawEntry | None


@dataclass(frozen=True, slots=True)
class RunEntry:
    """A run: `files` are {"name", "size", "sha256"}; `verdict` is what the verifier printed when the run was stored."""

    number: int
    status: str
    list_number: int
    proposed_at: datetime
    approved_at: datetime | None
    reason: str
    refusal_reason: str
    difference: Mapping[str, Any]
    manifest_sha256: str
    previous_manifest_sha256: str | None
    files: Sequence[Mapping[str, Any]]
    zip_size: int
    zip_sha256: str
    verifier_sha256: str
    verdict: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The record page of a call. `runs` newest first, empty before the provisional publication; `current` is in force."""

    call: Call
    lists: Sequence[ListEntry]
    runs: Sequence[RunEntry]
    current: RunEntry | None


def record_page(slug: str) -> RecordPage:
    """Everything the record page shows; raises NotFound for a call that was never announced. 4 queries."""
    call = public_call(slug)
    draws = {one.frozen_list_id: one for one in Draw.objects.filter(frozen_list__call=call, confirmed_by__isnull=False)}
    frozen = FrozenList.objects.filter(call=call).defer("rules", "plots", "lines").order_by("-number")
    runs = [_run(one) for one in _archives(call).defer("data", "verifier")] if call.status in PUBLIC else []
    return RecordPage(
        call=call,
        lists=[_list(one, draws.get(one.pk)) for one in frozen],
        runs=runs,
        current=next((run for run in runs if run.status == RunStatus.APPROVED), None),
    )


def record_zip(slug: str, number: int) -> bytes:
    """The ZIP of a decided run of a call whose result is public; raises NotFound. 2 queries."""
    return bytes(_one(slug, number).data)


def verifier(slug: str, number: int) -> str:
    """The verifier that was published beside a run; raises NotFound. 2 queries."""
    return str(_one(slug, number).verifier)


def frozen_file(slug: str, number: int, name: str) -> bytes:
    """One of the three files of a frozen list, public from its freezing; raises NotFound. 2 queries."""
    call = public_call(slug)
    found = FrozenList.objects.filter(call=call, number=number).first()
    if found is None or name not in FROZEN_FILES:
        raise NotFound(code="no_file")
    return found.files[name]


def chain_end() -> Link | None:
    """The newest link of the audit record's hash chain; None in an empty database. 1 query."""
    return Link.objects.order_by("-seq").first()


def _one(slug: str, number: int) -> RecordArchive:
    call = public_call(slug)
    found = _archives(call).filter(run__number=number).first() if call.status in PUBLIC else None
    if found is None:
        raise NotFound(code="no_record")
    return found


def _archives(call: Call):  # type: ignore[no-untyped-def]
    rows = RecordArchive.objects.filter(run__call=call, run__status__in=DECIDED)
    return (
        rows.select_related("run__previous", "run__frozen_list")
        .defer("run__frozen_list__rules", "run__frozen_list__plots", "run__frozen_list__lines")
        .order_by("-run__number")
    )


def _list(one: FrozenList, draw: Draw | None) -> ListEntry:
    return ListEntry(
        number=one.number,
        frozen_at=one.frozen_at,
        applications=one.applications_count,
        rules_sha256=one.rules_sha256,
        plots_sha256=one.plots_sha256,
        list_sha256=one.list_sha256,
        frozen_sha256=one.frozen_sha256,
        source=one.source,
        event=one.event,
        draw_at=one.draw_at,
        reason=one.reason,
        difference=one.difference,
        draw=_draw(draw) if draw else None,
    )


def _draw(one: Draw) -> DrawEntry:
    return DrawEntry(one.event, one.value_text, one.value_hex, one.seed, one.entered_at, one.confirmed_at)


def _run(one: RecordArchive) -> RunEntry:
    run: Run = one.run
    return RunEntry(
        number=run.number,
        status=run.status,
        list_number=run.frozen_list.number,
        proposed_at=run.proposed_at,
        approved_at=run.approved_at,
        reason=run.reason,
        refusal_reason=run.refusal_reason,
        difference=run.difference,
        manifest_sha256=run.manifest_sha256,
        previous_manifest_sha256=run.previous.manifest_sha256 if run.previous else None,
        files=one.files,
        zip_size=one.size,
        zip_sha256=one.sha256,
        verifier_sha256=one.verifier_sha256,
        verdict=one.verdict,
    )
