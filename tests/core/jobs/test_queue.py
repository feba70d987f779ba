"""The queue may be away: no request notices."""

from __future__ import annotations

import socket
import time

import pytest
from celery import Celery

from core.jobs import queue, services
from core.jobs.models import Job
from portal.celery import SWEEP, app

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(queue, "_silent_until", 0.0)


def broker(url, monkeypatch):
    options = {**app.conf.broker_transport_options}
    other = Celery("test", broker=url, set_as_current=False)
    other.conf.broker_transport_options = options
    monkeypatch.setattr(queue, "current_app", other)


def asked_within(seconds, now):
    begun = time.monotonic()
    job = services.request(kind="test", key="1", now=now)
    assert time.monotonic() - begun < seconds
    assert Job.objects.get(pk=job.pk).poked_at is None


def test_a_queue_that_is_not_there_costs_a_request_nothing(handle, now, monkeypatch, tmp_path):
    handle("test", lambda context: None)
    broker(f"redis+socket://{tmp_path}/none.sock", monkeypatch)
    asked_within(2, now)


def test_a_queue_that_does_not_listen_costs_a_request_nothing(handle, now, monkeypatch):
    handle("test", lambda context: None)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    broker(f"redis://127.0.0.1:{port}/0", monkeypatch)
    asked_within(2, now)


def test_a_queue_that_swallows_and_says_nothing_is_left_after_seconds_and_then_alone(handle, now, monkeypatch):
    handle("test", lambda context: None)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        broker(f"redis://127.0.0.1:{deaf.getsockname()[1]}/0", monkeypatch)
        queue.current_app.conf.broker_transport_options["socket_timeout"] = 1
        asked_within(6, now)
        begun = time.monotonic()
        assert queue.poke(1) is False and time.monotonic() - begun < 0.1


def test_a_poke_is_written_down_with_the_job(handle, now):
    handle("test", lambda context: None)
    job = services.request(kind="test", key="1", now=now)
    job.refresh_from_db()
    assert job.poked_at is not None


def test_the_note_is_there_before_the_workers_hear_so_that_it_holds_no_quick_one_off(handle, now, monkeypatch):
    handle("test", lambda context: None)
    noted = []
    monkeypatch.setattr(queue, "poke", lambda pk: noted.append(Job.objects.get(pk=pk).poked_at) or len(noted) > 1)
    job = services.request(kind="test", key="1", now=now)
    assert Job.objects.get(pk=job.pk).poked_at is None, "nobody was told"
    assert services.sweep() == 1
    assert None not in noted and Job.objects.get(pk=job.pk).poked_at == noted[1]


def test_the_only_thing_beat_does_is_to_sweep():
    assert [entry["task"] for entry in app.conf.beat_schedule.values()] == [SWEEP]
    app.loader.import_default_modules()
    assert SWEEP in app.tasks and queue.WORK in app.tasks
    assert app.tasks[queue.WORK].acks_late and app.tasks[queue.WORK].reject_on_worker_lost


def test_two_schedulers_at_once_plan_each_slot_once(handle, now):
    import threading
    from datetime import timedelta

    from django.db import connection

    handle("tick", lambda context: None, every=timedelta(hours=1))

    def schedule():
        try:
            for _ in range(5):
                services.sweep()
        finally:
            connection.close()

    threads = [threading.Thread(target=schedule) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Job.objects.filter(kind="tick").count() == 1
