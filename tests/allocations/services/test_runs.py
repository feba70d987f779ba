"""Runs: the same bytes whoever computes them, checked three ways, numbered, and never changed."""

import os
import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from allocations import engine, selectors
from allocations.engine import record as engine_record
from allocations.errors import SamePerson
from allocations.models import RecordArchive, Run, RunCutoff, RunLine, RunQueue
from allocations.selectors import archive
from allocations.services import draws, record, runs, snapshot, verifying
from core import clock
from core.audit.models import Entry
from core.errors import Conflict, InvalidInput, PermissionRefused
from core.jobs import services as jobs
from core.jobs.models import Job
from tests.factories.decisions import AFTER_DRAW, VALUE, World, apply_to, lottery_world, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[World, Run]:
    def build() -> tuple[World, Run]:
        world = scored_world(6)
        return world, world.proposed()

    return make_once(build)


@pytest.fixture(scope="module")
def made_drawn(make_once: Any) -> World:
    def build() -> World:
        world = scored_world(3)
        world.draw(world.freeze())
        return world

    return make_once(build)


@pytest.fixture
def proposed(made):
    """A call by points with three plots, six people and a run that waits for its approval."""
    return deepcopy(made)


@pytest.fixture
def drawn(made_drawn):
    """A call by points whose draw is confirmed, without a run."""
    return deepcopy(made_drawn)


def refuse(world, run, **more):
    with clock.shifted(AFTER_DRAW):
        values = {"reason": "پیش از پاسخ اعتراض‌ها", "by": world.members[1], "now": world.now, **more}
        return runs.refuse(run_id=run.pk, **values)


def test_a_run_is_proposed_by_a_job_with_progress_and_result(proposed):
    world, run = proposed
    job = Job.objects.get(pk=run.job_id)
    assert job.result == runs.described(run)
    assert (job.result["run"], job.result["manifest_sha256"]) == (run.pk, run.manifest_sha256)
    assert job.result_url == reverse("admin:allocations_run_change", args=[run.pk])
    assert (job.progress_done, job.progress_total) == (4, 5)
    assert (run.status, run.number, run.previous_id, run.proposed_by_id) == ("PROPOSED", 1, None, world.members[0].pk)


def test_the_rows_say_what_the_record_says(proposed):
    _, run = proposed
    outcome = archive.outcome_of(run)
    lines = RunLine.objects.filter(run=run).values_list(
        "application__opaque_id", "draw_number", "call_plot__plot__code", "choice"
    )
    assert set(lines) == {(one.application, one.draw_number, one.plot, one.choice) for one in outcome.results}
    queues = RunQueue.objects.filter(run=run).values_list("call_plot__plot__code", "application__opaque_id", "position")
    expected = {(q.plot, one, place) for q in outcome.waiting for place, one in enumerate(q.queue, start=1)}
    assert set(queues) == expected
    cutoffs = RunCutoff.objects.filter(run=run).values_list("call_plot__plot__code", "holder__opaque_id", "applicants")
    assert set(cutoffs) == {(one.plot, one.holder, one.applicants) for one in outcome.cutoffs}


def test_better_points_get_the_better_plot(proposed):
    world, run = proposed
    best = [RunLine.objects.get(run=run, application=one).choice for one in world.applications]
    assert best == [1, 2, 3, None, None, None]


def test_reserved_plots_and_trades_are_kept():
    world = reviewed_call(plots=3, reserved={1: "women"}, only_for={2: "filigree"})
    strong = apply_to(world, [1, 2, 3], points={"skill": 9000, "years": 9000})
    woman = apply_to(world, [1], points={"skill": 1000, "years": 1000}, groups=["women"])
    silver = apply_to(world, [2], points={"skill": 500, "years": 500}, trade="filigree")
    run = world.proposed()
    given = {line.application_id: line.call_plot.plot for line in RunLine.objects.filter(run=run)}
    assert given == {strong.pk: world.plots[2], woman.pk: world.plots[0], silver.pk: world.plots[1]}


