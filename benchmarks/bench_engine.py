"""How fast the allocation engine is. Prints one JSON object a line; benchmarks/README.md tells how to read them.

python benchmarks/bench_engine.py            all of it (about two minutes on two cores)
python benchmarks/bench_engine.py --quick    at most 100,000 people
"""

from __future__ import annotations

import argparse
import base64
import gc
import json
import math
import platform
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from allocations.engine import Application, Criterion, Mode, Plot, Randomness, Rules, draw_numbers, make_draw, run
from allocations.engine.arrays import Market, market
from allocations.engine.draw import frozen_hash
from allocations.engine.matching_fast import solve
from allocations.engine.matching_reference import match
from allocations.engine.priority import is_eligible, priority
from allocations.engine.run import allocate

TRADES, GROUPS, CHOICES, REPEATS = 5, 3, 10, 5
MOMENT = "2026-11-20T08:00:00Z"


def best_of(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The shortest of a few runs, in seconds: what the work costs when nothing else disturbs it."""
    taken = []
    for _ in range(repeats):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def random_market(people: int, plots: int, plain: bool = False) -> Market:
    """A scored call: two keys and the draw number, ten choices each, ten people for each plot.

    One plot in ten is reserved for one of three groups of a fifth of the people each, and a plot refuses
    one trade in five; a plain market has neither.
    """
    rng = np.random.default_rng(people)
    choices = rng.integers(0, plots, (people, CHOICES), dtype=np.int32)
    while True:
        ordered = np.sort(choices, axis=1)
        twice = np.flatnonzero((ordered[:, 1:] == ordered[:, :-1]).any(axis=1))
        if not len(twice):
            break
        choices[twice] = rng.integers(0, plots, (len(twice), CHOICES))
    reserved = rng.integers(1, GROUPS + 1, plots) * (rng.random(plots) < 0.1) * (not plain)
    return Market(
        keys=(-rng.integers(0, 10_001, people), -rng.integers(0, 10_001, people)),
        draw_number=rng.permutation(people) + 1,
        trade=rng.integers(0, TRADES, people).astype(np.int32),
        member=np.concatenate([np.ones((people, 1), bool), rng.random((people, GROUPS)) < 0.2], axis=1),
        choice_start=np.arange(0, people * CHOICES + 1, CHOICES),
        choice_plot=choices.ravel(),
        welcome=rng.random((plots, TRADES)) < (1.0 if plain else 0.8),
        reserved_for=reserved.astype(np.int32),
    )


def as_values(arrays: Market) -> tuple[Rules, list[Plot], list[Application]]:
    """The same market as the engine's values: what a run starts from."""
    rules = Rules(
        call="bench-1405",
        title="benchmark",
        mode=Mode.SCORED,
        criteria=(Criterion("experience", 60, 10000), Criterion("jobs", 40, 10000)),
        groups=tuple(f"g{number}" for number in range(1, GROUPS + 1)),
        tie_break=("experience",),
        randomness=Randomness("benchmark", "benchmark", MOMENT),
    )
    plots = [
        Plot(
            f"Z-{place:07d}",
            40,
            trades=() if welcome.all() else tuple(f"t{trade}" for trade in np.flatnonzero(welcome).tolist()),
            reserved_for=f"g{group}" if group else None,
        )
        for place, (welcome, group) in enumerate(zip(arrays.welcome, arrays.reserved_for.tolist(), strict=True))
    ]
    codes = [plot.plot for plot in plots]
    people = []
    for place, wanted in enumerate(arrays.choice_plot.reshape(-1, CHOICES).tolist()):
        experience, jobs = int(-arrays.keys[0][place]), int(-arrays.keys[1][place])
        people.append(
            Application(
                application=base64.b32encode(place.to_bytes(16, "big")).decode().lower()[:26],
                trade=f"t{arrays.trade[place]}",
                groups=tuple(f"g{group}" for group in np.flatnonzero(arrays.member[place, 1:]) + 1),
                points={"experience": experience, "jobs": jobs},
                score=(60 * experience + 40 * jobs) // 100,
                submitted_at=MOMENT,
                amount=None,
                choices=tuple(codes[code] for code in wanted),
            )
        )
    return rules, plots, people


def say(**facts: object) -> None:
    print(json.dumps({name: round(v, 4) if isinstance(v, float) else v for name, v in facts.items()}), flush=True)


def core(sizes: list[int]) -> None:
    """The whole fast engine on arrays (order, matching, queues, cut-offs) against one lexsort of the people."""
    for plain in (False, True):
        took = []
        for people in sizes:
            arrays = random_market(people, people // 10, plain)
            keys = (arrays.draw_number, *reversed(arrays.keys))
            sort, two_keys = best_of(lambda k=keys: np.lexsort(k)), best_of(lambda k=keys: np.lexsort(k[:2]))
            took.append(best_of(lambda a=arrays: solve(a)))
            say(
                bench="core" if not plain else "core, nothing reserved, any trade",
                people=people,
                plots=people // 10,
                choices=CHOICES,
                seconds=took[-1],
                lexsort_3_keys=sort,
                lexsort_2_keys=two_keys,
                ratio=took[-1] / sort,
                ratio_2_keys=took[-1] / two_keys,
            )
        if len(sizes) > 1:
            exponent = math.log(took[-1] / took[0]) / math.log(sizes[-1] / sizes[0])
            say(bench="growth", plain=plain, sizes=[sizes[0], sizes[-1]], exponent=exponent)


def draw(people: int) -> None:
    """Draw numbers: one HMAC-SHA256 each and a sort. Stated apart from everything else."""
    names = [base64.b32encode(place.to_bytes(16, "big")).decode().lower()[:26] for place in range(people)]
    taken = best_of(lambda: draw_numbers(b"s" * 32, names), 3)
    say(bench="draw numbers (HMAC)", people=people, seconds=taken, microseconds_each=taken / people * 1e6)


def from_values(people: int) -> None:
    """The fast path from dataclasses to dataclasses, and a whole run with checks, hashes and all files."""
    rules, plots, applications = as_values(random_market(people, people // 10))
    numbers = draw_numbers(b"s" * 32, [one.application for one in applications])
    frozen = frozen_hash(rules, plots, applications)
    made = make_draw(b"value", call=rules.call, frozen=frozen, entered_at=MOMENT)
    say(
        bench="values",
        people=people,
        plots=people // 10,
        into_arrays=best_of(lambda: market(rules, plots, applications, numbers), 2),
        fast=best_of(lambda: allocate(rules, plots, applications, numbers, "fast"), 2),
        reference=best_of(lambda: allocate(rules, plots, applications, numbers, "reference"), 2),
        whole_run_with_record=best_of(lambda: run(rules, plots, applications, made, 1), 1),
    )


def against_library(people: int = 1000, plots: int = 100) -> None:
    """The package `matching` on the same market, its recursion limit raised; preferences are made beforehand."""
    from matching.games import HospitalResident

    rules, lots, applications = as_values(random_market(people, plots))
    numbers = draw_numbers(b"s" * 32, [one.application for one in applications])
    by_code = {plot.plot: plot for plot in lots}
    wishes = {
        one.application: [code for code in one.choices if is_eligible(one, by_code[code])] for one in applications
    }
    asked: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    for one in applications:
        for code in wishes[one.application]:
            rank = priority(rules, by_code[code], one, numbers[one.application])
            asked.setdefault(code, []).append((rank, one.application))
    residents = {name: codes for name, codes in wishes.items() if codes}
    hospitals = {code: [name for _, name in sorted(queue)] for code, queue in asked.items()}
    found: dict[str, str] = {}

    def library() -> None:
        game = HospitalResident.create_from_dictionaries(residents, hospitals, dict.fromkeys(hospitals, 1))
        solved = game.solve(optimal="resident")
        found.update({person.name: plot.name for plot, who in solved.items() for person in who})

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = best_of(library, 2)
    sys.setrecursionlimit(limit)
    say(
        bench="library matching",
        people=people,
        plots=plots,
        library=theirs,
        fast=(fast := best_of(lambda: allocate(rules, lots, applications, numbers, "fast"))),
        reference=(plain := best_of(lambda: match(rules, lots, applications, numbers))),
        times_faster_fast=theirs / fast,
        times_faster_reference=theirs / plain,
        same_result=found == match(rules, lots, applications, numbers),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="at most 100,000 people")
    quick = parser.parse_args().quick
    say(python=platform.python_version(), numpy=np.__version__, machine=platform.machine())
    core([10_000, 100_000] if quick else [100_000, 1_000_000])
    draw(100_000 if quick else 1_000_000)
    from_values(10_000 if quick else 100_000)
    against_library()
    say(peak_memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_STACK, (512 * 2**20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
    main()
