"""The progress of a job on screen."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.utils import translation

from core.jobs.choices import JobStatus
from core.jobs.models import Job

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def job(person, now):
    return Job.objects.create(
        kind="test", key="1", run_after=now, created_at=now, requested_by=person, progress_done=3, progress_total=8
    )


@pytest.fixture
def stranger(db):
    return get_user_model().objects.create(
        national_code="0790419904", phone="09131234567", first_name="ا", last_name="ب"
    )


def put(job, status, **changes):
    held = status == JobStatus.RUNNING
    changes |= {"lease_until": job.created_at if held else None, "fence": 1}
    changes["finished_at"] = None if held or status == JobStatus.QUEUED else job.created_at
    Job.objects.filter(pk=job.pk).update(status=status, **changes)


def page(client, user, job, **headers):
    client.force_login(user)
    with translation.override("en"):
        return client.get(job.get_absolute_url(), headers={"accept-language": "en"}, **headers)


def test_the_one_who_asked_sees_percent_and_note_and_the_piece_asks_again(client, person, job):
    put(job, JobStatus.RUNNING, progress_note="Drawing")
    answer = page(client, person, job, **HTMX)
    text = answer.content.decode()
    assert "Drawing: 37%" in text and 'value="37"' in text
    assert f'hx-get="{job.get_absolute_url()}"' in text and "<html" not in text
    assert answer["Cache-Control"] == "private, no-store" and "HX-Request" in answer["Vary"]


def test_without_scripts_the_page_comes_again_by_itself_and_has_a_link(client, person, job):
    text = page(client, person, job).content.decode()
    assert '<noscript><meta http-equiv="refresh"' in text and "Look again" in text and "<html" in text


@pytest.mark.parametrize(
    ("status", "changes", "shown"),
    [
        (JobStatus.DONE, {"result": {"url": "/there/", "label": "The list"}}, 'href="/there/"'),
        (JobStatus.FAILED, {"error": "The list is <not> frozen."}, "The list is &lt;not&gt; frozen."),
        (JobStatus.PARKED, {"error": "ValueError: secret detail"}, "have been told"),
    ],
)
def test_at_the_end_the_asking_stops_and_the_outcome_is_shown(client, person, job, status, changes, shown):
    put(job, status, **changes)
    for headers in (HTMX, {}):
        text = page(client, person, job, **headers).content.decode()
        assert shown in text and "secret detail" not in text
        assert "hx-get" not in text and 'http-equiv="refresh"' not in text


def test_a_job_that_failed_once_says_that_it_is_tried_again(client, person, job):
    put(job, JobStatus.QUEUED, attempts=1)
    assert "tried again" in page(client, person, job).content.decode()


def test_strangers_learn_nothing_and_visitors_sign_in(client, stranger, job):
    assert client.get(job.get_absolute_url()).status_code == 302
    assert page(client, stranger, job).status_code == 404
    client.force_login(stranger)
    assert client.get("/jobs/999999/").status_code == 404


def test_staff_with_the_right_of_its_kind_see_it(client, stranger, job, handle):
    import rules

    rules.add_perm("test.see_runs", rules.predicate(lambda user: user.pk == stranger.pk))
    try:
        handle("test", lambda context: None, permission="test.see_runs")
        assert page(client, stranger, job).status_code == 200
    finally:
        rules.remove_perm("test.see_runs")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_job_can_only_be_looked_at(client, person, job, method):
    client.force_login(person)
    assert getattr(client, method)(job.get_absolute_url()).status_code == 405


def test_the_list_of_staff_asks_as_often_for_one_as_for_twenty_and_is_read_only(
    client, stranger, person, now, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    stranger.is_superuser = stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    counts = []
    for total in (1, 20):
        for number in range(Job.objects.count(), total):
            Job.objects.create(kind="test", key=str(number), run_after=now, created_at=now, requested_by=person)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get("/admin/jobs/job/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert client.get("/admin/jobs/job/add/").status_code == 403
    job = Job.objects.first()
    assert client.post(f"/admin/jobs/job/{job.pk}/change/", {"status": "DONE"}).status_code == 403
    assert client.post(f"/admin/jobs/job/{job.pk}/delete/", {"post": "yes"}).status_code == 403
