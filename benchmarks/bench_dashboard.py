"""How long the company's page keeps the database busy. Prints one JSON object a line; benchmarks/README.md tells how to read them.

python benchmarks/bench_dashboard.py              1,000 and 100,000 applications, ten programmes with five years of readings
python benchmarks/bench_dashboard.py --explain    the same, and writes the plans into docs/queries.md

Everything is made up in a scratch database that is dropped afterwards. The page is fetched through the test client; its
queries are caught on their way and run again under EXPLAIN (ANALYZE). Making the figures ready is measured apart.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random  # noqa: TID251  (made-up applications, seeded)
import re
import statistics
import sys
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["PORTAL_DB_ROLE"] = "owner"

import bench_plots  # noqa: E402

SIZES = (1_000, 100_000)
APPLICANTS, PROGRAMMES, YEARS, REPEATS = 500, 10, 5, 9
PLOTS_EACH = 1_000
"""Plots on the plan of each of the forty estates."""
LIMIT_MS, LIMIT_QUERIES = 150, 12
FIRST_CODE = 10**7
"""Far from the codes of the few applications that were walked through the services."""
HEADING = "# The company's page in the database"
LETTERS, BASE32 = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz234567"


def coded(number: int, letters: str, length: int) -> str:
    """A number in these letters."""
    found = ""
    for _place in range(length):
        number, rest = divmod(number, len(letters))
        found = letters[rest] + found
    return found


def quiet(table: str) -> None:
    """No events and no rules for rows that are made up in bulk: they would take an hour and say nothing."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {connection.ops.quote_name(table)} DISABLE TRIGGER USER")


def make_applications(first: int, last: int, world: Any, people: list[Any], trades: list[Any]) -> None:
    """Applications `first` to `last`: each person in one call after another, waiting and decided as in life."""
    from allocations.choices import ApplicationStatus
    from allocations.models import Application, Call

    dice = random.Random(first)
    number = Call.objects.count()
    while number * len(people) < last:
        call = Call.objects.get(pk=world.call.pk)
        call.pk, call.slug, number = None, f"bench-{number}", number + 1
        call.code = f"B{number}"
        call.save(force_insert=True)
    calls = list(Call.objects.order_by("pk"))
    statuses = [status for status in ApplicationStatus if status not in ("DRAFT", "WITHDRAWN")]
    counties = ["zanjan", "abhar", "khodabandeh", "khorramdarreh", "tarom", ""]
    rows = []
    for place, (call, person) in enumerate(itertools.islice(itertools.product(calls, people), first, last), first):
        at = world.now - timedelta(days=dice.randrange(200))
        rows.append(
            Application(
                call=call, applicant=person.applicant, status=dice.choice(statuses), trade=dice.choice(trades),
                tracking_code=f"ZN-1405-{coded(FIRST_CODE + place, LETTERS, 7)}",
                opaque_id=coded(FIRST_CODE + place, BASE32, 26),
                area_needed=dice.randrange(20, 2000), residence_county=dice.choice(counties), first_submitted_at=at,
                last_submitted_at=at, declared_at=at, started_by=person.user, created_at=at,
            )
        )  # fmt: skip
    Application.objects.bulk_create(rows, batch_size=2000)


