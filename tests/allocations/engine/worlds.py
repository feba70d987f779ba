"""Calls to try the engine on: one worked out by hand, and as many random ones as a test asks for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from allocations.engine import (
    Application,
    Criterion,
    Draw,
    Mode,
    Outcome,
    Plot,
    Randomness,
    Rules,
    frozen_hash,
    make_draw,
    run,
    score_for,
)
from allocations.engine.run import Path

RANDOMNESS = Randomness("tehran-stock-exchange", "closing index of 1405-09-10", "2026-11-20T08:00:00Z")
ENTERED = "2026-12-01T10:00:00Z"
CRITERIA = (Criterion("experience", 60, 10000), Criterion("jobs", 40, 10000))
TRADES = ("copper", "filigree", "knife")
GROUPS = ("veterans", "women")


@dataclass(frozen=True)
class World:
    """All that goes into a run."""

    rules: Rules
    plots: tuple[Plot, ...]
    applications: tuple[Application, ...]
    value: bytes = b"2,345,678.9"

    def draw(self) -> Draw:
        frozen = frozen_hash(self.rules, self.plots, self.applications)
        return make_draw(self.value, call=self.rules.call, frozen=frozen, entered_at=ENTERED)

    def run(self, path: Path = "reference", run_number: int = 1, previous: str | None = None) -> Outcome:
        return run(self.rules, self.plots, self.applications, self.draw(), run_number, previous, path)


def rules(mode: Mode = Mode.SCORED, **changes: object) -> Rules:
    scored = mode == Mode.SCORED
    base = Rules(
        call="zarifan-1405",
        title="فراخوان شهرک ظریفان",
        mode=mode,
        criteria=CRITERIA if scored else (),
        groups=GROUPS,
        tie_break=("experience",) if scored else (),
        randomness=RANDOMNESS,
    )
    return replace(base, **changes)


def application(
    rules: Rules,
    name: str,
    choices: Sequence[str],
    points: tuple[int, int] = (0, 0),
    trade: str = "copper",
    groups: Sequence[str] = (),
    submitted_at: str = "2026-11-01T08:00:00Z",
    amount: int | None = None,
) -> Application:
    given = dict(zip(("experience", "jobs"), points, strict=True)) if rules.criteria else {}
    return Application(
        application=name,
        trade=trade,
        groups=tuple(groups),
        points=given,
        score=score_for(rules, given),
        submitted_at=submitted_at,
        amount=amount,
        choices=tuple(choices),
    )


def name(number: int) -> str:
    """An application id as the portal draws them, but always the same for one number."""
    return base64.b32encode(hashlib.sha256(b"%d" % number).digest()[:17]).decode().lower()[:26]


A, B, C, D, E = (sign * 26 for sign in "abcde")


def golden() -> World:
    """The worked example of docs/allocation.md."""
    scored = rules(call="example-1405", title="نمونه")
    plots = (
        Plot("Z-01", 48),
        Plot("Z-02", 36, trades=("knife", "copper")),
        Plot("Z-03", 36, reserved_for="veterans"),
    )
    applications = (
        application(scored, A, ["Z-01", "Z-02"], (8000, 5000)),
        application(scored, B, ["Z-01", "Z-02", "Z-03"], (7000, 6500), trade="knife"),
        application(scored, C, ["Z-02", "Z-01", "Z-03"], (9000, 7000), trade="filigree"),
        application(scored, D, ["Z-03"], (4000, 4000), trade="knife", groups=["veterans"]),
        application(scored, E, ["Z-02"], (8000, 5000)),
    )
    return World(scored, plots, applications)


@st.composite
def worlds(draw: st.DrawFn, modes: Sequence[Mode] = tuple(Mode), people: int = 12, most_plots: int = 8) -> World:
    """Any small call: reserves, trades, many ties, empty lists, plots nobody wants, more plots than people."""
    chosen = rules(draw(st.sampled_from(modes)))
    codes = [f"Z-{number:02d}" for number in range(draw(st.integers(0, most_plots)))]
    plots = tuple(
        Plot(
            code,
            draw(st.integers(20, 60)),
            trades=tuple(draw(st.lists(st.sampled_from(TRADES), unique=True, max_size=2))),
            reserved_for=draw(st.sampled_from([None, None, *GROUPS])),
        )
        for code in codes
    )
    few = st.sampled_from([0, 4999, 5000, 10000])
    applications = []
    for number in range(draw(st.integers(0, people))):
        listed = draw(st.permutations(codes)) if codes else []
        applications.append(
            application(
                chosen,
                name(number),
                listed[: draw(st.integers(0, len(listed)))],
                (draw(few), draw(few)),
                trade=draw(st.sampled_from(TRADES)),
                groups=draw(st.lists(st.sampled_from(GROUPS), unique=True)),
                submitted_at=f"2026-11-0{draw(st.integers(1, 3))}T08:00:00Z",
                amount=draw(st.integers(0, 3)) * 10**12 if chosen.mode == Mode.AUCTION else None,
            )
        )
    return World(chosen, plots, tuple(applications), draw(st.binary(min_size=1, max_size=8)))


def large_world(seed: int, people: int, plots: int, longest: int = 10, mode: Mode = Mode.SCORED) -> World:
    """A random call of some size, always the same for one seed."""
    rng = np.random.default_rng(seed)
    chosen = rules(mode)
    made = tuple(
        Plot(
            f"Z-{number:05d}",
            40,
            trades=tuple(t for t in TRADES if rng.random() < 0.3),
            reserved_for=GROUPS[rng.integers(2)] if rng.random() < 0.2 else None,
        )
        for number in range(plots)
    )
    applications = []
    for number in range(people):
        listed = rng.choice(plots, size=rng.integers(0, min(longest, plots) + 1), replace=False)
        applications.append(
            application(
                chosen,
                name(number),
                [made[place].plot for place in listed],
                (int(rng.integers(0, 30)) * 100, int(rng.integers(0, 30)) * 100),
                trade=TRADES[rng.integers(3)],
                groups=[group for group in GROUPS if rng.random() < 0.2],
                submitted_at=f"2026-11-01T08:00:{rng.integers(10, 60)}Z",
                amount=int(rng.integers(0, 50)) * 10**9 if mode == Mode.AUCTION else None,
            )
        )
    return World(chosen, made, tuple(applications), b"%d" % seed)
