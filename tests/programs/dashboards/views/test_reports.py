"""Pages of the monthly reports: who sees them, what they offer, and what the public gets."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.choices import Role
from core import pdf
from core.files import intake
from core.jobs.models import Job
from programs.dashboards.choices import ReportFileKind
from programs.dashboards.models import MonthlyReport, ReportSubscription
from programs.dashboards.permissions import MAKERS
from programs.dashboards.reports import paper
from programs.dashboards.reports.public import public
from programs.dashboards.services import reports
from programs.models import Programme
from tests.factories import accounts
from tests.factories.programs import NOW, month
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db
LIST = "/dashboard/reports/"


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def with_papers() -> MonthlyReport:
    """A report with both papers, really set."""
    plain = ReportFactory().data
    made = []
    for kind in (ReportFileKind.PAPER, ReportFileKind.PUBLIC):
        is_public = kind == ReportFileKind.PUBLIC
        data = public(plain) if is_public else plain
        bytes_ = pdf.render(reports.PAPER, paper.paper(data, version=2, is_public=is_public))
        stored = intake.store(ContentFile(bytes_, name="report.pdf"), by=None, now=NOW, kinds=("pdf",))
        made.append((kind, 0, "", stored))
    return ReportFactory(made=made)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.APPLICANT])
def test_those_who_bring_the_report_before_the_assembly_have_it_made(role: Role) -> None:
    answer = client_of(role).post(LIST, {"month": month(8).isoformat()})
    assert answer.status_code == (302 if role in MAKERS else 403)
    assert Job.objects.filter(kind=reports.KIND).exists() == (role in MAKERS)


def test_asking_leads_to_the_progress() -> None:
    client = client_of()
    answer = client.post(LIST, {"month": month(8).isoformat()}, follow=True)
    assert answer.context["job"] == Job.objects.get(kind=reports.KIND)
    assert "data-poll" in answer.content.decode() or "hx-get" in answer.content.decode()
    for wrong in ("", "1405-08", month(12).isoformat()):
        assert client.post(LIST, {"month": wrong}).status_code == 422


def test_one_subscribes_and_leaves_by_a_button() -> None:
    client = client_of(Role.AUDITOR)
    client.post(LIST, {"subscribe": "yes"})
    assert ReportSubscription.objects.count() == 1
    assert client.get(LIST).context["is_subscribed"]
    client.post(LIST, {"subscribe": "no"})
    assert not ReportSubscription.objects.exists()


def test_the_page_shows_the_frozen_figures(programme: Programme) -> None:
    report = ReportFactory()
    programme.name = "نام دیگر"
    programme.save()
    shown = client_of().get(report.get_absolute_url()).content.decode()
    assert "۴۰٫۸٪" in shown
    assert "پست برق سلطانیه" in shown
    assert "نام دیگر" not in shown
    assert client_of().get(f"{LIST}999999/").status_code == 404


def test_two_months_stand_side_by_side(programme: Programme) -> None:
    one, other = ReportFactory(month(7)), ReportFactory(month(8))
    address = f"{LIST}compare/?one={other.pk}&other={one.pk}"
    found = client_of().get(address).context["found"]
    assert (found.before, found.after) == (one, other)
    assert [str(value) for value in found.programmes[0].done] == ["9.00", "40.80"]
    csv = client_of().get(f"{address}&form=csv").content.decode("utf-8-sig")
    assert "9.00,40.80,31.80" in csv
    assert client_of().get(f"{LIST}compare/?one=x&other={one.pk}").status_code == 404


def test_the_public_opens_the_public_paper_of_a_published_report_alone(programme: Programme) -> None:
    report = with_papers()
    own = report.files.get(kind="PAPER").file.get_absolute_url()
    public = report.files.get(kind="PUBLIC").file.get_absolute_url()
    visitor = Client()
    assert public not in visitor.get(f"{LIST}public/").content.decode()
    assert visitor.get(public).status_code == 302
    boss = client_of()
    boss.post(report.get_absolute_url(), {"act": "publish"})
    assert public in visitor.get(f"{LIST}public/").content.decode()
    assert (visitor.get(public).status_code, visitor.get(own).status_code) == (200, 302)
    assert (boss.get(own).status_code, client_of(Role.CLINIC_LEAD).get(own).status_code) == (200, 404)
    boss.post(report.get_absolute_url(), {"act": "take_back"})
    assert visitor.get(public).status_code == 302


def test_only_a_manager_has_the_button_that_publishes(programme: Programme) -> None:
    report = ReportFactory()
    assert client_of(Role.PROGRAMME_OFFICER).post(report.get_absolute_url(), {"act": "publish"}).status_code == 403
    assert not client_of(Role.PROGRAMME_OFFICER).get(report.get_absolute_url()).context["may_publish"]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_the_number_of_queries_does_not_grow(programme: Programme) -> None:
    client, boss = client_of(), accounts.manager()
    report: Any = ReportFactory(by=boss)
    counts = [queries(client, LIST), queries(client, report.get_absolute_url())]
    for at in range(1, 8):
        ReportFactory(month(at), by=boss)
        report = ReportFactory(by=boss)
    assert [queries(client, LIST), queries(client, report.get_absolute_url())] == counts
    assert max(counts) <= 12
