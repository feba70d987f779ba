"""One door to the whole procedure: rules, plots, frozen list and draw in, one outcome with its record out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allocations.engine import draw as drawing
from allocations.engine import serial
from allocations.engine.canonical import sha256_hex
from allocations.engine.cutoffs import cutoff_lines
from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.matching_reference import match
from allocations.engine.validation import SHA256_HEX, ensure_valid
from allocations.engine.values import (
    Application,
    CutoffLine,
    Draw,
    Manifest,
    Outcome,
    Plot,
    QueueLine,
    ResultLine,
    Rules,
)
from allocations.engine.waiting import waiting_lists

Path = Literal["fast", "reference"]


@dataclass(frozen=True, slots=True)
class Allocation:
    """What the matching alone decides, before it is put into files: sorted like the record."""

    results: tuple[ResultLine, ...]
    waiting: tuple[QueueLine, ...]
    cutoffs: tuple[CutoffLine, ...]


def run(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    draw: Draw,
    run_number: int,
    previous: str | None = None,
    path: Path = "fast",
) -> Outcome:
    """Allocate and write the record.

    `run_number` counts the runs of the call from 1; `previous` is the SHA-256 (hex) of the manifest of the
    run before, None for the first. Both paths give the same bytes; "reference" needs no NumPy.
    Raises EngineRefusal when anything given is not valid or the seed does not follow from list and value.
    """
    ensure_valid(rules, plots, applications, draw)
    _ensure_numbered(run_number, previous)
    plots = tuple(sorted(plots, key=lambda plot: plot.plot))
    applications = tuple(sorted(applications, key=lambda one: one.application))
    files = drawing.frozen_files(rules, plots, applications)
    frozen = drawing.list_hash(*(sha256_hex(files[name]) for name in drawing.FROZEN_FILES))
    seed = drawing.seed(bytes.fromhex(draw.value), rules.call, frozen)
    if seed.hex() != draw.seed:
        raise EngineRefusal(Problem("WRONG_SEED", "draw", {"given": draw.seed, "computed": seed.hex()}))
    numbers = drawing.draw_numbers(seed, [one.application for one in applications])
    made = allocate(rules, plots, applications, numbers, path)
    files |= {
        "draw.json": serial.draw_json(draw),
        "result.jsonl": serial.result_jsonl(made.results),
        "waiting.jsonl": serial.waiting_jsonl(made.waiting),
        "cutoffs.jsonl": serial.cutoffs_jsonl(made.cutoffs),
    }
    hashes = {name: sha256_hex(data) for name, data in files.items()}
    manifest = Manifest(call=rules.call, run=run_number, previous=previous, files=hashes)
    files["manifest.json"] = serial.manifest_json(manifest)
    return Outcome(
        rules=rules,
        plots=plots,
        applications=applications,
        draw=draw,
        results=made.results,
        waiting=made.waiting,
        cutoffs=made.cutoffs,
        manifest=manifest,
        files=files,
    )


def allocate(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
    path: Path = "fast",
) -> Allocation:
    """The matching with its waiting lists and cut-offs, from given draw numbers; nothing is checked."""
    if path == "fast":
        # NumPy is loaded only by those who take the fast path.
        from allocations.engine.fast_allocation import allocate_fast

        return Allocation(*allocate_fast(rules, plots, applications, numbers))
    if path != "reference":
        raise EngineRefusal(Problem("BAD_PATH", "run", {"path": path}))
    held = match(rules, plots, applications, numbers)
    return Allocation(
        results=tuple(
            result_line(one, numbers[one.application], held.get(one.application))
            for one in sorted(applications, key=lambda one: one.application)
        ),
        waiting=waiting_lists(rules, plots, applications, numbers, held),
        cutoffs=cutoff_lines(plots, applications, numbers, held),
    )


def result_line(one: Application, number: int, plot: str | None) -> ResultLine:
    """The line of one application that got `plot` (None when it got nothing)."""
    return ResultLine(one.application, number, plot, one.choices.index(plot) + 1 if plot else None)


def _ensure_numbered(run_number: int, previous: str | None) -> None:
    if isinstance(run_number, bool) or not isinstance(run_number, int) or run_number < 1:
        raise EngineRefusal(Problem("BAD_RUN_NUMBER", "run", {"run": run_number}))
    if previous is not None and (run_number == 1 or not SHA256_HEX.fullmatch(previous)):
        raise EngineRefusal(Problem("BAD_PREVIOUS", "run", {"run": run_number, "previous": previous}))
