"""A questionnaire as a form: `q_<question>` for the answer, `n_<question>` for its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from clinic.cases.models import Answer
from clinic.cases.services.answers import NOTE_LENGTH, TEXT_LENGTH, Given
from clinic.instruments.choices import QuestionKind
from clinic.instruments.models import Question
from clinic.instruments.selectors import Asked, Section
from core.fields.forms import PersianCharField, PersianDecimalField, PersianTextField
from core.fields.language import local_digits

PLACES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its two fields."""

    question: Question
    answer: BoundField
    note: BoundField


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one dimension."""

    label: str
    lines: list[Line]


class AnswerForm(forms.Form):
    """All questions of a version. Nothing is required while it is a draft: handing in asks for what must be answered."""

    hide_optional = True

    def __init__(self, data: Any, *, sections: Sequence[Section], known: Iterable[Answer]) -> None:
        super().__init__(data)
        self.sections = sections
        answers: Mapping[int, Answer] = {one.question_id: one for one in known}
        for section in sections:
            for asked in section.questions:
                self._add(asked, answers.get(asked.question.pk))

    def _add(self, asked: Asked, known: Answer | None) -> None:
        question = asked.question
        name, note = f"q_{question.pk}", f"n_{question.pk}"
        self.fields[name] = _field(asked)
        self.fields[note] = PersianCharField(label=_("What shows this answer"), max_length=NOTE_LENGTH, required=False)
        if known is not None:
            self.initial[name] = _initial(question, known)
            self.initial[note] = known.note

    def given(self) -> dict[int, Given]:
        """What was said, by key of the question."""
        found = {}
        for section in self.sections:
            for asked in section.questions:
                key = asked.question.pk
                value, note = self.cleaned_data.get(f"q_{key}"), self.cleaned_data.get(f"n_{key}") or ""
                if asked.question.kind == QuestionKind.TEXT:
                    found[key] = Given(text=value or "", note=note)
                else:
                    found[key] = Given(value=value, note=note)
        return found

    def parts(self) -> list[Part]:
        """The page's order."""
        return [
            Part(
                section.label,
                [
                    Line(one.question, self[f"q_{one.question.pk}"], self[f"n_{one.question.pk}"])
                    for one in section.questions
                ],
            )
            for section in self.sections
        ]


def _field(asked: Asked) -> forms.Field:
    question = asked.question
    common: dict[str, Any] = {"label": question.text, "required": False, "help_text": question.help}
    if question.kind == QuestionKind.TEXT:
        return PersianTextField(max_length=TEXT_LENGTH, widget=forms.Textarea({"rows": 3}), **common)
    if question.kind == QuestionKind.NUMBER:
        return PersianDecimalField(decimal_places=PLACES, max_digits=18, **common)
    if question.kind == QuestionKind.YES_NO:
        choices = [("1", _("Yes")), ("0", _("No"))]
    else:
        choices = [
            (str(one.value), local_digits(one.value) + (f" – {one.label}" if one.label else ""))
            for one in asked.options
        ]
    return forms.TypedChoiceField(choices=choices, coerce=Decimal, empty_value=None, widget=forms.RadioSelect, **common)


def _initial(question: Question, known: Answer) -> Any:
    if known.value is None:
        return known.text
    if question.kind == QuestionKind.NUMBER:
        return Decimal(f"{known.value.normalize():f}")
    return str(int(known.value))
