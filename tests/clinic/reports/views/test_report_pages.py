"""The page of a report: each reads his part, the team signs with the password, and a page costs the same always."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clinic.cases.models import CaseLook
from clinic.cases.services import cases, team
from clinic.reports.choices import ReportStatus
from clinic.reports.models import DiagnosticReport, ReportSignature
from core import clock
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_reports import Reported, ReportFactory

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def address(made: Made, name: str = "report") -> str:
    return reverse(f"clinic_reports:{name}", args=[made.case.number])


def test_the_lead_makes_the_report_on_its_page_and_reads_what_is_missing_before(
    diagnosed: Made, reported: Reported
) -> None:
    early = diagnosed
    page = browser(early.lead).get(address(early))
    assert [str(part) for part in page.context["found"].missing]
    assert not page.context["found"].may_make
    refused = browser(early.lead).post(address(early, "make"), follow=True)
    assert not DiagnosticReport.objects.filter(case=early.case).exists()
    assert "alert" in refused.content.decode() or list(refused.context["messages"])
    made, first = reported
    answer = browser(made.lead).post(address(made, "make"))
    assert answer.status_code == 302
    assert DiagnosticReport.objects.get(case=made.case, version=2).pk != first.pk


def test_the_team_signs_with_the_password_and_only_what_was_shown(reported: Reported) -> None:
    made, report = reported
    client = browser(made.specialist())
    wrong = client.post(address(made, "sign"), {"report": report.pk, "password": "not this one"})
    assert wrong.status_code == 422
    assert "password" in wrong.context["form"].errors
    other = client.post(address(made, "sign"), {"report": report.pk + 1, "password": PASSWORD})
    assert other.status_code == 422
    assert not ReportSignature.objects.filter(report=report).exists()
    done = client.post(address(made, "sign"), {"report": report.pk, "password": PASSWORD})
    assert done.status_code == 302
    report.refresh_from_db()
    assert report.status == ReportStatus.SIGNED
    again = client.get(address(made, "sign"))
    assert again.status_code == 302, "there is nothing to sign any more"


def test_the_unit_reads_the_report_when_it_is_given_out_and_nobody_else_reads_it(reported: Reported) -> None:
    made, report = reported
    before = browser(made.owner).get(address(made))
    assert before.context["found"].current is None
    signed = ReportFactory.signed(made)
    after = browser(made.owner).get(address(made)).context["found"]
    assert after.current.report.pk == signed.pk
    assert after.current.paper.is_signed
    assert [line.report.pk for line in after.versions] == [signed.pk], "the version nobody signed is not the unit's"
    assert report.pk != signed.pk
    for name, who in outsiders(made).items():
        assert browser(who).get(address(made)).status_code == 404, name
    auditor = accounts.auditor()
    assert browser(auditor).get(address(made)).status_code == 200
    assert browser(auditor).get(address(made, "sign")).status_code == 403
    assert browser(auditor).post(address(made, "make")).status_code == 403
    looked = CaseLook.objects.filter(case=made.case, part="report").values_list("by", flat=True)
    assert set(looked) == {auditor.pk}, "the unit's own looks are not written"


def test_the_lead_goes_on_without_who_left_and_a_closed_case_says_that_its_report_stays_unsigned(
    reported_by_two: Reported,
) -> None:
    made, report = reported_by_two
    stays, goes = made.case.members.get(specialty="finance"), made.case.members.get(specialty="commercial")
    team.end_membership(member_id=goes.pk, reason="سفر", by=made.lead, now=clock.now())
    there = [reverse("clinic_reports:go_without", args=[made.case.number, one.pk]) for one in (stays, goes)]
    lead = browser(made.lead)
    assert there[1] in lead.get(address(made)).content.decode()
    assert there[1] not in browser(made.specialist()).get(address(made)).content.decode()
    assert [lead.get(one).status_code for one in there] == [404, 200]
    assert lead.get(there[1]).context["form"]["reason"].value() == "سفر"
    assert browser(made.specialist()).post(there[1], {"reason": "سفر"}).status_code == 403
    assert lead.post(there[1], {"reason": ""}).status_code == 422
    assert lead.post(there[1], {"reason": "به شهر دیگری رفت"}).status_code == 302
    assert "به شهر دیگری رفت" in lead.get(address(made)).content.decode()
    assert lead.get(there[1]).status_code == 404
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="واحد فروخته شد", by=made.lead, now=clock.now())
    report.refresh_from_db()
    assert report.status == ReportStatus.LAPSED
    assert lead.get(address(made)).context["found"].current.report.lapsed_at
    assert browser(made.owner).get(address(made)).context["found"].current is None


def test_a_report_page_costs_at_most_twelve_queries_however_many_versions_there_are(
    reported_by_two: Reported,
) -> None:
    made, _first = reported_by_two
    ReportFactory(made, paper=False)
    client = browser(made.lead)
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address(made)).status_code == 200
        counts.append(len([one for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]]))
        ReportFactory(made, paper=False)
    assert counts[0] == counts[1]
    assert counts[1] <= MOST_QUERIES, counts
