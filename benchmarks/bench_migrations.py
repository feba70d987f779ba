"""Do upgrades stop the portal? Changes a table of a million rows while somebody writes to it (trust.md R15).

python benchmarks/bench_migrations.py             a million rows (about three minutes, most of it migrations and made-up rows)
python benchmarks/bench_migrations.py --rows 100000

Each change is an operation of a migration, of the kinds that tests/architecture/test_migrations.py lets through, applied by Django
to the table of jobs in a scratch database. Meanwhile four connections write to that table without a pause, and the longest wait of a
write says how long the change held everybody up. At the end two kinds that the test refuses, to see that the measure sees them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["PORTAL_DB_ROLE"] = "owner"

import bench_plots  # noqa: E402

ROWS = 1_000_000
WRITERS = 4
LIMIT_MS = 500
FILL = """
INSERT INTO jobs_job (kind, key, payload, status, run_after, fence, attempts, progress_done, progress_total, progress_note,
                      error, created_at, finished_at)
SELECT 'bench', n::text, '{}', 'DONE', now(), 1, 0, 0, 0, repeat('x', 60), '', now(), now() FROM generate_series(1, %s) n
"""
WRITE = "UPDATE jobs_job SET progress_done = progress_done + 1 WHERE id = %s"


def changes() -> Iterator[tuple[str, Any, bool]]:
    """What is changed, the operations that do it, and whether the house allows it."""
    from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
    from django.db import models
    from django.db.migrations import AddField, AddIndex, AlterField, RemoveField

    check = models.CheckConstraint(condition=models.Q(progress_done__gte=0), name="bench_check")
    yield "a column that may be empty", AddField("job", "bench_note", models.TextField(null=True)), True
    yield "a column with a value", AddField("job", "bench_flag", models.BooleanField(default=False)), True
    yield "a longer text column", AlterField("job", "kind", models.CharField(max_length=120)), True
    yield (
        "an index, concurrently",
        AddIndexConcurrently("job", models.Index(fields=["progress_note"], name="bench_concurrent")),
        True,
    )
    yield "a constraint, not checked yet", AddConstraintNotValid("job", check), True
    yield "the constraint checked", ValidateConstraint("job", "bench_check"), True
    yield "a column taken away", RemoveField("job", "bench_note"), True
    yield (
        "an index, plainly (refused)",
        AddIndex("job", models.Index(fields=["progress_note", "key"], name="bench_plain")),
        False,
    )
    yield "a table written anew (refused)", AlterField("job", "progress_total", models.BigIntegerField()), False


@contextmanager
def writing(rows: int) -> Iterator[list[float]]:
    """Four people who write all the time; how long each write took, in seconds."""
    import psycopg2
    from django.db import connection

    waits: list[float] = []
    over = threading.Event()
    given = connection.get_connection_params()
    place = {name: given[name] for name in ("host", "port", "user", "password", "dbname") if given.get(name)}

    def write(number: int) -> None:
        session = psycopg2.connect(**place)
        session.autocommit = True
        with session.cursor() as cursor:
            turn = number
            while not over.is_set():
                begun = time.perf_counter()
                cursor.execute(WRITE, [1 + turn * 7919 % rows])
                waits.append(time.perf_counter() - begun)
                turn += WRITERS
                time.sleep(0.002)
        session.close()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        yield waits
    finally:
        over.set()
        for writer in writers:
            writer.join()


def measure(rows: int) -> bool:
    """Apply each change under fire; True when no allowed one held anybody up longer than the limit."""
    from django.contrib.postgres.operations import NotInTransactionMixin
    from django.db import connection
    from django.db.migrations import Migration
    from django.db.migrations.loader import MigrationLoader

    state = MigrationLoader(connection).project_state()
    held = True
    for name, operation, is_allowed in changes():
        migration = Migration("bench", "jobs")
        migration.operations = [operation]
        migration.atomic = not isinstance(operation, NotInTransactionMixin)
        with writing(rows) as waits:
            time.sleep(0.5)
            calm, begun = max(waits), time.perf_counter()
            with connection.schema_editor(atomic=migration.atomic) as editor:
                state = migration.apply(state, editor)
            took = time.perf_counter() - begun
            time.sleep(0.2)
        longest = max(waits)
        held = held and (longest * 1000 <= LIMIT_MS or not is_allowed)
        figures = {"seconds": round(took, 2), "longest_wait_ms": round(longest * 1000), "before_ms": round(calm * 1000)}
        print(json.dumps({"bench": name, "rows": rows, "allowed": is_allowed, **figures}), flush=True)
    return held


def main() -> int:
    """Make the rows, change the table, drop everything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=ROWS)
    rows = parser.parse_args().rows
    from portal.env import Environment
    from portal.services import using

    with using(database=Environment().embedded_database, redis=False), bench_plots.scratch():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(FILL, [rows])
            cursor.execute("ANALYZE jobs_job")
        held = measure(rows)
    print(f"limit {LIMIT_MS} ms: {'kept' if held else 'NOT KEPT'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
