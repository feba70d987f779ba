"""A report is made when its parts exist, frozen, signed by the whole team, and given out after that."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from clinic.cases.choices import Standing
from clinic.cases.models import TeamMember
from clinic.cases.selectors.looks import looks_of
from clinic.cases.services import cases, diagnosis, team
from clinic.reports import policies
from clinic.reports.choices import ReportStatus
from clinic.reports.errors import NothingToWaive, Outdated, PaperNotReady, PartsMissing, SignedAlready, StillInTeam
from clinic.reports.models import DiagnosticReport, ReportSignature, SignatureWaiver
from clinic.reports.paper.content import hash_of
from clinic.reports.paper.signatures import filled
from clinic.reports.permissions import READ
from clinic.reports.selectors.report import report_page
from clinic.reports.services import reports
from core import clock, verification
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files.access import grant_for
from core.files.services import open_logged
from core.jobs.models import Job
from core.messages.models import Message
from tests.factories import accounts
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_reports import Reported, ReportFactory

pytestmark = pytest.mark.django_db


def sign(report: DiagnosticReport, made: Made, specialty: str = "finance") -> DiagnosticReport:
    return reports.sign(report_id=report.pk, by=made.specialist(specialty), now=clock.now())


def read_again(report: DiagnosticReport) -> DiagnosticReport:
    return DiagnosticReport.objects.select_related("case__request__applicant", "plan").get(pk=report.pk)


def test_a_report_asked_for_before_its_parts_exist_is_refused_with_every_missing_part(with_team: Made) -> None:
    made = with_team
    with pytest.raises(PartsMissing) as refused:
        reports.make(case_id=made.case.pk, by=made.lead, now=clock.now())
    named = refused.value.params["parts"].split("؛ ")
    assert named == [str(name) for name in policies.NEEDED.values()]
    assert [str(one) for one in policies.missing_of(made.case)] == named
    assert not DiagnosticReport.objects.filter(case=made.case).exists()


def test_with_all_parts_nothing_is_missing_and_a_draft_plan_is_no_plan(diagnosed: Made, proposed: Reported) -> None:
    assert {str(one) for one in policies.missing_of(diagnosed.case)} == {
        str(policies.NEEDED["profile"]), str(policies.NEEDED["plan"]),
    }  # fmt: skip
    assert policies.missing_of(proposed[0].case) == []


def test_a_version_is_frozen_and_the_next_one_takes_its_place(reported: Reported) -> None:
    made, first = reported
    kept = read_again(first)
    assert kept.version == 1
    assert kept.code.startswith("DR-1405-")
    assert hash_of(kept.data) == kept.sha256, "what was signed is what is stored"
    unit = made.case.unit
    unit.name = "نام تازه"
    unit.save(update_fields=["name"])
    assert read_again(first).data["subtitle"] != "نام تازه"
    second = ReportFactory(made, paper=False)
    assert (second.version, second.data["subtitle"]) == (2, "نام تازه")
    assert read_again(first).status == ReportStatus.SUPERSEDED
    with pytest.raises(WrongState):
        sign(first, made)


def test_what_a_report_says_and_who_signed_it_cannot_be_changed_in_the_database(reported: Reported) -> None:
    made, report = reported
    sign(report, made)
    for change in ({"data": {}}, {"sha256": "0" * 64}, {"plan_id": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            DiagnosticReport.objects.filter(pk=report.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportSignature.objects.update(signed_at=clock.now() - timedelta(days=1))
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportSignature.objects.all().delete()


def test_the_database_takes_signatures_of_the_team_for_what_the_report_says_alone(
    reported: Reported, with_team: Made
) -> None:
    made, report = reported
    mine, stranger = made.case.members.get(), with_team.case.members.get()
    for member, sha256 in ((stranger, report.sha256), (mine, "0" * 64)):
        with pytest.raises(DatabaseError), transaction.atomic():
            ReportSignature.objects.create(report=report, member=member, sha256=sha256, signed_at=clock.now())


def test_the_lead_makes_it_and_the_team_signs_it_nobody_else(reported: Reported) -> None:
    made, report = reported
    strangers = outsiders(made)
    for who in (*strangers.values(), made.owner, made.specialist(), accounts.auditor()):
        with pytest.raises(PermissionRefused):
            reports.make(case_id=made.case.pk, by=who, now=clock.now())
    for who in (*strangers.values(), made.owner, made.lead, accounts.auditor()):
        with pytest.raises(PermissionRefused):
            reports.sign(report_id=report.pk, by=who, now=clock.now())
    assert not report.signatures.exists()
    assert {name for name, who in strangers.items() if who.has_perm(READ, read_again(report))} == set()


def test_it_is_signed_when_everybody_has_signed_and_everybody_signs_once(reported_by_two: Reported) -> None:
    made, _before = reported_by_two
    report = ReportFactory(made, paper=False)
    with pytest.raises(PaperNotReady):
        sign(report, made)
    reports.set_paper(report_id=report.pk, now=clock.now())
    sign(report, made)
    assert read_again(report).status == ReportStatus.WAITING
    with pytest.raises(SignedAlready):
        sign(report, made)
    sign(report, made, "commercial")
    whole = read_again(report)
    assert (whole.status, whole.signed_at is not None) == (ReportStatus.SIGNED, True)
    stages = Job.objects.filter(kind=reports.JOB, key__startswith=report.code).values_list("key", flat=True)
    assert sorted(stages) == [f"{report.code}:signed", f"{report.code}:unsigned"]
    told = Message.objects.filter(user=made.owner, template="clinic_reports.given_out")
    assert told.exists(), "the committee has approved the plan already"


def leave(made: Made, specialty: str) -> TeamMember:
    """This member leaves the team."""
    member = made.case.members.current().get(specialty=specialty)
    return team.end_membership(member_id=member.pk, reason="سفر", by=made.lead, now=clock.now())


def without(report: DiagnosticReport, member: TeamMember, made: Made, **changes: Any) -> DiagnosticReport:
    given = {"reason": "به شهر دیگری رفت", "by": made.lead, **changes}
    return reports.go_without(report_id=report.pk, member_id=member.pk, now=clock.now(), **given)


def test_a_report_goes_on_without_who_left_before_signing_for_a_reason_that_stands_on_it(
    reported_by_two: Reported,
) -> None:
    made, report = reported_by_two
    stays, goes = made.case.members.get(specialty="finance"), made.case.members.get(specialty="commercial")
    with pytest.raises(StillInTeam):
        without(report, goes, made)
    with pytest.raises(DatabaseError, match="signs for himself"), transaction.atomic():
        SignatureWaiver.objects.create(
            report=report, member=goes, reason="؟", waived_by=made.lead, waived_at=clock.now()
        )
    left = leave(made, "commercial")
    sign(report, made)
    assert read_again(report).status == ReportStatus.WAITING, "somebody who left is not passed over in silence"
    for by in (made.specialist(), made.owner, accounts.auditor()):
        with pytest.raises(PermissionRefused):
            without(report, left, made, by=by)
    with pytest.raises(InvalidInput):
        without(report, left, made, reason=" ")
    without(report, left, made)
    whole = read_again(report)
    assert whole.status == ReportStatus.SIGNED
    lines = {line.member.pk: line for line in report_page(made.case, frozenset({Standing.LEAD}), made.lead).lines}
    assert lines[stays.pk].signature and lines[left.pk].waiver and not lines[left.pk].signature
    printed = next(block for block in filled(whole)["blocks"] if block["kind"] == "signatures")["rows"]
    assert [("به شهر دیگری رفت" in row["without"], row["signed"] != "") for row in printed] == [
        (False, True),
        (True, False),
    ]
    with pytest.raises(WrongState):
        without(report, left, made)
    with pytest.raises(DatabaseError), transaction.atomic():
        SignatureWaiver.objects.all().delete()


def test_nobody_signs_is_no_report_and_who_comes_back_or_left_before_is_not_waited_for(
    reported_by_two: Reported,
) -> None:
    made, _before = reported_by_two
    early = leave(made, "commercial")
    report = ReportFactory(made)
    with pytest.raises(NothingToWaive):
        without(report, early, made)
    left = leave(made, "finance")
    without(report, left, made)
    assert read_again(report).status == ReportStatus.WAITING, "a report nobody signed is none"
    made.name("commercial")
    sign(report, made, "commercial")
    assert read_again(report).status == ReportStatus.SIGNED
    again = ReportFactory(made)
    leave(made, "commercial")
    made.name("commercial")
    sign(again, made, "commercial")
    assert read_again(again).status == ReportStatus.SIGNED
    outdated = ReportFactory(made, paper=False)
    gone = leave(made, "commercial")
    diagnosis_before = outdated.diagnosed_at
    type(made.case).objects.filter(pk=made.case.pk).update(diagnosed_at=diagnosis_before + timedelta(seconds=1))
    with pytest.raises(Outdated):
        without(outdated, gone, made)


def test_a_report_that_waits_when_its_case_is_closed_stays_unsigned_for_good(
    reported_by_two: Reported, signed: Reported
) -> None:
    made, report = reported_by_two
    sign(report, made)
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="واحد فروخته شد", by=made.lead, now=clock.now())
    ended = read_again(report)
    assert (ended.status, ended.lapsed_at is not None) == (ReportStatus.LAPSED, True)
    shown = report_page(made.reload(), frozenset({Standing.LEAD}), made.lead)
    assert shown.current is not None and shown.current.report.status == ReportStatus.LAPSED
    assert [(line.signature is None, line.has_left) for line in shown.lines] == [(False, False), (True, False)]
    assert not shown.may_make and not shown.is_outdated and not policies.is_given_out(ended)
    found = verification.find(report.code)
    assert found is not None and found.found.is_lapsed
    other, done = signed
    cases.end_early(case_id=other.case.pk, outcome="DROPPED", reason="واحد فروخته شد", by=other.lead, now=clock.now())
    assert read_again(done).status == ReportStatus.SIGNED


def test_a_changed_plan_makes_a_report_unfit_to_be_signed(proposed: Reported) -> None:
    made, report = proposed
    plan = report.plan
    plan.status, plan.return_reason = "RETURNED", "کم است"
    plan.save(update_fields=["status", "return_reason"])
    with pytest.raises(Outdated):
        sign(report, made)


def test_an_opened_diagnosis_makes_a_report_unfit_to_be_signed(proposed: Reported) -> None:
    made, report = proposed
    diagnosis.reopen(case_id=made.case.pk, reason="یافتهٔ تازه", by=made.lead, now=clock.now())
    with pytest.raises(Outdated):
        sign(report, made)


def test_the_unit_opens_the_signed_paper_alone_once_the_plan_is_approved(proposed: Reported) -> None:
    made, report = proposed
    draft = report.papers.get().file
    sign(report, made)
    signed = reports.set_paper(report_id=report.pk, now=clock.now()).file
    assert grant_for(made.owner, signed) is None, "the committee has not approved the plan"
    plan = read_again(report).plan
    plan.status, plan.approved_by, plan.approved_at, plan.committee_session = (
        "COMMITTEE_APPROVED", accounts.clinic_lead(), clock.now(), "نشست ۳",
    )  # fmt: skip
    plan.save()
    assert grant_for(made.owner, signed) is not None
    assert grant_for(made.owner, draft) is None
    assert grant_for(made.specialist(), draft) is not None
    for name, who in outsiders(made).items():
        assert grant_for(who, signed) is None, name


def test_the_unit_reads_who_has_opened_its_report(signed: Reported) -> None:
    made, report = signed
    file = report.papers.get(is_signed=True).file
    looked: Any = made.specialist()
    open_logged(file=file, by=looked, purpose="cases.file", now=clock.now())
    assert [(line.by, line.is_file) for line in looks_of(made.case)] == [(looked.display_name, True)]


def test_everybody_can_check_a_report_and_learns_nothing_of_the_unit(signed: Reported) -> None:
    made, report = signed
    found = verification.find(report.code.lower())
    assert found is not None
    known = found.found
    assert (known.version, known.signatures, known.sha256, known.is_replaced) == (1, 1, report.sha256, False)
    assert made.case.unit.name not in str(known)
    ReportFactory(made, paper=False)
    again = verification.find(report.code)
    assert again is not None and again.found.is_replaced
    assert verification.find("DR-1405-2222222") is None


def test_a_paper_is_set_once_in_each_state(reported: Reported) -> None:
    made, report = reported
    sign(report, made)
    two = [reports.set_paper(report_id=report.pk, now=clock.now()) for _time in range(2)]
    assert two[0] == two[1]
    assert [row.is_signed for row in report.papers.all()] == [False, True]


def test_the_paper_of_the_team_is_set_once(reported: Reported) -> None:
    _made, report = reported
    assert reports.set_paper(report_id=report.pk, now=clock.now()) == report.papers.get()
