"""Refreshing, the history of months, and sealing them."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from core.audit.models import Entry
from core.jobs import services as jobs
from core.jobs.choices import JobStatus
from core.jobs.models import Job
from core.metrics import selectors, services
from core.metrics.errors import MonthSealed, NotTheDemo
from core.metrics.models import MetricMonth, MetricValue
from core.metrics.registry import Point
from core.persian.calendar import JalaliDate

pytestmark = pytest.mark.django_db

AZAR, ABAN = JalaliDate(1405, 9, 1).to_date(), JalaliDate(1405, 8, 1).to_date()
IN_ABAN = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)


def plots(estate: str, count: int) -> Point:
    return Point(Decimal(count), {"estate": estate})


def test_a_refresh_writes_the_parts_and_the_whole_of_the_running_month(offer, now):
    offer("tests.plots", [plots("a", 3), plots("b", 4)])
    assert services.refresh(now=now) == {"tests.plots": 3}
    values = dict(MetricValue.objects.filter(month=AZAR).values_list("key", "value"))
    assert values == {"": 7, "estate=a": 3, "estate=b": 4}


def test_a_second_refresh_changes_values_and_forgets_parts_that_are_gone(offer, now):
    points = [plots("a", 3), plots("b", 4)]
    offer("tests.plots", points)
    services.refresh(now=now)
    points[:] = [plots("b", 9)]
    services.refresh(["tests.plots"], now=now + timedelta(minutes=10))
    values = dict(MetricValue.objects.values_list("key", "value"))
    assert values == {"": 9, "estate=b": 9}
    assert selectors.latest(["tests.plots"])["tests.plots"].taken_at == now + timedelta(minutes=10)


def test_a_figure_of_nothing_is_nought_and_not_missing(offer, now):
    offer("tests.plots", [])
    services.refresh(now=now)
    assert selectors.latest(["tests.plots"])["tests.plots"].total == 0


def test_the_last_refresh_of_a_month_stays_as_its_value_and_is_sealed_by_the_first_of_the_next(offer, now):
    points = [plots("a", 3)]
    offer("tests.plots", points)
    services.refresh(now=IN_ABAN)
    points[:] = [plots("a", 5)]
    services.refresh(now=now)
    history = selectors.history(["tests.plots"], [ABAN, AZAR])["tests.plots"]
    assert [(month, figure.total) for month, figure in history.items()] == [(ABAN, 3), (AZAR, 5)]
    month = MetricMonth.objects.get()
    assert (month.month, month.values_count, month.sha256) == (ABAN, 2, services.digest(ABAN)[1])
    assert Entry.objects.get(action="metrics.month.sealed").data["sha256"] == month.sha256


def test_a_sealed_month_takes_no_more_values(offer, now):
    offer("tests.plots", [plots("a", 3)])
    services.refresh(now=IN_ABAN)
    services.refresh(now=now)
    with pytest.raises(MonthSealed):
        services.refresh(now=IN_ABAN)
    assert services.seal(before=AZAR, now=now) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE metrics_metricvalue SET value = 99 WHERE month = %s",
        "DELETE FROM metrics_metricvalue WHERE month = %s",
        "UPDATE metrics_metricvalue SET month = %s WHERE month <> %s",
    ],
)
def test_the_database_keeps_a_sealed_month_without_the_services(offer, now, statement):
    offer("tests.plots", [plots("a", 3)])
    services.refresh(now=IN_ABAN)
    services.refresh(now=now)
    with pytest.raises(IntegrityError, match="month that is over"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [ABAN] * statement.count("%s"))


def test_two_values_of_one_part_and_month_cannot_stand(now):
    values = {"metric": "tests.plots", "month": AZAR, "value": 1, "taken_at": now}
    MetricValue.objects.create(**values)
    with pytest.raises(IntegrityError, match="metric_value_once"), transaction.atomic():
        MetricValue.objects.create(**values)
    with pytest.raises(IntegrityError, match="metric_key_fits"), transaction.atomic():
        MetricValue.objects.create(**values, key="estate=a")


def test_a_figure_nobody_offers_cannot_be_refreshed(offer, now):
    with pytest.raises(LookupError):
        services.refresh(["tests.none"], now=now)


def test_a_refresh_costs_the_same_queries_for_one_part_and_for_many(offer, now, django_assert_num_queries):
    points = [plots("a", 3)]
    offer("tests.plots", points)
    services.refresh(now=now)
    with django_assert_num_queries(7):
        services.refresh(now=now)
    points[:] = [plots(f"e{number}", number) for number in range(200)]
    with django_assert_num_queries(7):
        services.refresh(now=now)


def test_invented_history_is_refused_outside_the_demo_and_marked_within(offer, now, settings):
    offer("tests.plots", [])
    settings.DEMO = False
    with pytest.raises(NotTheDemo):
        services.store_illustrative(metric="tests.plots", month=ABAN, points=[plots("a", 2)], now=now)
    settings.DEMO = True
    assert services.store_illustrative(metric="tests.plots", month=ABAN, points=[plots("a", 2)], now=now) == 2
    assert selectors.history(["tests.plots"], [ABAN])["tests.plots"][ABAN].is_illustrative
    assert services.store_illustrative(metric="tests.plots", month=ABAN, points=[plots("a", 8)], now=now) == 0
    services.seal(before=AZAR, now=now)
    with pytest.raises(MonthSealed):
        services.store_illustrative(metric="tests.plots", month=ABAN, points=[plots("a", 2)], now=now)


def test_one_figure_that_fails_does_not_stop_the_others(offer, now, caplog):
    offer("tests.broken", [Point(Decimal(1), {"planet": "mars"})])
    offer("tests.plots", [plots("a", 3)])
    job = Job.objects.create(kind="metrics.refresh", key="periodic", run_after=now, created_at=now)
    with caplog.at_level(logging.CRITICAL):
        assert jobs.work(job.pk, now=now) == JobStatus.QUEUED
    assert selectors.latest(["tests.plots", "tests.broken"]).keys() == {"tests.plots"}


def test_the_job_reads_every_figure(offer, now):
    offer("tests.plots", [plots("a", 3)])
    job = Job.objects.create(kind="metrics.refresh", key="periodic", run_after=now, created_at=now)
    assert jobs.work(job.pk, now=now) == JobStatus.DONE
    assert selectors.latest(["tests.plots"])["tests.plots"].total == 3
