"""Attendance, marks, settling the results, certificates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from core.persian.tracking import parse_tracking_code
from tests.factories.accounts import UserFactory, auditor
from tests.factories.training import Class, CourseFactory
from training import verification
from training.errors import NotReady
from training.models import Attendance, Certificate, ExamResult
from training.selectors.results import lines
from training.services import attendance, certificates, exams, finishing

pytestmark = pytest.mark.django_db

SHEETS = [("PRESENT", "PRESENT"), ("LATE", "ABSENT")]


def over(**facts: object) -> Class:
    return CourseFactory.over(sheets=SHEETS, scores=("85", "70"), **facts)


def test_a_sheet_is_taken_from_the_beginning_of_its_session_and_corrected_by_the_same_page() -> None:
    made = CourseFactory()
    made.join()
    session = made.course.sessions.first()
    with pytest.raises(WrongState):
        made.sheet(session, ["PRESENT"])
    with clock.shifted(session.starts_at - clock.now()):
        made.sheet(session, ["PRESENT"])
        made.sheet(session, ["LATE"])
    assert Attendance.objects.get().state == "LATE"
    assert Entry.objects.filter(action="training.sheet.taken").count() == 2


def test_a_sheet_names_only_who_has_a_seat() -> None:
    made, other = CourseFactory.over(), CourseFactory.over()
    stranger = other.registration(0)
    with pytest.raises(InvalidInput):
        attendance.take(
            session_id=made.course.sessions.first().pk,
            states={stranger.pk: "PRESENT"},
            by=made.officer,
            now=clock.now(),
        )
    with pytest.raises(IntegrityError, match="belong to one course"), transaction.atomic():
        Attendance.objects.create(
            session=made.course.sessions.first(), registration=stranger, state="PRESENT", noted_at=clock.now()
        )


def test_nobody_but_those_who_hold_courses_notes_or_marks() -> None:
    made = CourseFactory.over()
    row = made.registration(0)
    for user in (auditor(), UserFactory(), row.person.user):
        with pytest.raises(PermissionRefused):
            attendance.take(
                session_id=made.course.sessions.first().pk, states={row.pk: "PRESENT"}, by=user, now=clock.now()
            )
        with pytest.raises(PermissionRefused):
            exams.enter(course_id=made.course.pk, scores={row.pk: Decimal(90)}, by=user, now=clock.now())
        with pytest.raises(PermissionRefused):
            finishing.finish(course_id=made.course.pk, by=user, now=clock.now())


@pytest.mark.parametrize("score", ["-1", "100.01", "1000"])
def test_marks_lie_between_0_and_100(score: str) -> None:
    made = CourseFactory.over()
    with pytest.raises(InvalidInput):
        made.marks(score)
    assert not ExamResult.objects.exists()


def test_a_correction_is_a_new_row_and_the_old_one_stays() -> None:
    made = CourseFactory.over(scores=("40",))
    old = ExamResult.objects.get()
    with pytest.raises(InvalidInput):
        exams.correct(result_id=old.pk, score=Decimal(70), note=" ", by=made.officer, now=clock.now())
    new = exams.correct(result_id=old.pk, score=Decimal(70), note="جمع اشتباه", by=made.officer, now=clock.now())
    old.refresh_from_db()
    assert (old.score, old.superseded, new.corrects_id, new.attempt) == (Decimal(40), True, old.pk, 1)
    assert lines(made.course)[0].outcome.score == Decimal(70)
    with pytest.raises(InvalidInput):
        exams.correct(result_id=old.pk, score=Decimal(80), note="باز", by=made.officer, now=clock.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        ExamResult.objects.filter(pk=new.pk).update(score=99)


def test_results_are_settled_only_with_every_sheet() -> None:
    made = CourseFactory.over(sheets=SHEETS[:1], scores=("85", "70"))
    with pytest.raises(NotReady):
        made.finish()
    assert made.reload().status == "FINISHED"
    assert not Certificate.objects.exists()


def test_results_are_not_settled_before_the_end() -> None:
    made = CourseFactory()
    made.join()
    with pytest.raises(WrongState):
        made.finish()


def test_the_announced_rules_decide_and_everybody_is_told() -> None:
    made = over()
    made.finish()
    assert [made.registration(place).status for place in (0, 1)] == ["COMPLETED", "FAILED"]
    assert made.course.status == "CLOSED"
    certificate = Certificate.objects.get()
    assert certificate.registration == made.registration(0)
    assert certificate.hours == Decimal(6)
    assert parse_tracking_code(certificate.code, prefix="CT") == certificate.code
    told = Message.objects.filter(channel="portal").exclude(template="training.registered")
    assert set(told.values_list("user_id", "template")) == {
        (made.people[0].user_id, "training.passed"),
        (made.people[1].user_id, "training.not_passed"),
    }
    with pytest.raises(WrongState):
        made.finish()
    assert Certificate.objects.count() == 1


def test_the_database_gives_no_certificate_to_who_did_not_pass() -> None:
    made = CourseFactory.closed()
    with pytest.raises(IntegrityError, match="for who passed"), transaction.atomic():
        Certificate.objects.create(
            registration=made.registration(1), code="CT-1405-2222222", holder_name="x", course_name="y", hours=1,
            issued_at=clock.now(),
        )  # fmt: skip
    for facts in ({"holder_name": "دیگری"}, {"revoked_at": clock.now()}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.update(**facts)


def test_a_certificate_is_revoked_once_with_a_reason_its_holder_reads() -> None:
    made = CourseFactory.closed()
    row = Certificate.objects.get()

    def revoke(reason: str, by: object) -> None:
        certificates.revoke(certificate_id=row.pk, reason=reason, by=by, now=clock.now())

    with pytest.raises(InvalidInput):
        revoke("", made.officer)
    with pytest.raises(PermissionRefused):
        revoke("چرا", made.people[0].user)
    revoke("نام اشتباه", made.officer)
    with pytest.raises(WrongState):
        revoke("باز", made.officer)
    assert "نام اشتباه" in Message.objects.get(template="training.revoked", channel="portal").text
    found = verification.find(row.code)
    assert found is not None and not found.is_valid
    assert "نام اشتباه" not in str(found)


def test_a_genuine_code_is_found_in_any_spelling_and_hides_the_name() -> None:
    made = CourseFactory.closed()
    row = Certificate.objects.get()
    persian = row.code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")).lower()
    for spelling in (row.code, persian, row.code.replace("-", " "), row.code.removeprefix("CT-")):
        found = verification.find(spelling)
        assert found is not None and found.code == row.code
    person = made.people[0]
    assert person.last_name not in str(found) and person.national_code not in str(found)


@pytest.mark.parametrize("code", ["", "CT-1405-2222222", "RS-1405-2222222", "' OR 1=1", "CT" * 5000, "\x00"])
def test_a_code_that_was_never_issued_is_not_found_and_costs_at_most_one_query(
    code: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(1):  # type: ignore[operator]
        assert verification.find(code) is None


def test_the_pdf_is_made_once_and_holds_what_was_true_when_it_was_issued() -> None:
    made = CourseFactory.closed()
    row = Certificate.objects.get()
    shown = certificates.describe(row)
    assert made.people[0].display_name in shown["statement"] and shown["code"] == row.code
    first = certificates.make_pdf(certificate_id=row.pk, now=clock.now())
    assert first.pdf is not None and first.pdf.content_type == "application/pdf"
    assert certificates.make_pdf(certificate_id=row.pk, now=clock.now()).pdf_id == first.pdf_id
