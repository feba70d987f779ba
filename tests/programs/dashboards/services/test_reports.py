"""Reports: made once by their job, missed months made up, subscribers told, the public part shown by a manager alone."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from accounts.choices import Role
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files.services import open_unlogged
from core.jobs import services as jobs
from core.jobs.choices import JobStatus
from core.jobs.models import Job
from core.messages.models import Message
from programs.dashboards.models import MonthlyReport, ReportSubscription
from programs.dashboards.services import reports
from programs.models import Programme
from tests.factories import accounts
from tests.factories.programs import NOW, month
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db
ABAN = month(8)


def make(by: Any = None, at: Any = ABAN) -> MonthlyReport:
    job = reports.ask(month=at, by=by, now=NOW)
    assert jobs.work(job.pk, now=NOW) == JobStatus.DONE
    return MonthlyReport.objects.latest("pk")


def pages_of(report: MonthlyReport, kind: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(open_unlogged(report.files.get(kind=kind).file).read()))


def test_the_job_makes_paper_public_paper_and_slides(programme: Programme) -> None:
    boss = accounts.manager()
    report = make(by=boss)
    assert (report.month, report.version, report.made_by, report.data["programmes"][0]["actual"]) == (
        ABAN, 1, boss, "40.80",
    )  # fmt: skip
    kinds = list(report.files.order_by("kind", "position").values_list("kind", flat=True))
    assert kinds == ["PAPER", "PUBLIC"] + ["SLIDE"] * (len(kinds) - 2)
    assert len(kinds) == 2 + len(report.files.filter(kind="SLIDE")) >= 8
    assert {row.file.width for row in report.files.filter(kind="SLIDE").select_related("file")} == {1920}
    whole, public = pages_of(report, "PAPER"), pages_of(report, "PUBLIC")
    assert len(whole.pages) >= len(public.pages) >= 3
    job = Job.objects.get(kind=reports.KIND)
    assert (job.result["url"], job.percent) == (report.get_absolute_url(), 100)
    archive = zipfile.ZipFile(io.BytesIO(reports.bundle(report)))
    assert archive.namelist()[0] == "1405-08-01.jpg"
    assert len(archive.namelist()) == len(kinds) - 2
    assert archive.read("1405-08-01.jpg")[:3] == b"\xff\xd8\xff"


def test_a_try_that_dies_leaves_no_report_and_the_next_makes_one(programme: Programme, monkeypatch: Any) -> None:
    job = reports.ask(month=ABAN, by=None, now=NOW)
    real = reports._tell

    def dies(*args: Any, **values: Any) -> None:
        monkeypatch.setattr(reports, "_tell", real)
        raise ConnectionError("killed at the last moment")

    monkeypatch.setattr(reports, "_tell", dies)
    assert jobs.work(job.pk, now=NOW) == JobStatus.QUEUED
    assert not MonthlyReport.objects.exists()
    later = NOW + timedelta(hours=1)
    assert jobs.work(job.pk, now=later) == JobStatus.DONE
    assert jobs.work(job.pk, now=later) is None
    assert MonthlyReport.objects.count() == 1


def test_asking_twice_is_asking_once() -> None:
    boss = accounts.manager()
    first = reports.ask(month=ABAN, by=boss, now=NOW)
    assert reports.ask(month=ABAN, by=boss, now=NOW) == first
    assert reports.ask(month=month(7), by=boss, now=NOW) != first


def test_every_month_that_was_missed_is_made_up_and_none_twice() -> None:
    ReportFactory(month(5))
    ReportFactory(month(7))
    asked = reports.ask_for_due(now=NOW)
    assert [job.payload["month"] for job in asked] == [month(6).isoformat(), ABAN.isoformat()]
    assert [job.pk for job in reports.ask_for_due(now=NOW)] == [job.pk for job in asked]
    for at in (6, 8):
        ReportFactory(month(at))
    Job.objects.filter(kind=reports.KIND).delete()
    assert reports.ask_for_due(now=NOW) == []


def test_before_the_first_report_only_the_last_whole_month_is_due() -> None:
    assert [job.payload["month"] for job in reports.ask_for_due(now=NOW)] == [ABAN.isoformat()]


def test_who_may_ask_and_for_what() -> None:
    for role in (Role.AUDITOR, Role.FINANCE):
        with pytest.raises(PermissionRefused):
            reports.ask(month=ABAN, by=accounts.staff(role), now=NOW)
    for at in (month(10), ABAN + timedelta(days=1)):
        with pytest.raises(InvalidInput):
            reports.ask(month=at, by=accounts.manager(), now=NOW)


def test_a_new_version_keeps_the_old() -> None:
    one, two = ReportFactory(), ReportFactory()
    assert (one.version, two.version) == (1, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        MonthlyReport.objects.filter(pk=two.pk).update(version=1)


def test_subscribers_are_told_once_by_a_link(settings: Any) -> None:
    settings.PUBLIC_URL = "https://portal.example"
    boss, left = accounts.manager(), accounts.UserFactory()
    boss.email = "boss@example.ir"
    boss.save()
    reports.subscribe(user=boss, now=NOW)
    assert reports.subscribe(user=boss, now=NOW) == ReportSubscription.objects.get()
    ReportSubscription.objects.create(user=left, since=NOW)  # no longer of the staff
    report = ReportFactory()
    for _again in range(2):
        reports._tell(report, now=NOW)
    written = Message.objects.filter(template="dashboards.report_ready")
    assert sorted(written.values_list("channel", "user")) == [("email", boss.pk), ("portal", boss.pk)]
    assert f"https://portal.example/dashboard/reports/{report.pk}/" in written.get(channel="email").text
    reports.unsubscribe(user=boss)
    assert not ReportSubscription.objects.filter(user=boss).exists()
    with pytest.raises(PermissionRefused):
        reports.subscribe(user=left, now=NOW)


def test_only_a_manager_shows_a_report_to_everybody_and_one_version_at_a_time() -> None:
    boss, one, two = accounts.manager(), ReportFactory(), ReportFactory()
    with pytest.raises(PermissionRefused):
        reports.publish(report_id=one.pk, by=accounts.programme_officer(), now=NOW)
    reports.publish(report_id=one.pk, by=boss, now=NOW)
    with pytest.raises(WrongState):
        reports.publish(report_id=one.pk, by=boss, now=NOW)
    reports.publish(report_id=two.pk, by=boss, now=NOW)
    assert list(MonthlyReport.objects.filter(published_at__isnull=False)) == [two]
    reports.take_back(report_id=two.pk, by=boss, now=NOW)
    with pytest.raises(WrongState):
        reports.take_back(report_id=two.pk, by=boss, now=NOW)
