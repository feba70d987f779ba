"""How fast a unit is put beside its cohort. Prints one JSON object a line; benchmarks/README.md tells how to read them.

python benchmarks/bench_clinic.py    1,000 and 10,000 units with a year of readings (about two minutes)

The units are made up in a scratch database that is dropped afterwards. `one cohort` is the worst case: the whole register has
one trade and size. `spread` has twenty-five trades and three sizes, as in life. Besides, the daily list of early warning is
worked out once over all units.
"""

from __future__ import annotations

import json
import os
import random  # noqa: TID251  (made-up units, seeded)
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["PORTAL_DB_ROLE"] = "owner"

import bench_plots  # noqa: E402

SIZES = (1_000, 10_000)
READINGS, REPEATS = 12, 9
LIMIT_MS = 100
TABLES = ("industrialunit", "unitreading", "warningentry")


def make_units(size: int, trades: list[Any], county: Any) -> None:
    """So many units of twenty-five trades in turn, each with a year of readings."""
    from clinic.units.models import IndustrialUnit, UnitReading
    from core import clock
    from core.persian.calendar import tehran_date

    dice, now = random.Random(1), clock.now()
    today = tehran_date(now)
    made = []
    for number in range(size):
        unit = IndustrialUnit(
            code=f"U-{number:05d}", name=f"واحد نمونه {number}", trade=trades[number % 25], county=county, place="بازار",
            licensed_staff=dice.choice((5, 20, 80)), created_at=now - timedelta(days=400), updated_at=now,
        )  # fmt: skip
        unit.refresh_keys()
        made.append(unit)
    IndustrialUnit.objects.bulk_create(made, batch_size=2000)
    rows = []
    for unit in made:
        capacity = dice.randrange(10, 100)
        for month in range(READINGS):
            capacity = max(0, min(140, capacity + dice.randrange(-12, 13)))
            rows.append(
                UnitReading(
                    unit=unit, measured_on=today - timedelta(days=30 * month), actual_capacity_percent=Decimal(capacity),
                    staff=capacity // 2, insured_staff=capacity // 3, sales_rials=capacity * 10**8,
                    power_kwh=capacity * 900, arrears_bank=(100 - min(100, capacity)) * 10**7, source="IMPORT",
                    entered_at=now,
                )
            )  # fmt: skip
    UnitReading.objects.bulk_create(rows, batch_size=5000)


def settle(size: int, *, one_cohort: bool, trades: list[Any]) -> None:
    """Let the first `size` units stand on the register, with their newest readings; for the worst case of one trade and size."""
    from django.db import connection

    from clinic.units.models import IndustrialUnit
    from core import clock

    units = IndustrialUnit.objects.all()
    units.update(struck_off_on=None, struck_off_reason="")
    units.filter(code__gte=f"U-{size:05d}").update(struck_off_on=clock.today(), struck_off_reason="bench")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE units_industrialunit u SET latest_reading_id = r.id FROM units_unitreading r"
            " WHERE r.unit_id = u.id AND r.measured_on = (SELECT max(measured_on) FROM units_unitreading)"
        )
    if one_cohort:
        units.update(trade=trades[0], licensed_staff=20)
    bench_plots.settle()


def median_ms(act: Callable[[], Any]) -> float:
    """Median time of the whole call, in Python and in the database, warm."""
    taken = []
    for _ in range(REPEATS + 1):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[1:])


def measure(case: str, size: int, before: dict[str, float]) -> bool:
    """Print a line; returns whether the cohort is found within the limit."""
    from django.db import connection

    from clinic.units.models import IndustrialUnit
    from clinic.units.selectors.cohort import cohort

    unit = IndustrialUnit.objects.filter(licensed_staff=20).order_by("pk").first()
    found = cohort(unit)
    taken = median_ms(lambda: cohort(unit))
    with connection.cursor() as cursor:
        floor = median_ms(lambda: (cursor.execute("SELECT 1"), cursor.fetchone()))
    line = {
        "bench": "cohort",
        "case": case,
        "units": size,
        "of_the_cohort": found.units,
        "ms": round(taken, 2),
        "floor_ms": round(floor, 3),
    }
    if case in before:
        line["times_1000"] = round(taken / before[case], 1)
    before[case] = taken
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return taken <= LIMIT_MS


def warn(size: int) -> None:
    """Print how long the daily list takes."""
    from clinic.units.services import warnings
    from core import clock

    begun = time.perf_counter()
    done = warnings.recompute(now=clock.now())
    line = {"bench": "early warning", "units": size, "readings": size * READINGS, "new": done["new"]}
    print(json.dumps({**line, "seconds": round(time.perf_counter() - begun, 1)}), flush=True)


def main() -> int:
    """Make the units, measure, tidy up; exit code 1 when a cohort takes longer than the limit."""
    from portal.env import Environment
    from portal.services import using

    bench_plots.SCRATCH = "bench_clinic"
    before: dict[str, float] = {}
    fine = True
    with using(database=Environment().embedded_database, redis=False), bench_plots.scratch():
        from django.db import connection

        with connection.cursor() as cursor:
            for table in TABLES:
                # The units are made up in bulk: their events would take an hour and say nothing.
                cursor.execute(f"ALTER TABLE units_{table} DISABLE TRIGGER USER")
        estates, trades = bench_plots.make_reference()
        make_units(SIZES[-1], trades, estates[0].county)
        for case in ("spread", "one cohort"):
            for size in SIZES:
                settle(size, one_cohort=case == "one cohort", trades=trades)
                fine &= measure(case, size, before)
        warn(SIZES[-1])
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
