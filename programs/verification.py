"""Works every figure of programmes out once more, by a plain path of its own, and compares.

The selectors go by Decimal, carried month by month; this goes by exact fractions over the bare rows of the tables, without
the ORM's models, the selectors' helpers or `programs.aggregation`. Beside that it holds each counting reading against what
was recorded when it was approved, and sealed months of live figures against their digest. Other apps add their own checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django.db import connection

from core.audit.models import Entry
from core.metrics import services as live_figures
from core.metrics.models import MetricMonth
from programs.models import Programme, Reading
from programs.reading_facts import facts_of
from programs.selectors import progress

Check = Callable[[date], Iterable["Difference"]]
EXTRA: list[Check] = []
"""Checks of other apps over figures they keep ready: `verification.EXTRA.append(check)`; each gets the month to check up to."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not what its readings make of it, or a row that is not what was recorded."""

    what: str
    shown: str
    expected: str

    def __str__(self) -> str:
        return f"{self.what}: {self.shown} instead of {self.expected}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many figures were compared, and which differ."""

    figures: int
    differences: tuple[Difference, ...]


def verify(until: date) -> Verdict:
    """Compare every figure up to the month `until` (its first day)."""
    found: list[Difference] = []
    count = 0
    ids = list(Programme.objects.order_by("pk").values_list("pk", flat=True))
    for pairs in (_physical(ids, until), _financial(ids, until), _indicators(ids, until)):
        for what, shown, expected in pairs:
            count += 1
            if shown != expected:
                found.append(Difference(what, str(shown), str(expected)))
    for check in (_records, _beyond_budget, _sealed_months, *EXTRA):
        found += check(until)
    return Verdict(count, tuple(found))


def _rows(statement: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def _cents(value: Fraction, places: int = 2) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


_COUNTING = "status = 'APPROVED' AND NOT superseded AND month <= %s"


def _last(readings: Sequence[tuple[Any, ...]], month: date) -> tuple[Any, ...] | None:
    """The last of (month, values …) up to `month`."""
    up_to = [row for row in readings if row[0] <= month]
    return max(up_to, key=lambda row: row[0]) if up_to else None


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[tuple[Any, ...]]]:
    found: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *values in rows:
        found[key].append(tuple(values))
    return found


def _physical(ids: list[int], until: date) -> Iterator[tuple[str, Decimal, Decimal]]:
    readings = _grouped(
        _rows(
            f"SELECT milestone_id, month, percent FROM programs_reading WHERE series = 'PHYSICAL' AND {_COUNTING}",  # noqa: S608
            until,
        )
    )
    milestones = _grouped(_rows("SELECT activity_id, id, weight FROM programs_milestone"))
    activities = _grouped(_rows("SELECT programme_id, id, weight FROM programs_activity"))
    for programme_id, shown in progress.physical(ids, until).items():
        for month, percent in shown.months.items():
            whole, weights = Fraction(0), Fraction(0)
            for activity_id, weight in activities[programme_id]:
                part = _share(milestones[activity_id], readings, month)
                whole += Fraction(weight) * part
                weights += Fraction(weight)
                name = f"progress of activity {activity_id} in {month}"
                yield name, shown.activities[activity_id][month], _cents(part)
            expected = whole / weights if weights else Fraction(0)
            yield f"progress of programme {programme_id} in {month}", percent, _cents(expected)


def _share(milestones: Sequence[tuple[Any, ...]], readings: Any, month: date) -> Fraction:
    """Σ(w·p) ÷ Σw of milestones at the end of a month."""
    weights = sum((Fraction(weight) for _pk, weight in milestones), Fraction(0))
    done = Fraction(0)
    for pk, weight in milestones:
        last = _last(readings[pk], month)
        done += Fraction(weight) * (Fraction(last[1]) if last else 0)
    return done / weights if weights else Fraction(0)


