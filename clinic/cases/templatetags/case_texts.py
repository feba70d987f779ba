"""`{% load case_texts %}`: answers as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.cases.models import Answer
from clinic.instruments.choices import QuestionKind
from clinic.instruments.models import Question
from core.fields.language import active_language, local_digits
from core.persian.digits import format_number

register = template.Library()


@register.simple_tag
def answer_text(question: Question, given: Mapping[int, Answer]) -> SafeString:
    """What was answered, with the words of the scale and the evidence; escaped."""
    answer = given.get(question.pk)
    if answer is None:
        return format_html('<span class="quiet">{}</span>', _("not answered"))
    note = format_html('<p class="hint">{}</p>', answer.note) if answer.note else SafeString("")
    if answer.value is None:
        return format_html("{}{}", mark_safe(linebreaks(answer.text, autoescape=True)), note)  # noqa: S308
    if question.kind == QuestionKind.YES_NO:
        return format_html("{}{}", _("Yes") if answer.value else _("No"), note)
    if question.kind == QuestionKind.SCALE:
        value = int(answer.value)
        words = question.anchors.get(str(value), "")
        return format_html("<strong>{}</strong>{}{}", local_digits(value), f" – {words}" if words else "", note)
    # Not normalize() alone: it would write a hundred as 1E+2.
    number = format_number(Decimal(f"{answer.value.normalize():f}"), language=active_language())
    return format_html("{} {}{}", number, question.unit, note)
