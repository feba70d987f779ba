"""From a template and its values to a text in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import translation

from core.errors import Text
from core.fields.language import active_language
from core.messages.choices import Channel
from core.messages.registry import Template
from core.persian.dates import format_date, format_datetime
from core.persian.digits import format_number
from core.persian.text import normalise

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
DOTS = "••••••"
VALUE_LENGTH = 500
SUBJECT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Rendered:
    """`text` with dots in place of secrets; `secret_text` with the secrets, or empty when there are none."""

    subject: str
    text: str
    secret_text: str


def render(template: Template, channel: str, params: Mapping[str, Any], *, language: str) -> Rendered:
    """The message for one channel. KeyError when a value is missing: the caller forgot it."""
    body, subject = _texts(template, channel)
    hidden = {**params, **dict.fromkeys(template.secret, DOTS)}
    with translation.override(language):
        shown = {name: _value(name, value) for name, value in hidden.items()}
        told = {name: _value(name, value) for name, value in params.items()}
        return Rendered(
            subject=" ".join((str(subject) % shown).split())[:SUBJECT_LENGTH],
            text=str(body) % shown,
            secret_text=str(body) % told if template.secret else "",
        )


def _texts(template: Template, channel: str) -> tuple[Text, Text]:
    if channel == Channel.EMAIL:
        return template.email or template.sms, template.subject
    if channel == Channel.PORTAL:
        return template.portal or template.sms or template.email, template.subject
    return template.sms, ""


def _value(name: str, value: Any) -> str:
    """A value as it stands in the text: isolated, so that a code with hyphens keeps its order between Persian words.

    An address is left bare and must stand alone on its line: some phones would take the mark into the link.
    """
    text = _plain(value)
    if not text or name.endswith("url"):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _plain(value: Any) -> str:
    language = active_language()
    if isinstance(value, bool) or value is None:
        raise TypeError("a message cannot show yes, no or nothing: say it in words")
    if isinstance(value, int | Decimal):
        return format_number(value, language=language)
    if isinstance(value, datetime):
        return format_datetime(value, "long", language=language)
    if isinstance(value, date):
        return format_date(value, "long", language=language)
    # One line, without marks that could turn the text around it: names come from people.
    return normalise(str(value)[:VALUE_LENGTH])