def make_programmes() -> None:
    """Ten programmes over five years: a plan by month, and a reading of every milestone and of the money each month."""
    from core.persian.calendar import JalaliDate, months_between
    from programs.models import Baseline, BaselineMonth, BudgetLine, Milestone, Programme, Reading
    from tests.factories import accounts
    from tests.factories.programs import NOW, ProgrammeFactory

    starts = JalaliDate(1405 - YEARS + 1, 1, 1).to_date()
    months = months_between(starts, date(2027, 3, 1))
    past = [month for month in months if month < date(2026, 11, 1)]
    author, boss = accounts.programme_officer(), accounts.manager()
    common = {
        "status": "APPROVED", "author": author, "reviewed_by": boss, "created_at": NOW, "submitted_at": NOW,
        "reviewed_at": NOW,
    }  # fmt: skip
    for number in range(PROGRAMMES):
        programme = ProgrammeFactory.in_status("ACTIVE", f"bench-{number}", owner=author)
        line = BudgetLine.objects.create(
            programme=programme, name="budget", source_of_funds="COMPANY", year=1405, approved=10**12
        )
        Programme.objects.filter(pk=programme.pk).update(starts_on=starts)
        baseline = Baseline.objects.get(programme=programme)
        BaselineMonth.objects.filter(baseline=baseline).delete()
        rows = [
            BaselineMonth(
                baseline=baseline, activity=activity, month=month, weight=activity.weight, planned_cost=10**8 * place,
                planned_percent=(Decimal(100) * place / len(months)).quantize(Decimal("0.01")),
            )
            for activity in programme.activities.all()
            for place, month in enumerate(months, 1)
        ]  # fmt: skip
        BaselineMonth.objects.bulk_create(rows)
        milestones = list(Milestone.objects.filter(activity__programme=programme))
        readings = [
            Reading(
                programme=programme, series="PHYSICAL", milestone=milestone, month=month,
                percent=min(Decimal(place), Decimal(100)), **common,
            )
            for milestone in milestones
            for place, month in enumerate(past, 1)
        ]  # fmt: skip
        readings += [
            Reading(
                programme=programme, series="FINANCIAL", budget_line=line, month=month, allocated=10**8 * place,
                paid=9 * 10**7 * place, **common,
            )
            for place, month in enumerate(past, 1)
        ]  # fmt: skip
        Reading.objects.bulk_create(readings)


