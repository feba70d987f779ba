"""Visits, data sheets, questionnaires: who writes them, when, and what is refused."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import User
from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import DiagnosisStands, HandedIn, NotHisSpecialty
from clinic.cases.models import Answer, Answering
from clinic.cases.selectors.scores import live_scores
from clinic.cases.services import answers, cases, sheets, visits
from clinic.cases.services.answers import Given
from clinic.instruments.errors import AnswerMissing, AnswerOutsideScale, InstrumentExpired, NotInUse
from clinic.instruments.models import InstrumentVersion
from core import clock
from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, WrongState
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory

pytestmark = pytest.mark.django_db


def test_the_first_visit_moves_the_case_and_keeps_its_photos_once(with_team: Made) -> None:
    made = with_team
    picture = accounts.photo()
    visit = made.visit(photos=[picture, picture], caption="سالن برش")
    assert made.reload().status == CaseStatus.VISITED
    assert [row.caption for row in visit.photos.all()] == ["سالن برش"]
    more = visits.add_photos(
        visit_id=visit.pk, photos=[accounts.photo()], caption="انبار", by=made.lead, now=clock.now()
    )
    assert [row.position for row in more] == [1]


def test_a_visit_lies_between_the_opening_of_the_case_and_now_and_needs_a_team_and_words(with_team: Made) -> None:
    made = with_team
    now = clock.now()
    for moment in (now + timedelta(minutes=5), made.case.opened_at - timedelta(days=1)):
        with pytest.raises(InvalidInput):
            made.visit(visited_at=moment)
    with pytest.raises(InvalidInput):
        made.visit(notes="  ")
    with pytest.raises(PermissionRefused):
        made.visit(by=accounts.manager())
    with pytest.raises(PermissionRefused):
        made.visit(by=made.owner)
    bare = CaseFactory(lead=made.lead, owner=made.owner)
    with pytest.raises(WrongState):
        visits.log(case_id=bare.case.pk, visited_at=now, notes="دیدیم", by=bare.lead, now=now)


def test_every_save_of_a_sheet_is_a_version_and_the_same_content_is_none(with_team: Made) -> None:
    made = with_team
    common: dict[str, Any] = {"case_id": made.case.pk, "kind": "STAFF", "rows": [], "now": clock.now()}
    first = sheets.save(items={"present": 7, "insured": 5}, by=made.owner, seen=0, **common)
    again = sheets.save(items={"present": 7, "insured": 5}, by=made.specialist(), seen=0, **common)
    assert (first.version, again.pk) == (1, first.pk)
    with pytest.raises(Conflict):
        sheets.save(items={"present": 6, "insured": 5}, by=made.lead, seen=0, **common)
    second = sheets.save(items={"present": 6, "insured": 5}, by=made.lead, seen=1, **common)
    assert (second.version, second.data["items"]) == (2, {"present": 6, "insured": 5})
    with pytest.raises(PermissionRefused):
        sheets.save(items={"present": 1, "insured": 1}, by=accounts.UserFactory(), **common)
    with pytest.raises(DatabaseError), transaction.atomic():
        made.case.sheets.filter(pk=first.pk).update(data={})
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="پایان", by=made.lead, now=clock.now())
    with pytest.raises(WrongState):
        sheets.save(items={"present": 1, "insured": 1}, by=made.owner, **common)


def test_a_questionnaire_is_answered_by_its_specialist_within_its_scale_and_handed_in_whole(with_team: Made) -> None:
    made = with_team
    version = InstrumentFactory("finance")
    user, now = made.specialist(), clock.now()
    row = answers.start(case_id=made.case.pk, version_id=version.pk, by=user, now=now)
    assert answers.start(case_id=made.case.pk, version_id=version.pk, by=user, now=now).pk == row.pk
    scale, cost, debt, number, text = version.questions.all()
    common: dict[str, Any] = {"answering_id": row.pk, "by": user, "now": now}
    for wrong in (Decimal(6), Decimal(-1), Decimal("2.5")):
        with pytest.raises(AnswerOutsideScale):
            answers.save(given={scale.pk: Given(value=wrong)}, **common)
    for question, odd in ((debt, Given(value=Decimal(2))), (scale, Given(text="خوب")), (text, Given(value=Decimal(1)))):
        with pytest.raises(InvalidInput):
            answers.save(given={question.pk: odd}, **common)
    with pytest.raises(NotFound):
        answers.save(given={scale.pk + 10_000: Given(value=Decimal(1))}, **common)
    answers.save(
        given={scale.pk: Given(value=Decimal(2), note="صورت بانک"), cost.pk: Given(value=Decimal(4))}, **common
    )
    with pytest.raises(AnswerMissing) as missing:
        answers.hand_in(**common)
    assert set(missing.value.errors) == {f"q_{debt.pk}"}
    given = {debt.pk: Given(value=Decimal(1)), number.pk: Given(value=Decimal(12)), text.pk: Given(text="بازار")}
    answers.save(given=given, **common)
    answers.hand_in(**common)
    with pytest.raises(HandedIn):
        answers.save(given={scale.pk: Given(value=Decimal(5))}, **common)
    (finance,) = [one for one in live_scores(made.case) if one.dimension == "finance"]
    # (2×3 + 4×2 + 0×1) ÷ 6: a debt in arrears is bad.
    assert finance.score == Decimal("2.33")


def test_no_other_specialist_answers_and_no_version_that_is_not_in_use(with_team: Made) -> None:
    made = with_team
    made.name("tax")
    version, now = InstrumentFactory("finance"), clock.now()
    common: dict[str, Any] = {"case_id": made.case.pk, "now": now}
    with pytest.raises(NotHisSpecialty):
        answers.start(version_id=version.pk, by=made.specialist("tax"), **common)
    with pytest.raises(PermissionRefused):
        answers.start(version_id=version.pk, by=made.lead, **common)
    outsider = ConsultantFactory("finance")
    with pytest.raises(PermissionRefused):
        answers.start(version_id=version.pk, by=User.objects.get(pk=outsider.user_id), **common)
    with pytest.raises(NotInUse):
        answers.start(version_id=InstrumentFactory.draft("finance").pk, by=made.specialist(), **common)
    row = answers.start(version_id=version.pk, by=made.specialist(), **common)
    InstrumentVersion.objects.filter(pk=version.pk).update(valid_until=clock.today() - timedelta(days=1))
    with pytest.raises(InstrumentExpired):
        answers.hand_in(answering_id=row.pk, by=made.specialist(), now=now)
    with pytest.raises(PermissionRefused):
        answers.save(answering_id=row.pk, given={}, by=made.lead, now=now)
    with pytest.raises(NotFound):
        answers.save(answering_id=row.pk, given={}, by=made.specialist("tax"), now=now)


def test_the_database_refuses_answers_beside_the_scale_of_other_versions_and_after_handing_in(visited: Made) -> None:
    made = visited
    done = made.answer()
    version = InstrumentFactory("finance")
    row = answers.start(case_id=made.case.pk, version_id=version.pk, by=made.specialist(), now=clock.now())
    scale = version.questions.get(position=1)
    foreign = done.version.questions.get(position=1)
    for values in (
        {"question": scale, "value": 6},
        {"question": foreign, "value": 1},
        {"question": scale, "text": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.create(answering=row, **values)
    for act in (lambda: done.answers.update(note="x"), lambda: done.answers.all().delete()):
        with pytest.raises(IntegrityError, match="handed in stays"), transaction.atomic():
            act()
    made.find()
    made.tree()
    made.agree()
    from clinic.cases.diagnosis_errors import NotReady
    from clinic.cases.services import diagnosis

    with pytest.raises(NotReady) as refusal:
        diagnosis.finish(case_id=made.case.pk, by=made.lead, now=clock.now())
    assert refusal.value.code == "missing_drafts"
    assert Answering.objects.filter(case=made.case).count() == 2


def test_after_the_diagnosis_nothing_of_it_is_written_until_the_lead_opens_it_again(diagnosed: Made) -> None:
    from clinic.cases.services import agreements, diagnosis

    made = diagnosed
    assert made.case.scores.get(dimension="finance").score > 0
    for act in (made.find, made.tree, made.agree):
        with pytest.raises(DiagnosisStands):
            act()
    with pytest.raises(DiagnosisStands):
        answers.start(
            case_id=made.case.pk, version_id=InstrumentFactory("finance").pk, by=made.specialist(), now=clock.now()
        )
    with pytest.raises(PermissionRefused):
        diagnosis.reopen(case_id=made.case.pk, reason="اشتباه", by=made.specialist(), now=clock.now())
    diagnosis.reopen(case_id=made.case.pk, reason="اشتباه", by=made.lead, now=clock.now())
    assert (made.reload().status, made.case.diagnosed_at, made.case.scores.count()) == (CaseStatus.VISITED, None, 0)
    with pytest.raises(InvalidInput):
        agreements.say(case_id=made.case.pk, agrees=False, reason=" ", by=made.specialist(), now=clock.now())
    made.agree(agrees=False, reason="ریشه چیز دیگری است")
    # Somebody may see it otherwise: what counts is that everybody has spoken.
    diagnosis.finish(case_id=made.case.pk, by=made.lead, now=clock.now())
