"""Asking for jobs, doing them, failing, being set aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from core import clock
from core.audit.models import Entry
from core.errors import Conflict, DomainError, PermissionRefused, WrongState
from core.jobs import leases, queue, registry, services
from core.jobs.choices import JobStatus
from core.jobs.errors import LeaseLost
from core.jobs.models import Job
from core.jobs.signals import job_parked

pytestmark = pytest.mark.django_db


def note(now, text="effect"):
    return Entry.objects.create(at=now, action="test.effect", target_type="test", target_id=text)


def ask(now, **changes):
    return services.request(**{"kind": "test", "key": "1", "now": now, **changes})


def test_a_job_does_its_effect_and_keeps_its_result(handle, now, person):
    handle("test", lambda context: {"made": note(context.now, context.payload["name"]).target_id, "url": "/there/"})
    job = ask(now, payload={"name": "a"}, by=person)
    assert services.work(job.pk, now=now) == JobStatus.DONE
    job.refresh_from_db()
    assert (job.status, job.result, job.percent, job.result_url) == (
        "DONE",
        {"made": "a", "url": "/there/"},
        100,
        "/there/",
    )
    assert job.finished_at and job.lease_until is None and job.fence == 1
    assert services.work(job.pk, now=now) is None
    assert Entry.objects.filter(action="test.effect").count() == 1


def test_an_address_of_another_site_is_no_result_link(handle, now):
    assert Job(result={"url": "//evil.example/"}).result_url == ""
    assert Job(result={"url": "https://evil.example/"}).result_url == ""


def test_an_unknown_kind_is_refused_when_asked_for(now):
    with pytest.raises(LookupError):
        ask(now, kind="nobody knows")


def test_asking_twice_for_a_live_job_gives_the_same_row_and_afterwards_a_new_one(handle, now):
    handle("test", lambda context: None)
    first = ask(now)
    assert ask(now).pk == first.pk
    services.drain(now=now)
    assert ask(now).pk != first.pk


def test_the_database_itself_allows_one_live_row_per_key(handle, now):
    Job.objects.create(kind="test", key="1", run_after=now, created_at=now)
    with pytest.raises(DatabaseError, match="jobs_one_live_per_key"), transaction.atomic():
        Job.objects.create(kind="test", key="1", run_after=now, created_at=now)


def test_a_job_is_not_begun_before_its_time(handle, now):
    handle("test", lambda context: None)
    job = ask(now, run_after=now + timedelta(hours=1))
    assert services.work(job.pk, now=now) is None
    assert services.drain(now=now) == 0
    assert services.drain(now=now + timedelta(hours=1)) == 1


def test_a_machine_whose_clock_runs_ahead_does_not_delay_its_jobs(handle):
    handle("test", lambda context: None)
    job = ask(clock.now() + timedelta(minutes=5))
    assert services.work(job.pk) == JobStatus.DONE


def test_a_failure_rolls_the_effect_back_and_waits_longer_each_time(handle, now):
    def fails(context):
        note(context.now)
        raise ValueError("broken")

    handle("test", fails)
    job = ask(now)
    moment = now
    for attempt, seconds in enumerate((10, 30, 90, 270), start=1):
        assert services.work(job.pk, now=moment) == JobStatus.QUEUED
        job.refresh_from_db()
        assert (job.attempts, job.error) == (attempt, "ValueError: broken")
        assert job.run_after == moment + timedelta(seconds=seconds)
        moment = job.run_after
    assert not Entry.objects.filter(action="test.effect").exists()


def test_the_fifth_failure_sets_the_job_aside_and_tells(handle, now):
    def fails(context):
        raise ValueError("broken")

    told = []

    def listen(job, **kwargs):
        told.append(job.pk)

    job_parked.connect(listen)
    try:
        handle("test", fails)
        job = ask(now)
        for day in range(5):
            services.drain(now=now + timedelta(days=day))
    finally:
        job_parked.disconnect(listen)
    job.refresh_from_db()
    assert (job.status, job.attempts, told) == (JobStatus.PARKED, 5, [job.pk])
    assert services.drain(now=now + timedelta(days=9)) == 0


def test_a_refusal_of_the_rules_is_final_and_its_sentence_kept(handle, now):
    def refuses(context):
        note(context.now)
        raise DomainError("The list is not frozen.")

    handle("test", refuses)
    job = ask(now)
    assert services.work(job.pk, now=now) == JobStatus.FAILED
    job.refresh_from_db()
    assert (job.error, job.attempts) == ("The list is not frozen.", 0)
    assert not Entry.objects.filter(action="test.effect").exists()


def test_a_handler_with_its_own_transactions_completes_in_the_one_of_its_effect(handle, now):
    def own(context):
        with pytest.raises(RuntimeError):
            outside(context)
        with transaction.atomic():
            note(context.now)
            context.complete({"n": 1})

    def outside(context):
        connection.in_atomic_block, before = False, connection.in_atomic_block
        try:
            context.complete()
        finally:
            connection.in_atomic_block = before

    handle("test", own, atomic=False)
    job = ask(now)
    assert services.work(job.pk, now=now) == JobStatus.DONE
    job.refresh_from_db()
    assert job.result == {"n": 1}


def test_a_taken_job_is_not_taken_again_while_its_lease_runs(handle, now):
    handle("test", lambda context: None)
    job = ask(now)
    assert leases.take(job.pk, due_at=now, lease=timedelta(seconds=60), max_attempts=5).fence == 1
    assert leases.take(job.pk, due_at=now, lease=timedelta(seconds=60), max_attempts=5) is None


def test_a_lease_that_ran_out_lets_the_next_take_over_and_the_first_keeps_nothing(handle, now):
    handle("test", lambda context: None)
    job = ask(now)
    leases.take(job.pk, due_at=now, lease=timedelta(seconds=-1), max_attempts=5)
    with pytest.raises(LeaseLost, match="ran out"):
        leases.complete(job.pk, 1, result=None, progress={})
    second = leases.take(job.pk, due_at=now, lease=timedelta(seconds=60), max_attempts=5)
    assert (second.fence, second.attempts) == (2, 1)
    for late in (
        lambda: leases.complete(job.pk, 1, result=None, progress={}),
        lambda: leases.fail(job.pk, 1, error="", max_attempts=5, due_at=now),
        lambda: leases.refuse(job.pk, 1, error=""),
    ):
        with pytest.raises(LeaseLost, match="taken again"):
            late()
    assert leases.extend(job.pk, 1, lease=timedelta(seconds=60), progress={}) is False
    assert leases.extend(job.pk, 2, lease=timedelta(seconds=60), progress={"progress_done": 3}) is True


def test_a_job_that_kills_its_workers_is_set_aside_too(handle, now):
    handle("test", lambda context: None)
    job = ask(now)
    for _ in range(5):
        assert leases.take(job.pk, due_at=now, lease=timedelta(seconds=-1), max_attempts=5).status == JobStatus.RUNNING
    assert services.work(job.pk, now=now) == JobStatus.PARKED


def test_a_parked_job_is_queued_again_by_those_who_may(handle, now, person):
    handle("test", lambda context: None)
    job = Job.objects.create(
        kind="test", key="1", run_after=now, created_at=now, status=JobStatus.PARKED, finished_at=now, attempts=5
    )
    with pytest.raises(PermissionRefused):
        services.requeue(job_id=job.pk, by=person, now=now)
    person.is_superuser = True
    other = ask(now)
    with pytest.raises(Conflict):
        services.requeue(job_id=job.pk, by=person, now=now)
    services.work(other.pk, now=now)
    services.requeue(job_id=job.pk, by=person, now=now)
    with pytest.raises(WrongState):
        services.requeue(job_id=job.pk, by=person, now=now)
    assert services.work(job.pk, now=now) == JobStatus.DONE
    assert Entry.objects.filter(action="jobs.job.requeued", actor=person).count() == 1


def test_a_periodic_job_is_planned_once_per_slot(handle, now):
    handle("tick", lambda context: None, every=timedelta(minutes=5))
    services.plan(now=now)
    services.plan(now=now + timedelta(minutes=4, seconds=59))
    assert Job.objects.filter(kind="tick").count() == 1
    assert services.drain(now=now + timedelta(minutes=5)) == 1
    services.plan(now=now + timedelta(minutes=4))
    assert Job.objects.filter(kind="tick").count() == 1
    services.plan(now=now + timedelta(minutes=5))
    services.plan(now=now + timedelta(hours=5))
    assert list(Job.objects.filter(kind="tick", status="QUEUED").values_list("slot", flat=True)) == [
        now + timedelta(minutes=5)
    ]


def test_a_daily_slot_begins_at_its_offset(now):
    daily = registry.Periodic("x", timedelta(days=1), timedelta(minutes=30))
    assert daily.slot(now.replace(hour=0, minute=29)) == now.replace(day=22, hour=0, minute=30)
    assert daily.slot(now.replace(hour=0, minute=30)) == now.replace(hour=0, minute=30)


def test_the_sweep_tells_once_and_again_after_a_minute_and_of_what_lost_its_worker(handle, now, monkeypatch):
    handle("test", lambda context: None)
    told = []
    monkeypatch.setattr(queue, "poke", lambda job_id: told.append(job_id) or True)
    waiting, later = ask(now), ask(now, key="later", run_after=now + timedelta(days=3650))
    held, left = ask(now, key="held"), ask(now, key="left")
    leases.take(held.pk, due_at=now, lease=timedelta(seconds=60), max_attempts=5)
    leases.take(left.pk, due_at=now, lease=timedelta(seconds=-1), max_attempts=5)
    assert services.sweep() == 2
    assert services.sweep() == 1
    assert told == [waiting.pk, left.pk, left.pk]
    Job.objects.filter(pk=waiting.pk).update(poked_at=now - timedelta(days=900))
    assert services.sweep() == 2
    assert later.pk not in told and held.pk not in told


def test_old_periodic_jobs_are_forgotten_and_asked_for_ones_kept(handle, now):
    old = {"created_at": now, "run_after": now, "status": "DONE", "finished_at": now - timedelta(days=31)}
    Job.objects.create(kind="tick", key="periodic", slot=now, **old)
    kept = Job.objects.create(kind="test", key="1", **old)
    assert services.prune(now=now) == 1
    assert list(Job.objects.all()) == [kept]


@pytest.mark.parametrize("changes", [{"status": "RUNNING"}, {"status": "DONE"}, {"status": "SLEEPING"}])
def test_the_database_refuses_states_that_do_not_fit(now, changes):
    with pytest.raises(DatabaseError), transaction.atomic():
        Job.objects.create(kind="test", key="1", run_after=now, created_at=now, **changes)