def make_plans(estates: list[Any]) -> None:
    """A plan of plots of 20 × 30 metres in rows for each estate; every third plot is not serviced yet."""
    from core import clock
    from estates.models import Plot
    from estates.plans.geometry import from_geojson, shape_values
    from tests.factories.estates import square

    now = clock.now()
    shapes = [
        shape_values(from_geojson(square(place % 40 * 20, place // 40 * 40, 20, 30))) for place in range(PLOTS_EACH)
    ]
    for number, estate in enumerate(estates):
        rows = [
            Plot(
                code=f"H{number}-{place}",
                estate=estate,
                area_m2=600,
                is_serviced=place % 3 > 0,
                updated_at=now,
                **shape,
            )
            for place, shape in enumerate(shapes)
        ]
        for row in rows:
            row.refresh_keys()
        Plot.objects.bulk_create(rows, batch_size=2000)


def make_past(now: Any) -> None:
    """Two years of what every figure was, as the refreshes of each month left it: the table the page reads from grows by it."""
    from core.metrics.models import MetricValue
    from core.persian.calendar import add_months_to_date

    rows = list(MetricValue.objects.all())
    for back in range(1, 25):
        for row in rows:
            row.pk = None
        month = add_months_to_date(rows[0].month, -back)
        MetricValue.objects.bulk_create(
            [MetricValue(metric=row.metric, month=month, key=row.key, dimensions=row.dimensions, value=row.value, taken_at=now)
             for row in rows], batch_size=5000, ignore_conflicts=True,
        )  # fmt: skip


def caught_queries(client: Any) -> list[str]:
    """What the page asks the database, in its order."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as caught:
        answer = client.get("/dashboard/")
    if answer.status_code != 200:
        raise SystemExit(f"the page answers {answer.status_code}")
    return [query["sql"] for query in caught if query["sql"].startswith("SELECT")]


def measure(size: int, before: dict[str, float]) -> tuple[bool, list[tuple[str, float]]]:
    """Make the figures ready, fetch the page, print a line for each; whether the page keeps its limits."""
    from django.test import Client

    from core import clock
    from core.metrics import services as metrics
    from programs.dashboards.services import pictures, snapshots
    from tests.factories import accounts

    begun = time.perf_counter()
    metrics.refresh(now=clock.now())
    say(bench="dashboard: live figures refreshed", applications=size, seconds=round(time.perf_counter() - begun, 2))
    begun = time.perf_counter()
    rows = snapshots.recompute(now=clock.now())
    say(bench="dashboard: programmes worked out", rows=rows, seconds=round(time.perf_counter() - begun, 2))
    for name in ("drawn", "looked at again"):
        begun = time.perf_counter()
        drawn = pictures.redraw(now=clock.now())
        say(bench=f"dashboard: plans {name}", rows=drawn, seconds=round(time.perf_counter() - begun, 2))
    if not before:
        make_past(clock.now())
    bench_plots.settle()
    client = Client()
    client.force_login(accounts.manager())
    client.get("/dashboard/")
    queries = caught_queries(client)
    times = [(sql, bench_plots.milliseconds(sql)) for sql in queries]
    total = sum(taken for _sql, taken in times)
    elapsed = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        client.get("/dashboard/")
        elapsed.append((time.perf_counter() - begun) * 1000)
    line: dict[str, Any] = {
        "bench": "dashboard: the page", "applications": size, "programmes": PROGRAMMES, "years": YEARS,
        "queries": len(queries), "db_ms": round(total, 1), "slowest_query_ms": round(max(t for _s, t in times), 1),
        "whole_answer_ms": round(statistics.median(elapsed), 1),
    }  # fmt: skip
    if before:
        line["times_1000"] = round(total / before["db_ms"], 2)
    before.setdefault("db_ms", total)
    say(**line)
    return total <= LIMIT_MS and len(queries) <= LIMIT_QUERIES, times


def say(**facts: Any) -> None:
    """One line."""
    print(json.dumps(facts, ensure_ascii=False), flush=True)


def write_document(times: list[tuple[str, float]]) -> None:
    """The part of docs/queries.md below HEADING."""
    slowest = sorted(times, key=lambda row: -row[1])[:3]
    parts = [
        HEADING,
        "",
        f"Written by `python benchmarks/bench_dashboard.py --explain` over {SIZES[-1]:,} made-up applications,",
        f"{PROGRAMMES} programmes with",
        f"{YEARS} years of monthly readings, two years of live figures, and forty estates of {PLOTS_EACH:,} plots with their plans.",
        f"/dashboard/ sends {len(times)} queries, those of the session",
        f"and the roles among them, and keeps the database busy for {sum(taken for _sql, taken in times):.1f} ms;",
        f"the bounds are {LIMIT_QUERIES} queries and {LIMIT_MS} ms. The three slowest:",
        "",
    ]
    for number, (sql, taken) in enumerate(slowest, 1):
        parts += [f"## {number}. {taken:.1f} ms", "", "```", bench_plots.plan_of(sql), "```", ""]
    document = bench_plots.DOCUMENT
    sections = re.split(r"(?m)^(?=# )", document.read_text("utf8"))
    kept = [part.rstrip() + "\n" for part in sections if part.strip() and not part.startswith(HEADING)]
    document.write_text("\n".join([*kept, "\n".join(parts)]), encoding="utf-8")


def main() -> int:
    """Make the world, measure, tidy up; exit code 1 when the page is beyond its limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explain", action="store_true", help="write docs/queries.md")
    arguments = parser.parse_args()
    from portal.env import Environment
    from portal.services import using

    bench_plots.SCRATCH = "bench_dashboard"
    with using(database=Environment().embedded_database, redis=False), bench_plots.scratch():
        from django.conf import settings

        settings.STAFF_MFA = False
        from tests.factories.accounts import PersonFactory
        from tests.factories.decisions import scored_world

        world = scored_world(applicants=3, plots=2)
        people = [PersonFactory() for _ in range(APPLICANTS)]
        estates, trades = bench_plots.make_reference()
        for table in (
            "allocations_call", "allocations_application", "programs_programme", "programs_baseline",
            "programs_baselinemonth", "programs_reading", "programs_budgetline", "metrics_metricvalue",
        ):  # fmt: skip
            quiet(table)
        make_plans(estates)
        make_programmes()
        before: dict[str, float] = {}
        made, fine, times = 0, True, []
        for size in SIZES:
            make_applications(made, size, world, people, trades)
            made = size
            kept, times = measure(size, before)
            fine &= kept
        if arguments.explain:
            write_document(times)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
