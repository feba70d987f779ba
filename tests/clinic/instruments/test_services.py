"""Instruments are written as drafts, published once, never changed after that."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from clinic.choices import Dimension
from clinic.instruments import answers, selectors
from clinic.instruments.errors import (
    AnswerMissing,
    AnswerOutsideScale,
    DraftExists,
    InstrumentExpired,
    NotInUse,
    NotReady,
    VersionFixed,
)
from clinic.instruments.models import InstrumentVersion, Question, WeightSet
from clinic.instruments.services import instruments, questions, weights
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.persian.calendar import tehran_date
from tests.factories import accounts
from tests.factories.clinic_instruments import ENDS, NOW, InstrumentFactory

pytestmark = pytest.mark.django_db
TODAY = tehran_date(NOW)
DAY = timedelta(days=1)


def test_a_new_version_copies_the_questions_and_takes_the_place_of_the_old_one() -> None:
    lead = accounts.clinic_lead()
    first = InstrumentFactory(by=lead)
    common: dict[str, Any] = {"by": lead, "now": NOW}
    with pytest.raises(InvalidInput):
        instruments.new_version(instrument_id=first.instrument_id, note=" ", **common)
    second = instruments.new_version(instrument_id=first.instrument_id, note="پرسش بدهی روشن‌تر شد", **common)
    assert (second.number, second.questions.count()) == (2, first.questions.count())
    with pytest.raises(DraftExists):
        instruments.new_version(instrument_id=first.instrument_id, note="یکی دیگر", **common)
    assert [one.pk for one in selectors.answerable(TODAY)] == [first.pk]
    instruments.publish(version_id=second.pk, **common)
    assert [one.pk for one in selectors.answerable(TODAY, ["finance"])] == [second.pk]
    assert not selectors.answerable(TODAY, ["tax"])
    first.refresh_from_db()
    assert (first.status, first.retired_at) == ("RETIRED", NOW)


def test_what_was_published_is_never_changed_by_services_nor_by_the_database() -> None:
    lead = accounts.clinic_lead()
    version = InstrumentFactory(by=lead)
    question = version.questions.first()
    common: dict[str, Any] = {"by": lead, "now": NOW}
    with pytest.raises(VersionFixed):
        questions.change(question_id=question.pk, values={"weight": 9}, **common)
    with pytest.raises(VersionFixed):
        questions.remove(question_id=question.pk, **common)
    with pytest.raises(VersionFixed):
        questions.add(version_id=version.pk, values={"dimension": "supply", "text": "دیگر؟"}, **common)
    with pytest.raises(VersionFixed):
        instruments.change_version(version_id=version.pk, values={"note": "دیگر"}, **common)
    rows = InstrumentVersion.objects.filter(pk=version.pk)
    rows.update(valid_until=TODAY)  # an earlier last day is allowed
    for attack in (
        lambda: Question.objects.filter(pk=question.pk).update(weight=9),
        lambda: Question.objects.filter(pk=question.pk).delete(),
        lambda: Question.objects.create(version=version, dimension="supply", position=40, text="دیگر؟"),
        lambda: rows.update(status="DRAFT", published_at=None),
        lambda: rows.update(note="دیگر"),
        lambda: rows.update(valid_until=TODAY + DAY),
        rows.delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_only_one_version_is_in_use_even_against_the_services() -> None:
    version = InstrumentFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        InstrumentVersion.objects.create(
            instrument=version.instrument, number=9, status="PUBLISHED", made_at=NOW, published_at=NOW
        )


def test_a_version_is_published_only_when_it_can_be_answered() -> None:
    lead = accounts.clinic_lead()
    common: dict[str, Any] = {"by": lead, "now": NOW}
    empty = InstrumentFactory.draft(asked=[])
    with pytest.raises(NotReady) as refusal:
        instruments.publish(version_id=empty.pk, **common)
    assert refusal.value.code == "no_questions"
    row = questions.add(version_id=empty.pk, values={"dimension": "finance", "text": "نقدینگی؟"}, **common)
    with pytest.raises(NotReady) as refusal:
        instruments.publish(version_id=empty.pk, **common)
    assert refusal.value.code == "ends_not_explained"
    questions.change(question_id=row.pk, values={"anchors": {**ENDS, "3": " "}}, **common)
    row.refresh_from_db()
    assert row.anchors == ENDS
    instruments.change_version(version_id=empty.pk, values={"valid_until": TODAY - DAY}, **common)
    with pytest.raises(NotReady) as refusal:
        instruments.publish(version_id=empty.pk, **common)
    assert refusal.value.code == "expired_already"
    instruments.change_version(version_id=empty.pk, values={"valid_until": TODAY}, **common)
    assert instruments.publish(version_id=empty.pk, **common).status == "PUBLISHED"
    with pytest.raises(WrongState):
        instruments.publish(version_id=empty.pk, **common)


def test_an_expired_or_retired_version_is_not_answered() -> None:
    lead = accounts.clinic_lead()
    version = InstrumentFactory(by=lead)
    with pytest.raises(InvalidInput):
        instruments.change_version(version_id=version.pk, values={"valid_until": TODAY - DAY}, by=lead, now=NOW)
    version = instruments.change_version(version_id=version.pk, values={"valid_until": TODAY}, by=lead, now=NOW)
    answers.check_version(version, TODAY)
    with pytest.raises(InstrumentExpired):
        answers.check_version(version, TODAY + DAY)
    assert not selectors.answerable(TODAY + DAY)
    with pytest.raises(InvalidInput):
        instruments.retire(version_id=version.pk, reason="", by=lead, now=NOW)
    version = instruments.retire(version_id=version.pk, reason="جای خود را به پرسشنامهٔ دیگر داد", by=lead, now=NOW)
    with pytest.raises(NotInUse):
        answers.check_version(version, TODAY)


def test_questions_move_and_close_ranks() -> None:
    version = InstrumentFactory.draft()
    first, *_others, last = version.questions.all()
    questions.change(question_id=last.pk, values={}, position=1, by=None, now=NOW)
    assert list(version.questions.values_list("pk", flat=True))[:2] == [last.pk, first.pk]
    questions.remove(question_id=first.pk, by=None, now=NOW)
    assert list(version.questions.values_list("position", flat=True)) == [1, 2, 3, 4]
    row = questions.add(
        version_id=version.pk, values={"dimension": "supply", "kind": "YES_NO", "text": "بیمه؟", "anchors": ENDS},
        position=2, by=None, now=NOW,
    )  # fmt: skip
    assert (row.position, row.anchors) == (2, {})
    with pytest.raises(InvalidInput):
        questions.add(
            version_id=version.pk, values={"dimension": "supply", "text": "؟", "anchors": {"6": "بیش از حد"}}, by=None,
            now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("SCALE", 0, Decimal(0)),
        ("SCALE", Decimal(5), Decimal(5)),
        ("YES_NO", 1, Decimal(1)),
        ("NUMBER", Decimal("12.5"), Decimal("12.5")),
        ("TEXT", " كفش ", "کفش"),
        ("SCALE", None, None),
        ("TEXT", "", None),
    ],
)
def test_answers_are_stored_in_one_form(kind: str, value: Any, stored: Any) -> None:
    assert answers.check(Question(kind=kind), value) == stored


@pytest.mark.parametrize(
    ("kind", "value"),
    [("SCALE", 6), ("SCALE", -1), ("SCALE", Decimal("2.5")), ("SCALE", "3"), ("YES_NO", 2), ("NUMBER", Decimal("NaN")),
     ("NUMBER", Decimal(10) ** 20)],
)  # fmt: skip
def test_answers_outside_the_scale_are_refused(kind: str, value: Any) -> None:
    with pytest.raises(AnswerOutsideScale) as refusal:
        answers.check(Question(kind=kind), value, field="q7")
    assert list(refusal.value.errors) == ["q7"]


def test_scores_come_from_the_answers_of_a_questionnaire() -> None:
    rows = list(InstrumentFactory().questions.all())
    with pytest.raises(AnswerMissing) as refusal:
        answers.check_complete(rows, {rows[0].pk: Decimal(2)})
    assert sorted(refusal.value.errors) == sorted([f"q{rows[1].pk}", f"q{rows[2].pk}"])
    values = {rows[0].pk: Decimal(2), rows[1].pk: Decimal(5), rows[2].pk: Decimal(1), rows[3].pk: Decimal(30)}
    (finance,) = answers.scores(answers.items(rows, values))
    # (2·3 + 5·2 + 0·1) / 6: overdue debts are not good.
    assert (finance.dimension, finance.score, finance.answered, finance.asked) == ("finance", Decimal("2.67"), 3, 3)


def test_weights_are_written_once_and_the_newest_count() -> None:
    lead = accounts.clinic_lead()
    even = dict.fromkeys(Dimension.values, 1)
    assert selectors.method() == selectors.Method(0, even)
    with pytest.raises(InvalidInput):
        weights.set_weights(weights={"finance": 3}, reason="نقدینگی", by=lead, now=NOW)
    with pytest.raises(InvalidInput):
        weights.set_weights(weights=dict.fromkeys(even, 0), reason="هیچ", by=lead, now=NOW)
    weights.set_weights(weights=even, reason="آغاز", by=lead, now=NOW)
    made = weights.set_weights(weights={**even, "finance": 4}, reason="بیشتر تعطیلی‌ها از نقدینگی است", by=lead, now=NOW)
    assert selectors.method() == selectors.Method(2, {**even, "finance": 4})
    with pytest.raises(DatabaseError), transaction.atomic():
        WeightSet.objects.filter(pk=made.pk).update(reason="دیگر")


@pytest.mark.parametrize("role", ["consultant", "admin", "auditor", "manager", "officer"])
def test_only_the_lead_writes_instruments(role: str) -> None:
    user = getattr(accounts, role)()
    version = InstrumentFactory.draft()
    for act in (
        lambda: instruments.publish(version_id=version.pk, by=user, now=NOW),
        lambda: questions.add(version_id=version.pk, values={}, by=user, now=NOW),
        lambda: weights.set_weights(weights={}, reason="", by=user, now=NOW),
        lambda: instruments.create(code="x", values={}, by=user, now=NOW),
    ):
        with pytest.raises(PermissionRefused):
            act()