def _financial(ids: list[int], until: date) -> Iterator[tuple[str, int, int]]:
    readings = _grouped(
        _rows(
            "SELECT budget_line_id, month, allocated, paid FROM programs_reading"  # noqa: S608
            f" WHERE series = 'FINANCIAL' AND {_COUNTING}",
            until,
        )
    )
    lines = _grouped(_rows("SELECT programme_id, id, approved FROM programs_budgetline"))
    for programme_id, shown in progress.financial(ids, until).items():
        own = lines[programme_id]
        yield f"approved of programme {programme_id}", shown.whole.approved, sum(row[1] for row in own)
        for month in shown.whole.paid:
            last = [found for pk, _approved in own if (found := _last(readings[pk], month)) is not None]
            place = f"programme {programme_id} in {month}"
            yield f"allocated of {place}", shown.whole.allocated[month], sum(row[1] for row in last)
            yield f"paid of {place}", shown.whole.paid[month], sum(row[2] for row in last)


def _indicators(ids: list[int], until: date) -> Iterator[tuple[str, Decimal, Decimal | None]]:
    readings = _grouped(
        _rows(
            "SELECT indicator_id, month, value, numerator, denominator FROM programs_reading"  # noqa: S608
            f" WHERE series = 'INDICATOR' AND {_COUNTING}",
            until,
        )
    )
    for figures in progress.indicator_values(ids, until).values():
        for figure in figures:
            rows = readings[figure.indicator.pk]
            for month, shown in figure.cumulative.items():
                expected = _put_together(figure.indicator.kind, [row for row in rows if row[0] <= month])
                name = f"indicator {figure.indicator.code} of programme {figure.indicator.programme_id} in {month}"
                yield name, shown, None if expected is None else _cents(expected, 4)


def _put_together(kind: str, rows: Sequence[tuple[Any, ...]]) -> Fraction | None:
    if not rows:
        return None
    if kind == "RATIO":
        below = sum(Fraction(row[3]) for row in rows)
        return sum(Fraction(row[2]) for row in rows) / below if below else None
    if kind == "LAST":
        return Fraction(max(rows, key=lambda row: row[0])[1])
    total = sum(Fraction(row[1]) for row in rows)
    return Fraction(total) / len(rows) if kind == "AVERAGE" else Fraction(total)


def _records(until: date) -> Iterator[Difference]:
    """Each approved reading says what its approval recorded, and its newest event says so too; none was removed."""
    rows = Reading.objects.filter(status="APPROVED").prefetch_related("parts").order_by("pk")
    recorded = {
        int(entry.target_id): entry.data
        for entry in Entry.objects.filter(action="programs.reading.approved", target_type="programs.reading")
    }
    events = {row[0]: row[1:] for row in _rows(_NEWEST_EVENT)}
    for row in rows:
        said = recorded.pop(row.pk, None)
        now = facts_of(row, row.parts.all())
        if said != now:
            yield Difference(f"reading {row.pk} ({now['target']}, {row.month})", _short(now), _short(said))
        columns = (row.status, row.month, row.percent, row.allocated, row.paid, row.value, row.numerator,
                   row.denominator, row.superseded)  # fmt: skip
        if events.get(row.pk) != columns:
            yield Difference(f"reading {row.pk} against its last event", _short(columns), _short(events.get(row.pk)))
    for pk, said in recorded.items():
        yield Difference(f"reading {pk}", "nothing", _short(said))


_NEWEST_EVENT = """
SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, status, month, percent, allocated, paid, value, numerator, denominator, superseded
FROM programs_readingevent ORDER BY pgh_obj_id, pgh_id DESC
"""


def _beyond_budget(until: date) -> Iterator[Difference]:
    """No counting reading allocates more than its line's approved amount as it stands now."""
    for pk, allocated, approved in _rows(
        "SELECT r.id, r.allocated, l.approved FROM programs_reading r JOIN programs_budgetline l ON l.id = r.budget_line_id"
        " WHERE r.status = 'APPROVED' AND NOT r.superseded AND r.allocated > l.approved ORDER BY r.id"
    ):
        yield Difference(f"allocated by reading {pk}", str(allocated), f"at most {approved}")


def _sealed_months(until: date) -> Iterator[Difference]:
    """Sealed months of live figures still have their digest, which is the recorded one."""
    recorded = {
        entry.target_label: entry.data.get("sha256") for entry in Entry.objects.filter(action="metrics.month.sealed")
    }
    for month in MetricMonth.objects.order_by("month"):
        count, sha256 = live_figures.digest(month.month)
        if (count, sha256) != (month.values_count, month.sha256) or recorded.get(str(month)) != sha256:
            yield Difference(f"live figures of {month}", sha256, str(recorded.get(str(month))))


def _short(value: Any) -> str:
    return str(value)[:160]