def test_the_manifest_hash_stands_in_the_audit_record(proposed):
    _, run = proposed
    entry = Entry.objects.get(action="allocations.record.stored", target_id=str(run.pk))
    assert entry.data["manifest_sha256"] == run.manifest_sha256
    assert entry.data["zip_sha256"] == run.archive.sha256


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_a_citizen_verifies_the_record_with_python_alone(proposed, tmp_path, hash_seed):
    _, run = proposed
    (tmp_path / "record.zip").write_bytes(archive.bytes_of(run))
    (tmp_path / "verify.py").write_text(run.archive.verifier, encoding="utf-8")
    command = [sys.executable, "-I", "-S", "verify.py", "record.zip", "--manifest", run.manifest_sha256]
    environment = {"PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert os.listdir(tmp_path) and "Traceback" not in done.stderr


def test_one_changed_byte_is_refused_by_the_verifier(proposed):
    _, run = proposed
    data = bytearray(archive.bytes_of(run))
    data[len(data) // 2] ^= 1
    with pytest.raises(verifying.RecordRefused):
        verifying.check(bytes(data), manifest_sha256=run.manifest_sha256)


def test_the_stored_record_still_verifies(proposed):
    _, run = proposed
    assert record.verify_again(run).text == run.archive.verdict


def test_the_same_frozen_list_and_draw_give_the_same_bytes(proposed):
    _, run = proposed
    given = snapshot.read_frozen(run.frozen_list)
    shuffled = snapshot.Input(given.rules, given.plots[::-1], given.applications[::-1])
    for path in ("fast", "reference"):
        outcome = runs.compute(shuffled, snapshot.read_draw(run.draw), None, path=path)
        assert engine.build(outcome) == archive.bytes_of(run)


def test_paths_that_disagree_are_noticed(proposed):
    one = archive.outcome_of(proposed[1])
    other = archive.outcome_of(lottery_world(3).proposed())
    runs.ensure_same(one, one)
    with pytest.raises(runs.PathsDisagree):
        runs.ensure_same(one, other)


def test_a_run_needs_a_confirmed_draw():
    world = scored_world(3)
    world.freeze()
    with pytest.raises(runs.NotDrawn):
        runs.request(call_id=world.call.pk, by=world.members[0], now=world.now)


def test_the_database_refuses_a_run_over_a_draw_that_is_not_confirmed():
    world = scored_world(2)
    frozen = world.freeze()
    with clock.shifted(AFTER_DRAW):
        now = world.now
        draw = draws.enter(frozen_list_id=frozen.pk, value=VALUE, by=world.members[0], now=now, authenticated_at=now)
    with pytest.raises(IntegrityError, match="confirmed draw"), transaction.atomic():
        Run.objects.create(
            call=world.call, frozen_list=frozen, draw=draw, number=1, proposed_by=world.members[0], proposed_at=now,
            manifest_sha256="0" * 64,
        )  # fmt: skip


def test_only_the_committee_requests_a_run(drawn):
    with pytest.raises(PermissionRefused):
        runs.request(call_id=drawn.call.pk, by=drawn.officer, now=drawn.now)


def test_a_run_requested_twice_is_one_job(drawn):
    world = drawn
    first = runs.request(call_id=world.call.pk, by=world.members[0], now=world.now)
    assert runs.request(call_id=world.call.pk, by=world.members[1], now=world.now).pk == first.pk
    with clock.shifted(AFTER_DRAW):
        jobs.work(first.pk, now=world.now)
        jobs.work(first.pk, now=world.now)
    assert Run.objects.filter(call=world.call).count() == 1


def test_a_proposed_run_must_be_decided_before_another(proposed):
    world, _ = proposed
    with pytest.raises(Conflict):
        runs.request(call_id=world.call.pk, by=world.members[0], now=world.now, reason="دوباره")


def test_a_second_run_needs_a_reason_and_is_chained_to_the_first(proposed):
    world, first = proposed
    refuse(world, first)
    with pytest.raises(InvalidInput):
        runs.request(call_id=world.call.pk, by=world.members[0], now=world.now)
    second = world.run("رد نوبت نخست")
    assert (second.number, second.previous_id) == (2, first.pk)
    assert archive.outcome_of(second).manifest.previous == first.manifest_sha256
    assert second.difference == {"applications": {}, "added": [], "removed": []}
    assert (
        engine_record.read_zip(archive.bytes_of(second))["result.jsonl"]
        == engine_record.read_zip(archive.bytes_of(first))["result.jsonl"]
    )


def test_a_run_is_refused_by_somebody_else_with_a_reason(proposed):
    world, run = proposed
    with pytest.raises(InvalidInput):
        refuse(world, run, reason="")
    with pytest.raises(SamePerson):
        refuse(world, run, by=world.members[0])
    assert refuse(world, run).status == "REFUSED"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE allocations_run SET manifest_sha256 = repeat('0', 64)",
        "UPDATE allocations_run SET number = 7",
        "UPDATE allocations_run SET proposed_by_id = proposed_by_id + 1",
        "DELETE FROM allocations_run",
        "UPDATE allocations_runline SET draw_number = draw_number + 100",
        "DELETE FROM allocations_runline",
        "UPDATE allocations_runqueue SET position = position + 100",
        "DELETE FROM allocations_runqueue",
        "UPDATE allocations_runcutoff SET applicants = 0",
        "DELETE FROM allocations_runcutoff",
        "UPDATE allocations_recordarchive SET data = '\\x00'",
        "DELETE FROM allocations_recordarchive",
    ],
)
def test_nothing_of_a_run_can_be_changed_by_raw_sql(made, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_failing_verifier_stores_nothing(drawn, monkeypatch, tmp_path):
    world = drawn
    broken = tmp_path / "verify.py"
    broken.write_text("print('result.jsonl differs'); raise SystemExit(1)\n", encoding="utf-8")
    monkeypatch.setattr(verifying, "VERIFIER", broken)
    with clock.shifted(AFTER_DRAW):
        job = runs.request(call_id=world.call.pk, by=world.members[0], now=world.now)
        jobs.work(job.pk, now=world.now)
    job.refresh_from_db()
    assert job.status in ("FAILED", "PARKED") and "result.jsonl differs" in job.error
    assert not Run.objects.filter(call=world.call).exists()
    assert not RecordArchive.objects.filter(run__call=world.call).exists()


def test_the_sheet_of_a_run_needs_the_same_queries_for_two_and_twenty(django_assert_num_queries):
    small, large = scored_world(2).proposed(), scored_world(20).proposed()
    for run, count in ((small, 2), (large, 20)):
        with django_assert_num_queries(4):
            sheet = selectors.runs.run_sheet(run.pk)
        assert len(sheet.lines) == count
        assert sheet.awarded == min(count, 3)
        assert sheet.free_plots == 3 - sheet.awarded
