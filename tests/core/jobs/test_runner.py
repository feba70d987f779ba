"""Whose act a job is, what a reader sees while it runs, and what stops it."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction

from core.audit.context import acting
from core.audit.models import Entry
from core.jobs import leases, services
from core.jobs.choices import JobStatus
from core.jobs.models import Job


def effect(context):
    Entry.objects.create(at=context.now, action="test.effect", target_type="test", target_id=str(context.fence))


def effects():
    return list(Entry.objects.filter(action="test.effect").order_by("id").values_list("target_id", flat=True))


@pytest.mark.django_db
def test_what_a_job_changes_is_the_act_of_the_one_who_asked_and_the_caller_stays_who_he_is(handle, now, person):
    from django.contrib.auth import get_user_model

    events = get_user_model().pgh_event_model.objects.order_by("pgh_id")

    def rename(context):
        context.by.first_name = "زهرا"
        context.by.save()

    handle("test", rename)
    other = get_user_model().objects.create(
        national_code="0790419904", phone="09131234567", first_name="ا", last_name="ب"
    )
    job = services.request(kind="test", key="1", now=now, by=person)
    with acting(other, request="r-1"):
        services.drain(now=now)
        other.first_name = "رضا"
        other.save()
    facts = [
        (event.pgh_context["actor"], event.pgh_context["request"]) for event in events.filter(pgh_context__isnull=False)
    ]
    assert facts == [(person.pk, f"job-{job.pk}"), (other.pk, "r-1")]


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_by_others_while_the_effect_is_still_open(handle, now):
    seen = []

    def slow(context):
        effect(context)
        context.progress(3, 8, "step three")
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and not seen:
            seen.extend(from_outside(context.job_id))
            time.sleep(0.05)

    def from_outside(job_id):
        found = []

        def look():
            job = Job.objects.get(pk=job_id)
            if job.progress_done:
                found.append((job.percent, job.progress_note, effects()))
            connection.close()

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        return found

    handle("test", slow)
    job = services.request(kind="test", key="1", now=now)
    assert services.work(job.pk) == JobStatus.DONE
    assert seen == [(37, "step three", [])]
    job.refresh_from_db()
    assert (job.progress_done, job.progress_total, effects()) == (3, 8, ["1"])


@pytest.mark.django_db(transaction=True)
def test_a_job_longer_than_its_lease_keeps_it(handle, now):
    def slow(context):
        time.sleep(1.2)
        effect(context)

    handle("test", slow, lease=timedelta(seconds=0.6))
    job = services.request(kind="test", key="1", now=now)
    assert services.work(job.pk) == JobStatus.DONE and effects() == ["1"]


@pytest.mark.django_db(transaction=True)
def test_a_job_beyond_its_limit_loses_its_lease_and_keeps_nothing(handle, now):
    def hangs(context):
        effect(context)
        time.sleep(1)

    handle("test", hangs, lease=timedelta(seconds=0.3), limit=timedelta(seconds=0.2))
    job = services.request(kind="test", key="1", now=now)
    assert services.work(job.pk) is None and effects() == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_was_overtaken_is_told_at_its_next_report(handle, now):
    reached = []

    def slow(context):
        Job.objects.filter(pk=context.job_id).update(fence=context.fence + 1)
        for step in range(100):
            context.progress(step, 100)
            time.sleep(0.05)
        reached.append("the end")

    handle("test", slow, atomic=False)
    job = services.request(kind="test", key="1", now=now)
    assert services.work(job.pk) is None and reached == []


@pytest.mark.django_db(transaction=True)
def test_a_connection_cut_in_the_middle_is_a_failure_and_the_next_try_does_the_effect_once(handle, now):
    def cut(context):
        effect(context)
        if context.attempt == 1:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                victim = cursor.fetchone()[0]
            killer = connections["default"].copy()
            with killer.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [victim])
            killer.close()
            effect(context)

    handle("test", cut)
    job = services.request(kind="test", key="1", now=now)
    assert services.work(job.pk) == JobStatus.QUEUED
    job.refresh_from_db()
    assert job.attempts == 1 and effects() == []
    assert services.drain(now=job.run_after) == 1 and effects() == ["2"]


@pytest.mark.django_db(transaction=True)
def test_twenty_workers_with_the_same_message_do_the_effect_once(handle, now):
    handle("test", effect)
    job = services.request(kind="test", key="1", now=now)
    outcomes = []

    def worker():
        try:
            outcomes.append(services.work(job.pk))
        finally:
            connection.close()

    threads = [threading.Thread(target=worker) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert effects() == ["1"] and outcomes.count(JobStatus.DONE) == 1 and outcomes.count(None) == 19


@pytest.mark.django_db(transaction=True)
def test_without_the_fence_a_frozen_worker_would_do_the_effect_twice(handle, now, monkeypatch):
    """Negative control: the guard is what the other tests rely on."""
    handle("test", effect)
    job = services.request(kind="test", key="1", now=now)

    def unguarded(job_id, fence):
        return Job.objects.select_for_update().get(pk=job_id)

    def overtake():
        Job.objects.filter(pk=job.pk).update(lease_until=now - timedelta(days=1))
        services.work(job.pk)
        connection.close()

    def overtaken(context):
        effect(context)
        if context.fence == 1:
            thread = threading.Thread(target=overtake)
            thread.start()
            thread.join()

    handle("over", overtaken)
    Job.objects.filter(pk=job.pk).update(kind="over")
    monkeypatch.setattr("core.jobs.pulse.Pulse._write", lambda self: None)
    with monkeypatch.context() as patched:
        patched.setattr(leases, "held", unguarded)
        services.work(job.pk)
    assert effects() == ["1", "2"]
    with transaction.atomic():
        Job.objects.filter(pk=job.pk).update(status="QUEUED", finished_at=None, fence=0)
    assert services.work(job.pk) is None
    assert effects()[2:] == ["2"]
