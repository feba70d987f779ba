"""Whether an answer fits its question, and what it is worth. Rows of answers belong to the cases that were looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from clinic.choices import Dimension
from clinic.instruments.choices import HIGHEST, LOWEST, SCORED, QuestionKind
from clinic.instruments.errors import AnswerMissing, AnswerOutsideScale, InstrumentExpired, NotInUse
from clinic.instruments.models import InstrumentVersion, Question
from clinic.instruments.scoring import DimensionScore, Item, by_dimension, points
from core.persian.text import normalise
from core.wording import day_text

MOST_NUMBER = Decimal(10) ** 14
"""Numbers that are asked for are smaller, so that every column can hold them."""


def check_version(version: InstrumentVersion, day: date) -> None:
    """Whether this version may be answered on this day. Raises InstrumentExpired, NotInUse."""
    if version.has_expired(day):
        raise InstrumentExpired(params={"day": day_text(version.valid_until)})
    if not version.is_answerable_on(day):
        raise NotInUse()


def check(question: Question, value: Decimal | int | str | None, *, field: str = "") -> Decimal | str | None:
    """The stored form of an answer: 0–5 for a scale, 1 or 0 for yes or no, a number, a text; None for an empty one.

    Raises AnswerOutsideScale; `field` is the name of the form's field. Whether an empty answer is enough is asked by
    `check_complete`.
    """
    if value is None or value == "":
        return None
    if question.kind == QuestionKind.TEXT:
        return normalise(str(value), multiline=True) or None
    if isinstance(value, str):
        raise _outside(field)
    number = Decimal(value)
    if not number.is_finite() or abs(number) >= MOST_NUMBER:
        raise _outside(field)
    whole = number == number.to_integral_value()
    if question.kind == QuestionKind.SCALE and not (whole and LOWEST <= number <= HIGHEST):
        raise _outside(field)
    if question.kind == QuestionKind.YES_NO and number not in (0, 1):
        raise _outside(field)
    return number


def check_complete(questions: Iterable[Question], given: Mapping[int, object], *, field: str = "q{}") -> None:
    """Every question that must be answered is (`given` by key of the question). Raises AnswerMissing naming all that are not."""
    missing = [one for one in questions if one.required and given.get(one.pk) in (None, "")]
    if missing:
        sentence = AnswerMissing.default_message
        raise AnswerMissing(errors={field.format(one.pk): [sentence] for one in missing})


def items(questions: Iterable[Question], values: Mapping[int, Decimal | int | None]) -> list[Item]:
    """What scoring needs: the scored questions with the points of their answers (`values` by key of the question)."""
    return [
        Item(one.dimension, one.weight, points(one.kind, values.get(one.pk), yes_is_good=one.yes_is_good))
        for one in questions
        if one.kind in SCORED
    ]


def scores(found: Iterable[Item]) -> tuple[DimensionScore, ...]:
    """The dimensions that were asked about, in the order in which reports name them."""
    return by_dimension(found, Dimension.values)


def _outside(field: str) -> AnswerOutsideScale:
    return AnswerOutsideScale(AnswerOutsideScale.default_message, field=field)
