"""How fast the plot finder is in the database. Prints one JSON object a line; benchmarks/README.md tells how to read them.

python benchmarks/bench_plots.py              1,000 and 100,000 plots (about three minutes, most of it making them)
python benchmarks/bench_plots.py --explain    the same, and writes the plans to docs/queries.md

The plots are made in a scratch database that is dropped afterwards. Each query is the one the page sends: it is built
by the page's own filter and paging, caught on its way, and run under EXPLAIN (ANALYZE, BUFFERS).
"""

from __future__ import annotations

import argparse
import json
import os
import random  # noqa: TID251  (made-up plots, seeded)
import re
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["PORTAL_DB_ROLE"] = "owner"

SCRATCH = "bench_plots"
SIZES = (1_000, 100_000)
REPEATS = 9
LIMIT_MS = 100
DOCUMENT = ROOT / "docs" / "queries.md"

CASES: dict[str, dict[str, Any]] = {
    "the plain address": {"status": ["AVAILABLE", "IN_CALL"]},
    "everything": {},
    "deep page": {"_skip": 0.9},
    "largest first": {"order": "-area"},
    "area from–to": {"area_min": "500", "area_max": "520", "order": "area"},
    "one county": {"county": "county-7"},
    "one estate": {"estate": "estate-33"},
    "a common trade": {"trade": "trade-1"},
    "a rare trade": {"trade": "trade-24"},
    "free": {"status": ["AVAILABLE"]},
    "in a call": {"status": ["IN_CALL"]},
    "reclaimed, largest first": {"status": ["RECLAIMED"], "order": "-area"},
    "water, power, gas, sewerage": {"utilities": ["INDUSTRIAL_WATER", "POWER", "GAS", "SEWERAGE"]},
    "text: an estate": {"q": "شهرکهای نمونه ۳۳"},
    "text: part of a code": {"q": "B-0009"},
    "text: nothing": {"q": "چنین جایی نیست"},
    "all filters": {
        "q": "شهرک های نمونه",
        "trade": "trade-1",
        "area_min": "400",
        "area_max": "900",
        "county": "county-3",
        "utilities": ["POWER", "GAS"],
        "status": ["AVAILABLE", "IN_CALL"],
        "order": "-area",
    },
    "all filters, nothing fits": {
        "q": "نمونه",
        "trade": "trade-24",
        "area_min": "1999",
        "county": "county-3",
        "status": ["RECLAIMED"],
        "utilities": ["SEWERAGE"],
        "order": "area",
    },
}
"""What people ask for: the query string of /plots/."""


