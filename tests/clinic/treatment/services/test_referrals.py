"""Letters to other bodies: written, signed, answered, carried out; and what a file of them lets whom see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from clinic.cases.selectors.looks import looks_of
from clinic.treatment import letters
from clinic.treatment.errors import NotAgreed
from clinic.treatment.models import Referral
from clinic.treatment.services import referrals
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files import services as files
from core.files.access import grant_for
from core.jobs.models import Job
from tests.core.files.uploads import pdf
from tests.factories import accounts
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_treatment import Planned
from tests.factories.clinic_treatment import letter_to_bank as letter

pytestmark = pytest.mark.django_db


def answered(made: Made, row: Referral, decision: str = "AGREED", **more: object) -> Referral:
    given = {"answered_on": clock.today(), "decision": decision, "text": "موافقت شد", **more}
    return referrals.answer(referral_id=row.pk, by=made.specialist(), now=clock.now(), **given)  # type: ignore[arg-type]


def test_a_letter_is_written_by_the_team_signed_by_the_lead_and_made_as_a_pdf_by_a_job(made: Made) -> None:
    row = letter(made)
    assert row.code.startswith("RF-1405-")
    with pytest.raises(PermissionRefused):
        referrals.send(referral_id=row.pk, by=made.specialist(), now=clock.now())
    row = referrals.send(referral_id=row.pk, by=made.lead, now=clock.now())
    assert (row.status, row.signed_by_id) == ("SENT", made.lead.pk)
    assert Job.objects.filter(kind=letters.JOB, key=row.code).exists()
    with pytest.raises(WrongState):
        referrals.change(referral_id=row.pk, values={"subject": "چیز دیگر"}, by=made.specialist(), now=clock.now())
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(body="متن دیگر")


def test_the_letter_names_the_unit_and_nothing_that_was_measured_in_it(made: Made) -> None:
    row = referrals.send(referral_id=letter(made).pk, by=made.lead, now=clock.now())
    shown = letters.describe(Referral.objects.get(pk=row.pk))
    assert shown["to"] == row.recipient_name and shown["asked"] == "شش ماه مهلت"
    assert next(line["value"] for line in shown["facts"]) == made.case.unit.display_name
    kept = letters.make_pdf(referral_id=row.pk, now=clock.now())
    assert kept.pdf is not None and kept.pdf.original_name == f"{row.code}.pdf"
    assert letters.make_pdf(referral_id=row.pk, now=clock.now()).pdf_id == kept.pdf_id
    for user in (made.lead, made.specialist()):
        assert getattr(grant_for(user, kept.pdf), "purpose", "") == "cases.file"
    assert getattr(grant_for(made.owner, kept.pdf), "purpose", "") == "cases.own_file"
    for who, user in outsiders(made).items():
        assert grant_for(user, kept.pdf) is None, who
    assert looks_of(made.case) == []


def test_an_answer_is_kept_with_its_paper_and_carried_out_by_percent_when_something_was_agreed_to(
    in_treatment: Made,
) -> None:
    row = letter(in_treatment, project=in_treatment.case.plans.get().projects.get())
    with pytest.raises(WrongState):
        answered(in_treatment, row)
    row = referrals.send(referral_id=row.pk, by=in_treatment.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        answered(in_treatment, row, answered_on=clock.today() + timedelta(days=1))
    with pytest.raises(InvalidInput):
        answered(in_treatment, row, decision="MAYBE")
    row = answered(in_treatment, row, "PARTLY")
    assert (row.status, row.decision) == ("ANSWERED", "PARTLY")
    for bad in (-1, 101):
        with pytest.raises(InvalidInput):
            referrals.note_execution(referral_id=row.pk, percent=bad, by=in_treatment.lead, now=clock.now())
    row = referrals.note_execution(referral_id=row.pk, percent=40, by=in_treatment.specialist(), now=clock.now())
    assert (row.status, row.percent_executed) == ("ANSWERED", 40)
    row = referrals.note_execution(referral_id=row.pk, percent=100, by=in_treatment.specialist(), now=clock.now())
    assert (row.status, row.percent_executed) == ("EXECUTED", 100)


def test_nothing_of_a_refusal_is_carried_out(made: Made) -> None:
    row = answered(made, referrals.send(referral_id=letter(made).pk, by=made.lead, now=clock.now()), "REFUSED")
    with pytest.raises(NotAgreed):
        referrals.note_execution(referral_id=row.pk, percent=10, by=made.lead, now=clock.now())
    with pytest.raises(IntegrityError, match="percent_of_what_was_agreed"), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(percent_executed=10)


def test_a_letter_is_taken_back_before_its_answer_with_a_reason(made: Made) -> None:
    row = referrals.send(referral_id=letter(made).pk, by=made.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        referrals.withdraw(referral_id=row.pk, reason="", by=made.lead, now=clock.now())
    row = referrals.withdraw(referral_id=row.pk, reason="بدهی تسویه شد", by=made.lead, now=clock.now())
    assert row.status == "WITHDRAWN"
    with pytest.raises(WrongState):
        answered(made, row)


def test_no_letter_before_the_diagnosis_by_a_stranger_or_for_a_project_of_another_case(
    visited: Made, made: Made, planned: Planned
) -> None:
    with pytest.raises(WrongState):
        letter(visited)
    other, plan = planned
    for user in (made.owner, accounts.manager(), other.specialist()):
        with pytest.raises(PermissionRefused):
            referrals.write(case_id=made.case.pk, values={"subject": "x"}, by=user, now=clock.now())
    foreign = plan.projects.get()
    with pytest.raises(InvalidInput):
        letter(made, project=foreign)
    for empty in ("recipient_name", "subject", "body", "asked"):
        with pytest.raises(InvalidInput):
            letter(made, **{empty: " "})
    row = letter(made)
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(project=foreign)


def test_a_look_at_an_answer_stands_among_the_looks_the_unit_reads(made: Made) -> None:
    row = referrals.send(referral_id=letter(made).pk, by=made.lead, now=clock.now())
    paper = ContentFile(pdf(), name="answer.pdf")
    row = answered(made, row, file=paper)
    assert row.answer_file is not None
    files.log_look(row.answer_file, by=made.specialist(), purpose="cases.file", now=clock.now())
    assert [line.what for line in looks_of(made.case)] == ["answer.pdf"]
