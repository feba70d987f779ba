"""Questionnaires as pages show them, and the weights that count; a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from clinic.choices import Dimension
from clinic.instruments.choices import HIGHEST, LOWEST, QuestionKind
from clinic.instruments.models import InstrumentVersion, Question, WeightSet


@dataclass(frozen=True, slots=True)
class Option:
    """One value a question offers with what it means; `value` as it is stored."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the values it offers: empty for numbers and texts."""

    question: Question
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one dimension, in their order."""

    dimension: str
    label: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """The weights that count now: number of the set (0: none was set, all weigh the same) and weight of each dimension."""

    number: int
    weights: dict[str, int]


def answerable(day: date, specialties: Iterable[str] | None = None) -> QuerySet[InstrumentVersion]:
    """Versions in use on this day with their instrument and `question_count`; of these specialties alone when told. 1 query."""
    rows = InstrumentVersion.objects.answerable_on(day).select_related("instrument")
    if specialties is not None:
        rows = rows.filter(instrument__specialty__in=list(specialties))
    found: QuerySet[InstrumentVersion] = rows.annotate(question_count=Count("questions")).order_by(
        "instrument__specialty", "instrument__code"
    )
    return found


def sections(version: InstrumentVersion) -> list[Section]:
    """The whole questionnaire by dimension, in the order of its questions. 1 query unless they were fetched before."""
    found: dict[str, list[Asked]] = {}
    for question in version.questions.all():
        found.setdefault(question.dimension, []).append(Asked(question, options(question)))
    return [Section(name, str(Dimension(name).label), tuple(rows)) for name, rows in found.items()]


def options(question: Question) -> tuple[Option, ...]:
    """What can be chosen: the values of a scale with what they mean (empty where it is not said), the words for yes and no."""
    if question.kind == QuestionKind.SCALE:
        return tuple(Option(value, question.anchors.get(str(value), "")) for value in range(LOWEST, HIGHEST + 1))
    return ()


def method() -> Method:
    """The newest weights. 2 queries."""
    newest = WeightSet.objects.order_by("-number").first()
    weights = dict.fromkeys(Dimension.values, 1)
    if newest is None:
        return Method(0, weights)
    return Method(newest.number, weights | dict(newest.weights.values_list("dimension", "weight")))