@contextmanager
def scratch() -> Iterator[None]:
    """A migrated database of our own, dropped at the end."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = SCRATCH
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    _server("DROP DATABASE IF EXISTS {name}", "CREATE DATABASE {name}")
    try:
        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            # The plots are made up in bulk: their hundred thousand events would take an hour and say nothing.
            for table in ("county", "estate", "trade", "plot", "plottrade", "plothold"):
                cursor.execute(f"ALTER TABLE estates_{table} DISABLE TRIGGER USER")
        yield
    finally:
        connection.close()
        _server("DROP DATABASE IF EXISTS {name}")


def _server(*statements: str) -> None:
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(name=connection.ops.quote_name(SCRATCH)))


def make_reference() -> tuple[list[Any], list[Any]]:
    """Eight counties with forty estates, and twenty-five trades."""
    from core import clock
    from estates.choices import IndustryGroup
    from estates.models import County, Estate, Trade

    def keyed(row: Any) -> Any:
        row.refresh_keys()
        return row

    counties = County.objects.bulk_create(
        keyed(County(slug=f"county-{n}", name=f"شهرستان {n}", lat=36.5, lon=48.5)) for n in range(8)
    )
    estates = Estate.objects.bulk_create(
        keyed(
            Estate(
                slug=f"estate-{n}",
                name=f"شهرک‌های نمونه {n}",
                kind="INDUSTRIAL_ESTATE",
                county=counties[n % 8],
                updated_at=clock.now(),
            )
        )
        for n in range(40)
    )
    trades = Trade.objects.bulk_create(
        keyed(Trade(code=f"trade-{n}", name=f"رشته {n}", industry_group=IndustryGroup.METAL)) for n in range(25)
    )
    return list(estates), list(trades)


def make_plots(first: int, last: int, estates: list[Any], trades: list[Any]) -> None:
    """Plots `first` to `last`: half of them for two trades, four in ten possessed, one in twenty in a call."""
    from core import clock
    from estates.choices import PLOT_UTILITIES, POSSESSION
    from estates.models import Plot, PlotHold, PlotTrade

    dice, now = random.Random(first), clock.now()
    rectangle = {
        "type": "Polygon",
        "coordinates": [[[48.1, 36.1], [48.2, 36.1], [48.2, 36.2], [48.1, 36.2], [48.1, 36.1]]],
    }
    place = {"min_lon": 48.1, "min_lat": 36.1, "max_lon": 48.2, "max_lat": 36.2, "computed_area_m2": 1000}
    plots = []
    for number in range(first, last):
        plot = Plot(
            code=f"B-{number:06d}",
            estate=dice.choice(estates),
            number=str(number),
            area_m2=dice.randrange(100, 2000),
            front_m=dice.randrange(8, 60),
            utilities=dice.sample([kind.value for kind in PLOT_UTILITIES], dice.randrange(0, 7)),
            is_serviced=dice.random() < 0.8,
            updated_at=now,
            geometry=rectangle,
            **place,
        )
        plot.refresh_keys()
        if dice.random() < 0.5:
            # Trades differ in number as they do in life: the first is common, the last rare.
            plot.trade_ids = sorted({trades[min(24, int(dice.expovariate(0.2)))].pk for _ in range(2)})
        plots.append(plot)
    Plot.objects.bulk_create(plots, batch_size=2000)
    links, holds = [], []
    for plot in plots:
        links += [PlotTrade(plot=plot, trade_id=pk) for pk in plot.trade_ids]
        roll = dice.random()
        kind = dice.choices(POSSESSION, (1, 3, 2, 4, 25, 3, 1))[0] if roll < 0.4 else "IN_CALL" if roll < 0.45 else None
        past = dice.random() < 0.3
        common = {"plot": plot, "holder_type": "bench.holder", "holder_id": "1", "from_at": now}
        if past:
            holds.append(PlotHold(kind="OFFERED", until_at=now, **common))
        if kind:
            holds.append(PlotHold(kind=kind, **common))
    PlotTrade.objects.bulk_create(links, batch_size=5000)
    PlotHold.objects.bulk_create(holds, batch_size=5000)


def settle() -> None:
    """What autovacuum does in a quiet minute."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def queries(case: dict[str, Any]) -> dict[str, str]:
    """The SQL of the page's rows and of its count, as they are sent."""
    from django.db import connection
    from django.http import QueryDict
    from django.test.utils import CaptureQueriesContext

    from core.web import keyset
    from estates import selectors
    from estates.filters import DEFAULT_PLOT_ORDER, PLOT_ORDERS, PlotFilter
    from estates.models import Plot
    from estates.views.plots import COUNTED, PAGE_SIZE

    data = QueryDict(mutable=True)
    for name, value in case.items():
        if not name.startswith("_"):
            data.setlist(name, value if isinstance(value, list) else [value])
    filters = PlotFilter(data, queryset=Plot.objects.public())
    if not filters.is_valid():
        raise SystemExit(f"{case}: {filters.form.errors.as_json()}")
    order = keyset.chosen(PLOT_ORDERS, data.get("order", ""), DEFAULT_PLOT_ORDER)
    cursor = ""
    if "_skip" in case:
        place = int(Plot.objects.count() * case["_skip"])
        row = Plot.objects.order_by(*order.columns())[place]
        cursor = keyset._write(order, row, backwards=False)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        keyset.page(selectors.plots_for_list(filters.qs), order=order, cursor=cursor, size=PAGE_SIZE)
        filters.qs.order_by()[: COUNTED + 1].count()
    sent = [query["sql"] for query in caught if 'FROM "estates_plot"' in query["sql"]]
    return {"rows": sent[0], "count": sent[-1]}


