"""Is an application lost in the last minute of a call (trust.md R1)? Prints one JSON object, and what did not hold.

python benchmarks/bench_last_minute.py                   2,000 people, 200 at once (about fifteen minutes, most of it filling in forms)
python benchmarks/bench_last_minute.py --people 200 --clients 50 --workers 2

A portal of its own is made below a temporary folder: embedded PostgreSQL, migrations, a call that ends soon, and a web server as
docs/deployment.md starts it. Everybody has filled in his form before and sends the last page at a random moment of the last
minute. Meanwhile a web worker is killed every ten seconds and the database is restarted once. Who gets no answer or a 503
tries again.
"""

from __future__ import annotations

import argparse
import json
import os
import random  # noqa: TID251  (moments of made-up people, seeded)
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MINUTE, KILL_EVERY, RESTART_AT = 60.0, 10.0, 30.0
LIMIT_SECONDS = 2.0
SECONDS_A_FORM = 0.35
"""How long one form takes to be filled in by the services, on a slow day; the call ends after all of them."""


def settle_in(folder: str) -> None:
    """A data folder and test settings of its own, before Django is loaded."""
    os.environ["PORTAL_DATA_DIR"] = folder
    for named in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CACHE_URL"):
        os.environ.pop(named, None)
    # Passwords that cost nothing; the rest is as the suite has it.
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    os.environ["PORTAL_DB_ROLE"] = "owner"
    sys.path.insert(0, str(ROOT))


def fill_forms(count: int) -> tuple[Any, list[Any]]:
    """A call that ends when all forms are filled and a minute has passed, and everybody with his form complete."""
    from accounts.choices import DocumentKind
    from allocations.services.rule_rows import GroupSpec, PaperSpec
    from core import clock
    from tests.factories.accounts import UserFactory
    from tests.factories.allocations import CallFactory
    from tests.support.rush import Person, signed_in

    closes = clock.now() + timedelta(seconds=SECONDS_A_FORM * count + 90)
    days = [closes + timedelta(days=number) for number in (1, 2, 12)]
    dates = dict(zip(("corrections_until", "draw_at", "objections_until"), days, strict=True))
    paper = PaperSpec("women", DocumentKind.CRAFT_CARD, "کارت", group="women")
    stage = CallFactory.published(
        groups=[GroupSpec("women", "بانوان")], papers=[paper], fields={"closes_at": closes, **dates}
    )
    dice, people = random.Random(1), []
    for _number in range(count):
        user = UserFactory()
        # The nearer the end the more people.
        moment = MINUTE * dice.betavariate(2, 1)
        people.append(Person(stage.application(user).tracking_code, signed_in(user), moment))
    return stage, people


def trouble(server: Any, database: Any, begun: float) -> int:
    """Kill a worker every ten seconds, restart the database in the middle; how many workers died."""
    killed = 0
    moments = [(KILL_EVERY * number, "kill") for number in range(1, int(MINUTE / KILL_EVERY))]
    for moment, what in sorted([*moments, (RESTART_AT + 3, "restart")]):
        time.sleep(max(0.0, begun + moment - time.monotonic()))
        if what == "kill":
            server.kill_a_worker()
            killed += 1
        else:
            database.stop()
            database.start()
    return killed


def verdict(stage: Any, people: list[Any]) -> list[str]:
    """What of the promise did not hold."""
    from django.db import connection

    from allocations.models import Application, Receipt

    connection.close()
    rows = dict(Receipt.objects.values_list("code", "application__tracking_code"))
    seen = {one.receipt: one.track for one in people if one.receipt}
    statuses = dict(Application.objects.values_list("tracking_code", "status"))
    late = Receipt.objects.filter(issued_at__gte=stage.closes_at).count()
    answers = sum((one.answers for one in people), Counter())
    found = {
        "receipts without a row": len(set(seen.items()) - set(rows.items())),
        "two receipts for one application": len(rows) - len(set(rows.values())),
        "handed in without a receipt": sum(
            statuses[one.track] == "SUBMITTED" and one.track not in set(rows.values()) for one in people
        ),
        "with neither receipt nor refusal": sum(not one.receipt and not one.answers["409"] for one in people),
        "counted after the end": late,
        "answers 500": answers["500"],
    }
    return [f"{count} {what}" for what, count in found.items() if count]


def figures(people: list[Any], killed: int, clients: int) -> dict[str, Any]:
    """What is told of a rush."""
    seconds = sorted(second for one in people for second in one.seconds)
    answers = sum((one.answers for one in people), Counter())
    return {
        "bench": "the last minute", "people": len(people), "clients": clients, "receipts": sum(bool(one.receipt) for one in people),
        "answers": dict(sorted(answers.items())), "workers_killed": killed, "database_restarts": 1,
        "median_s": round(statistics.median(seconds), 2), "p95_s": round(seconds[int(len(seconds) * 0.95)], 2),
        "slowest_s": round(seconds[-1], 2),
    }  # fmt: skip


def rush_through(people: list[Any], stage: Any, folder: str, options: argparse.Namespace) -> int:
    """Wait for the last minute and let everybody hand in."""
    from django.db import connection

    from core import clock
    from portal.services import postgres
    from tests.support.rush import WebServer, rush

    server = WebServer(Path(folder) / "web.log", workers=options.workers, PORTAL_DB_ROLE="app")
    killed: list[int] = []
    try:
        while not server.answers():
            time.sleep(0.2)
        wait = (stage.closes_at - clock.now()).total_seconds() - MINUTE
        if wait < 0:
            raise SystemExit("the forms took too long; the call has ended")
        time.sleep(wait)
        connection.close()
        rush(people, server.port, options.clients, lambda begun: killed.append(trouble(server, postgres, begun)))
    finally:
        server.stop()
    print(json.dumps(figures(people, killed[0], options.clients), ensure_ascii=False), flush=True)
    broken = verdict(stage, people)
    for line in broken:
        print(f"NOT KEPT: {line}")
    slow = figures(people, killed[0], options.clients)["p95_s"] > LIMIT_SECONDS
    if slow:
        print(f"slower than the limit of {LIMIT_SECONDS} s for 95 of 100 answers")
    return 1 if broken or slow else 0


def main() -> int:
    """Make the portal, fill the forms, wait for the last minute."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rush-") as folder:
        os.chmod(folder, 0o755)
        settle_in(folder)
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        from portal.services import using

        settings.MEDIA_ROOT = Path(folder) / "files"
        with using(database=True, redis=False):
            call_command("migrate", verbosity=0)
            stage, people = fill_forms(options.people)
            return rush_through(people, stage, folder, options)


if __name__ == "__main__":
    sys.exit(main())
