"""Workers that really die, freeze and lose their queue: the effect of a job happens once (trust.md R8, §4).

The sweep is called here where beat would call it every 30 seconds; leases are 2 s instead of 45 s.
"""

from __future__ import annotations

import os
import signal
import time

import pytest

from core import clock
from core.audit.models import Entry
from core.jobs import queue, services
from core.jobs.models import Job
from tests.chaos.conftest import wait
from tests.chaos.work.jobs import EFFECT

pytestmark = [pytest.mark.chaos, pytest.mark.django_db(transaction=True)]
PATIENCE = 60


def ask(tmp_path, kind="chaos.stop", point="", key="1"):
    (tmp_path / "hold").touch()
    payload = {"folder": str(tmp_path), "point": point}
    return services.request(kind=kind, key=key, payload=payload, now=clock.now())


def reached(tmp_path, point, fence=1):
    """Process number of the worker that stands at the point."""
    mark = tmp_path / f"{point}-{fence}"
    return int(wait(lambda: mark.exists() and mark.read_text(), PATIENCE, f"reaching {mark.name}"))


def release(tmp_path):
    (tmp_path / "hold").unlink()


def swept_until_done(*jobs, seconds=PATIENCE):
    def done():
        time.sleep(0.2)
        services.sweep()
        return Job.objects.filter(pk__in=[job.pk for job in jobs], status="DONE").count() == len(jobs)

    wait(done, seconds, "the end of the job")


def effects():
    return [data["fence"] for data in Entry.objects.filter(action=EFFECT).order_by("id").values_list("data", flat=True)]


@pytest.mark.parametrize("point", ["before", "open"])
def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_does_it_once(point, start_worker, tmp_path):
    first = start_worker()
    job = ask(tmp_path, point=point)
    reached(tmp_path, point)
    first.kill()
    assert effects() == []
    release(tmp_path)
    start_worker()
    swept_until_done(job)
    job.refresh_from_db()
    assert effects() == [job.fence] and job.fence > 1 and job.attempts == job.fence - 1


def test_a_worker_killed_between_commit_and_answer_is_not_repeated(start_worker, tmp_path, valkey):
    first = start_worker()
    job = ask(tmp_path, kind="chaos.committed", point="committed")
    reached(tmp_path, "committed")
    first.kill()
    release(tmp_path)
    start_worker()
    queue.poke(job.pk)
    last = ask(tmp_path, kind="chaos.quick", key="after")
    swept_until_done(job, last)
    assert Entry.objects.filter(action=EFFECT, target_id="1").count() == 1


def test_a_killed_pool_child_is_replaced_and_a_frozen_one_may_not_commit_late(start_worker, tmp_path):
    worker = start_worker("prefork")
    job = ask(tmp_path, point="open")
    os.kill(reached(tmp_path, "open", fence=1), signal.SIGKILL)
    # The second try is frozen past its lease; another worker does the work meanwhile.
    second = wait(lambda: swept(later_try, tmp_path), PATIENCE, "the second try")
    frozen = reached(tmp_path, "open", fence=second)
    os.kill(frozen, signal.SIGSTOP)
    release(tmp_path)
    wait(lambda: lease_is_over(job), PATIENCE, "the end of the lease")
    start_worker()
    swept_until_done(job)
    job.refresh_from_db()
    assert effects() == [job.fence] and job.fence > second
    os.kill(frozen, signal.SIGCONT)
    wait(lambda: b"nothing kept" in worker.log.read_bytes(), PATIENCE, "the late worker's giving up")
    assert effects() == [job.fence]


def swept(question, *arguments):
    """The answer after one more sweep."""
    services.sweep()
    return question(*arguments)


def later_try(tmp_path):
    return max(
        (int(mark.name.split("-")[1]) for mark in tmp_path.glob("open-*") if not mark.match("open-1")), default=0
    )


def lease_is_over(job):
    job.refresh_from_db()
    return job.lease_until is not None and job.lease_until < clock.lease_now()


def test_a_queue_emptied_with_500_waiting_loses_none_and_the_same_message_100_times_does_one(
    start_worker, valkey, tmp_path
):
    now = clock.now()
    rows = [Job(kind="chaos.quick", key=str(number), run_after=now, created_at=now) for number in range(500)]
    jobs = Job.objects.bulk_create(rows)
    assert services.sweep() == 500 and valkey.client.llen("celery") == 500
    valkey.client.flushall()
    # A minute passes, after which the sweep no longer believes that the workers know.
    Job.objects.update(poked_at=now - services.POKE_QUIET)
    for _ in range(100):
        queue.poke(jobs[0].pk)
    start_worker()
    swept_until_done(*jobs, seconds=180)
    done = Entry.objects.filter(action=EFFECT).values_list("target_id", flat=True)
    assert len(done) == len(set(done)) == 500


def test_the_queue_dies_and_returns_while_a_worker_lives(start_worker, valkey, tmp_path):
    start_worker()
    valkey.stop()
    begun = time.monotonic()
    job = ask(tmp_path, kind="chaos.quick")
    assert time.monotonic() - begun < 2, "asking for a job waited for a queue that is away"
    valkey.start()
    queue._silent_until = 0.0
    swept_until_done(job)
    assert effects() == [1]


def test_what_waited_while_no_worker_was_there_is_done_when_one_comes_back(start_worker, valkey, tmp_path, monkeypatch):
    monkeypatch.setattr(queue, "poke", lambda job_id: False)
    job = ask(tmp_path, kind="chaos.quick")
    start_worker()
    wait(lambda: Job.objects.filter(pk=job.pk, status="DONE").exists(), PATIENCE, "the first sweep of a new worker")
    assert effects() == [1]