def sorted_by_state() -> float:
    """What the first page would take if free plots were sorted to its top; the page asks for them instead."""
    from django.db import connection
    from django.db.models import Case, Value, When
    from django.test.utils import CaptureQueriesContext

    from estates import selectors
    from estates.filters import FREE_TO_ASK_FOR
    from estates.models import Plot
    from estates.views.plots import PAGE_SIZE

    plots = selectors.plots_for_list(Plot.objects.public())
    ranked = plots.annotate(place=Case(When(status__in=FREE_TO_ASK_FOR, then=Value(0)), default=Value(1)))
    with CaptureQueriesContext(connection) as caught:
        list(ranked.order_by("place", "sort_key", "pk")[: PAGE_SIZE + 1])
    return milliseconds(caught.captured_queries[0]["sql"])


def milliseconds(sql: str) -> float:
    """Median time the database needs to plan and execute the query, warm."""
    from django.db import connection

    taken = []
    with connection.cursor() as cursor:
        for _ in range(REPEATS):
            cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + sql.replace("%", "%%"), [])
            plan = cursor.fetchone()[0][0]
            taken.append(plan["Planning Time"] + plan["Execution Time"])
    return statistics.median(taken)


def plan_of(sql: str) -> str:
    """The plan with what it really did."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + sql.replace("%", "%%"), [])
        return "\n".join(line for (line,) in cursor.fetchall())


def measure(size: int, before: dict[tuple[str, str], float], plans: list[tuple[str, str, str]]) -> bool:
    """Print a line for each case; returns whether all stay below the limit."""
    from estates.models import Plot

    key = Plot.objects.order_by("pk").first().pk  # type: ignore[union-attr]
    floor = milliseconds(f"SELECT * FROM estates_plot WHERE id = {key}")
    fine = True
    for name, case in CASES.items():
        for part, sql in queries(case).items():
            taken = milliseconds(sql)
            line = {
                "bench": "plots",
                "case": name,
                "query": part,
                "plots": size,
                "ms": round(taken, 2),
                "floor_ms": round(floor, 3),
                "times_floor": round(taken / floor, 1),
            }
            if (name, part) in before:
                line["times_1000"] = round(taken / before[name, part], 1)
            before[name, part] = taken
            fine &= taken <= LIMIT_MS
            print(json.dumps(line, ensure_ascii=False), flush=True)
            if size == SIZES[-1] and part == "rows":
                plans.append((name, f"{taken:.1f} ms", plan_of(sql)))
    return fine


def write_document(plans: list[tuple[str, str, str]], by_state: float) -> None:
    """docs/queries.md."""
    parts = [
        "# The plot finder in the database",
        "",
        f"Written by `python benchmarks/bench_plots.py --explain` over {SIZES[-1]:,} made-up plots (40 estates, 40 % possessed,",
        f"5 % in a call, half of them bound to trades). Each plan is of the query that /plots/ sends; the bound is {LIMIT_MS} ms.",
        "The times above the plans are medians of planning and execution, warm; those inside the plans include their own measuring.",
        "",
        "The plain address asks for plots that are free or in a call. Sorting all plots by their state instead, which is worked",
        f"out and not stored, would take {by_state:.0f} ms for its first page.",
        "",
        "| case | time |",
        "|---|---|",
        *(f"| {name} | {taken} |" for name, taken, _plan in plans),
        "",
    ]
    for name, taken, plan in plans:
        parts += [f"## {name} ({taken})", "", "```", plan, "```", ""]
    _plots, *others = re.split(r"(?m)^(?=# )", DOCUMENT.read_text("utf8"))[1:] if DOCUMENT.exists() else [""]
    DOCUMENT.write_text("\n".join(parts) + "\n".join(["", *others]), encoding="utf-8")


def main() -> int:
    """Make the plots, measure, tidy up; exit code 1 when a query takes longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explain", action="store_true", help="write docs/queries.md")
    arguments = parser.parse_args()
    from portal.env import Environment
    from portal.services import using

    with using(database=Environment().embedded_database, redis=False), scratch():
        estates, trades = make_reference()
        before: dict[tuple[str, str], float] = {}
        plans: list[tuple[str, str, str]] = []
        made, fine = 0, True
        for size in SIZES:
            make_plots(made, size, estates, trades)
            made = size
            settle()
            fine &= measure(size, before, plans)
        if arguments.explain:
            write_document(plans, sorted_by_state())
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
