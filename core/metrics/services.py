"""Reading live figures into the table, and sealing months that are over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.db import connection, transaction

from core.audit.services import record
from core.metrics import registry
from core.metrics.errors import MonthSealed, NotTheDemo
from core.metrics.models import MetricMonth, MetricValue
from core.metrics.registry import Metric, Point
from core.persian.calendar import first_of_month, tehran_date

LOCK_SPACE = 0x6D657472
"""First half of the advisory lock that lets one figure be refreshed by one process at a time."""
CENT = Decimal("0.0001")


def refresh(names: Iterable[str] | None = None, *, now: datetime) -> dict[str, int]:
    """Read these figures (None: all) and write them as the values of the month of `now`; how many values each has.

    Each figure is its own transaction with a fixed number of queries beside those of its `read`; months before this one
    are sealed first. Raises LookupError, MonthSealed.
    """
    month = first_of_month(tehran_date(now))
    seal(before=month, now=now)
    wanted = sorted(registry.METRICS) if names is None else list(names)
    return {name: _refresh(registry.find(name), month, now) for name in wanted}


def _refresh(metric: Metric, month: date, now: datetime) -> int:
    with transaction.atomic():
        _one_at_a_time(metric.name)
        _ensure_open(month)
        points = registry.with_whole(metric, metric.read(now))
        MetricValue.objects.filter(metric=metric.name, month=month).exclude(key__in=points).delete()
        _write(metric.name, month, points, now=now)
    return len(points)


def store_illustrative(*, metric: str, month: date, points: Iterable[Point], now: datetime) -> int:
    """Write invented values of a past month, marked as such; how many. What is there already stays.

    For the demonstration alone (NotTheDemo elsewhere): what was not measured is never shown as measured. Raises MonthSealed.
    """
    if not settings.DEMO:
        raise NotTheDemo()
    found = registry.with_whole(registry.find(metric), points)
    with transaction.atomic():
        _one_at_a_time(metric)
        _ensure_open(month)
        if MetricValue.objects.filter(metric=metric, month=month).exists():
            return 0
        _write(metric, month, found, now=now, is_illustrative=True)
    return len(found)


def seal(*, before: date, now: datetime) -> list[date]:
    """Close every month before `before` that holds values: their digest goes into the audit record. Returns the months."""
    open_months = (
        MetricValue.objects.filter(month__lt=before)
        .exclude(month__in=MetricMonth.objects.values("month"))
        .order_by("month")
        .values_list("month", flat=True)
        .distinct()
    )
    sealed = []
    for month in open_months:
        with transaction.atomic():
            count, sha256 = digest(month)
            row = MetricMonth(month=month, values_count=count, sha256=sha256, sealed_at=now)
            if MetricMonth.objects.bulk_create([row], ignore_conflicts=True):
                row = MetricMonth.objects.get(month=month)
                data = {"values": count, "sha256": sha256}
                record(action="metrics.month.sealed", by=None, target=row, now=now, data=data)
        sealed.append(month)
    return sealed


def digest(month: date) -> tuple[int, str]:
    """How many values a month holds, and the SHA-256 of its lines `metric TAB key TAB value TAB illustrative`, sorted."""
    rows = MetricValue.objects.filter(month=month).values_list("metric", "key", "value", "is_illustrative")
    lines = sorted(f"{metric}\t{key}\t{value:.4f}\t{int(flag)}\n" for metric, key, value, flag in rows)
    return len(lines), hashlib.sha256("".join(lines).encode()).hexdigest()


def _write(
    name: str, month: date, points: Mapping[str, Point], *, now: datetime, is_illustrative: bool = False
) -> None:
    rows = [
        MetricValue(
            metric=name,
            month=month,
            key=key,
            dimensions=dict(points[key].dimensions),
            value=Decimal(points[key].value).quantize(CENT),
            taken_at=now,
            is_illustrative=is_illustrative,
        )
        for key in sorted(points)
    ]
    MetricValue.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["metric", "month", "key"],
        update_fields=["value", "taken_at", "is_illustrative"],
        batch_size=2000,
    )


def _ensure_open(month: date) -> None:
    if MetricMonth.objects.filter(month=month).exists():
        raise MonthSealed()


def _one_at_a_time(name: str) -> None:
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, number])
