"""The only bridge between rows and the allocation engine: rows → rules, plots, list and draw → outcome → rows.

What goes over is sorted and spelled here, so the bytes do not depend on the order of rows, the time zone, the language or the
machine. `standing` stands beside it for what changes after a run: offers and waiting lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from allocations import engine
from allocations.choices import ApplicationStatus, CallMode
from allocations.engine import draw as engine_draw
from allocations.engine import serial
from allocations.engine.canonical import sha256_hex
from allocations.models import (
    Application,
    ApplicationGroup,
    Call,
    CallPlot,
    Choice,
    CriterionResult,
    Draw,
    FrozenList,
    RedrawOrder,
    Run,
    RunCutoff,
    RunLine,
    RunQueue,
)
from estates.models import PlotTrade

LISTED = {
    CallMode.SCORED: (ApplicationStatus.SCORED,),
    CallMode.LOTTERY: (ApplicationStatus.ELIGIBLE, ApplicationStatus.SCORED),
    CallMode.DIRECT: (ApplicationStatus.ELIGIBLE, ApplicationStatus.SCORED),
    CallMode.AUCTION: (ApplicationStatus.ELIGIBLE, ApplicationStatus.SCORED),
}
"""Which applications stand in the frozen list, by mode, before any run."""
AFTER_A_RUN = (ApplicationStatus.AWARDED, ApplicationStatus.WAITING, ApplicationStatus.NOT_AWARDED)


@dataclass(frozen=True, slots=True)
class Input:
    """What the engine is given: rules, plots, list."""

    rules: engine.Rules
    plots: tuple[engine.Plot, ...]
    applications: tuple[engine.Application, ...]


@dataclass(frozen=True, slots=True)
class FrozenBytes:
    """The three published files as texts, their SHA-256 and `H` (hex)."""

    rules: str
    plots: str
    lines: str
    rules_sha256: str
    plots_sha256: str
    list_sha256: str
    frozen_sha256: str


def moment(at: datetime) -> str:
    """A time as the record writes it: UTC, whole seconds, ``YYYY-MM-DDTHH:MM:SSZ``."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_call(call: Call, *, order: RedrawOrder | None = None) -> Input:
    """Rules, plots and eligible applications of a call as they stand now; `order` names another event for the draw.

    Five queries, whatever the number of applications. Raises EngineRefusal when the values cannot be a frozen list.
    """
    given = Input(rules=read_rules(call, order=order), plots=read_plots(call), applications=read_applications(call))
    engine.ensure_valid(given.rules, given.plots, given.applications)
    return given


def read_rules(call: Call, *, order: RedrawOrder | None = None) -> engine.Rules:
    """The rules as they were published, byte for byte; with the event of `order` when a new draw was ordered."""
    rules = serial.parse_rules(call.rules_json.encode())
    if order is None:
        return rules
    announced_at = order.confirmed_at or order.proposed_at
    return replace(rules, randomness=engine.Randomness(order.source, order.event, moment(announced_at)))


def read_plots(call: Call) -> tuple[engine.Plot, ...]:
    """The plots of a call, sorted by code; area in whole square metres, rounded down."""
    rows = list(CallPlot.objects.filter(call=call).select_related("plot", "reserved_for"))
    trades: dict[int, list[str]] = defaultdict(list)
    pairs = PlotTrade.objects.filter(plot__in=[row.plot_id for row in rows])
    for plot_id, code in pairs.values_list("plot_id", "trade__code"):
        trades[plot_id].append(code)
    plots = (
        engine.Plot(
            plot=row.plot.code,
            area_m2=row.plot.area_whole_m2,
            trades=tuple(sorted(trades[row.plot_id])),
            reserved_for=row.reserved_for.code if row.reserved_for else None,
        )
        for row in rows
    )
    return tuple(sorted(plots, key=lambda plot: plot.plot))


def read_applications(call: Call) -> tuple[engine.Application, ...]:
    """The lines of the list, sorted by opaque id, without names."""
    rows = listed(call)
    groups = _collect(
        ApplicationGroup.objects.filter(application__call=call, accepted=True)
        .order_by("group__code")
        .values_list("application_id", "group__code")
    )
    choices = _collect(
        Choice.objects.filter(application__call=call)
        .order_by("application_id", "position")
        .values_list("application_id", "call_plot__plot__code")
    )
    points: dict[int, dict[str, int]] = defaultdict(dict)
    results = CriterionResult.objects.filter(application__call=call)
    for application, code, value in results.values_list("application_id", "criterion__code", "points"):
        points[application][code] = value
    lines = (_line(call, row, groups[row.pk], points[row.pk], choices[row.pk]) for row in rows)
    return tuple(sorted(lines, key=lambda one: one.application))


