"""The only bridge between rows of exhibitions and the allocation engine.

A booth is a plot of the engine, a request an application of the trade "exhibitor". Points are hundredths there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from allocations import engine
from allocations.engine import draw as engine_draw
from allocations.engine import serial
from allocations.engine import verify as verifier_module
from allocations.engine.canonical import sha256_hex
from programs.exhibitions.choices import RequestStatus
from programs.exhibitions.models import BoothChoice, BoothDraw, BoothRequest, Exhibition, FrozenRequests, RequestPoints

TRADE = "exhibitor"
VERIFIER = Path(verifier_module.__file__ or "")
"""The file that is published beside each record: the same that checks the records of plots."""


@dataclass(frozen=True, slots=True)
class Input:
    """What the engine is given."""

    rules: engine.Rules
    booths: tuple[engine.Plot, ...]
    requests: tuple[engine.Application, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """The three files that are published before the draw."""
        return engine.frozen_files(self.rules, self.booths, self.requests)

    @property
    def digest(self) -> str:
        """`H` over the three (hex)."""
        return engine.frozen_hash(self.rules, self.booths, self.requests)


def moment(at: datetime) -> str:
    """A time as the record writes it: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(exhibition: Exhibition) -> Input:
    """The exhibition as its tables are now. Five queries. Raises EngineRefusal when it cannot be a frozen list."""
    criteria = list(exhibition.criteria.order_by("position"))
    rules = engine.Rules(
        call=exhibition.slug,
        title=exhibition.name,
        mode=engine.Mode(exhibition.mode),
        criteria=tuple(engine.Criterion(one.code, one.weight, one.max_points * 100) for one in criteria),
        groups=(),
        tie_break=tuple(one.code for one in criteria),
        randomness=engine.Randomness(
            exhibition.randomness_source,
            exhibition.randomness_event,
            moment(exhibition.announced_at or exhibition.created_at),
        ),
    )
    booths = tuple(
        sorted(
            (engine.Plot(plot=one.code, area_m2=one.area_m2) for one in exhibition.booths.all()),
            key=lambda plot: plot.plot,
        )
    )
    given = Input(rules, booths, _requests(exhibition, rules))
    engine.ensure_valid(given.rules, given.booths, given.requests)
    return given


def read_frozen(frozen: FrozenRequests) -> Input:
    """What was frozen, read back from its bytes and from nothing else."""
    return Input(
        serial.parse_rules(frozen.rules.encode()),
        serial.parse_plots(frozen.booths.encode()),
        serial.parse_applications(frozen.lines.encode()),
    )


def seed_of(frozen: FrozenRequests, value: bytes) -> str:
    """The seed (hex) that the event's bytes and the frozen list make together."""
    rules = serial.parse_rules(frozen.rules.encode())
    return engine_draw.seed(value, rules.call, frozen.frozen_sha256).hex()


def read_draw(draw: BoothDraw) -> engine.Draw:
    """The draw as the record states it."""
    return engine.Draw(value=draw.value_hex, seed=draw.seed, entered_at=moment(draw.entered_at))


def digest_of(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256_hex(data)


def _requests(exhibition: Exhibition, rules: engine.Rules) -> tuple[engine.Application, ...]:
    """The lines of the list, without names, sorted by opaque id. A firm that got its result already keeps its line."""
    rows = BoothRequest.objects.filter(exhibition=exhibition).exclude(status=RequestStatus.WITHDRAWN).order_by("pk")
    liked: dict[int, list[str]] = defaultdict(list)
    choices = BoothChoice.objects.filter(request__exhibition=exhibition).order_by("request_id", "position")
    for request, booth in choices.values_list("request_id", "booth__code"):
        liked[request].append(booth)
    points: dict[int, dict[str, int]] = defaultdict(dict)
    given = RequestPoints.objects.filter(request__exhibition=exhibition)
    for request, code, value in given.values_list("request_id", "criterion__code", "points"):
        points[request][code] = value * 100
    lines = (
        engine.Application(
            application=row.opaque_id,
            trade=TRADE,
            groups=(),
            points=dict(sorted(points[row.pk].items())),
            score=engine.score_for(rules, points[row.pk]) if rules.mode == engine.Mode.SCORED else 0,
            submitted_at=moment(row.submitted_at),
            amount=None,
            choices=tuple(liked[row.pk]),
        )
        for row in rows
    )
    return tuple(sorted(lines, key=lambda one: one.application))