def listed(call: Call) -> list[Application]:
    """The applications that stand in the list now, those of an earlier run's outcome included."""
    states = (*LISTED[CallMode(call.mode)], *AFTER_A_RUN)
    return list(Application.objects.filter(call=call, status__in=states).select_related("trade").order_by("pk"))


def freeze(given: Input) -> FrozenBytes:
    """The bytes that are published before the draw, and what binds them."""
    files = engine.frozen_files(given.rules, given.plots, given.applications)
    rules, plots, lines = (files[name] for name in engine_draw.FROZEN_FILES)
    digests = [sha256_hex(data) for data in (rules, plots, lines)]
    return FrozenBytes(
        rules=rules.decode(),
        plots=plots.decode(),
        lines=lines.decode(),
        rules_sha256=digests[0],
        plots_sha256=digests[1],
        list_sha256=digests[2],
        frozen_sha256=engine_draw.list_hash(*digests),
    )


def read_frozen(frozen: FrozenList) -> Input:
    """What was frozen, read back from its bytes and from nothing else."""
    files = frozen.files
    return Input(
        rules=serial.parse_rules(files["rules.json"]),
        plots=serial.parse_plots(files["plots.jsonl"]),
        applications=serial.parse_applications(files["applications.jsonl"]),
    )


def seed_of(frozen: FrozenList, value: bytes) -> str:
    """The seed (hex) that `value` and the frozen list make together."""
    rules = serial.parse_rules(frozen.rules.encode())
    return engine_draw.seed(value, rules.call, frozen.frozen_sha256).hex()


def read_draw(draw: Draw) -> engine.Draw:
    """The draw as the record states it."""
    return engine.Draw(value=draw.value_hex, seed=draw.seed, entered_at=moment(draw.entered_at))


def write_outcome(run: Run, outcome: engine.Outcome) -> None:
    """Store lines, waiting lists and cut-offs of a run, in bulk."""
    rows = Application.objects.filter(call=run.call, opaque_id__isnull=False)
    ids = {str(name): pk for name, pk in rows.values_list("opaque_id", "pk")}
    plots = dict(CallPlot.objects.filter(call=run.call).values_list("plot__code", "pk"))
    RunLine.objects.bulk_create(_run_lines(run, outcome.results, ids, plots), batch_size=2000)
    RunQueue.objects.bulk_create(_run_queues(run, outcome.waiting, ids, plots), batch_size=2000)
    RunCutoff.objects.bulk_create(_run_cutoffs(run, outcome.cutoffs, ids, plots), batch_size=2000)


def _run_lines(
    run: Run, results: Sequence[engine.ResultLine], ids: Mapping[str, int], plots: Mapping[str, int]
) -> list[RunLine]:
    return [
        RunLine(
            run=run,
            application_id=ids[line.application],
            draw_number=line.draw_number,
            call_plot_id=plots[line.plot] if line.plot else None,
            choice=line.choice,
        )
        for line in results
    ]


def _run_queues(
    run: Run, waiting: Sequence[engine.QueueLine], ids: Mapping[str, int], plots: Mapping[str, int]
) -> list[RunQueue]:
    return [
        RunQueue(run=run, call_plot_id=plots[line.plot], application_id=ids[one], position=position)
        for line in waiting
        for position, one in enumerate(line.queue, start=1)
    ]


def _run_cutoffs(
    run: Run, cutoffs: Sequence[engine.CutoffLine], ids: Mapping[str, int], plots: Mapping[str, int]
) -> list[RunCutoff]:
    return [
        RunCutoff(
            run=run,
            call_plot_id=plots[line.plot],
            holder_id=ids[line.holder] if line.holder else None,
            tier=line.tier,
            score=line.score,
            draw_number=line.draw_number,
            applicants=line.applicants,
        )
        for line in cutoffs
    ]


def _line(
    call: Call, row: Application, groups: list[str], points: dict[str, int], choices: list[str]
) -> engine.Application:
    return engine.Application(
        application=row.opaque_id or "",
        trade=row.trade.code if row.trade else "",
        groups=tuple(sorted(groups)),
        points=dict(sorted(points.items())),
        score=(row.score or 0) if call.mode == CallMode.SCORED else 0,
        submitted_at=moment(row.first_submitted_at) if row.first_submitted_at else "",
        amount=row.amount if call.mode == CallMode.AUCTION else None,
        choices=tuple(choices),
    )


def _collect(pairs: object) -> defaultdict[int, list[str]]:
    """(key, value) pairs as lists by key, in their order."""
    lists: defaultdict[int, list[str]] = defaultdict(list)
    for key, value in pairs:  # type: ignore[attr-defined]
        lists[key].append(value)
    return lists
