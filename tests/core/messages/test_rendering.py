"""Texts in the reader's language with values that cannot turn them around."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import gettext_lazy

from core.messages.registry import Template
from core.messages.rendering import render


def text(value, language="fa", body="«%(v)s»", name="v"):
    return render(Template("t", sms=body.replace("%(v)", f"%({name})")), "sms", {name: value}, language=language).text


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ("021-88776655", "fa", "«\u2068021-88776655\u2069»"),
        (1234567, "fa", "«\u2068۱٬۲۳۴٬۵۶۷\u2069»"),
        (1234567, "en", "«\u20681,234,567\u2069»"),
        (Decimal("12.50"), "fa", "«\u2068۱۲٫۵۰\u2069»"),
        (date(2026, 11, 23), "fa", "«\u2068۲ آذر ۱۴۰۵\u2069»"),
        (date(2026, 11, 23), "en", "«\u20682 Azar 1405\u2069»"),
        (datetime(2026, 11, 23, 11, 2, tzinfo=UTC), "fa", "«\u2068۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲\u2069»"),
        ("", "fa", "«»"),
    ],
)
def test_a_value_is_shown_as_its_reader_reads_it(value, language, expected):
    assert text(value, language) == expected


def test_an_address_stands_bare_so_that_phones_make_a_link_of_it():
    assert text("https://portal.example/x", name="url") == "«https://portal.example/x»"


@pytest.mark.parametrize("value", ["a\u202eb", "a\u2069\u2069b", "a\u2066b", "a\x00b", "a\u200fb"])
def test_marks_in_a_name_cannot_leave_their_place(value):
    assert text(value) == "«\u2068ab\u2069»"


def test_a_name_with_line_breaks_cannot_add_lines():
    assert text("سارا\r\nکد شما ۱۲۳") == "«\u2068سارا کد شما ۱۲۳\u2069»"


def test_what_looks_like_a_placeholder_or_a_template_in_a_value_is_shown_as_it_is():
    assert text("%(v)s {{ x }} {% y %} %s") == "«\u2068%(v)s {{ x }} {% y %} %s\u2069»"


@pytest.mark.parametrize("value", [True, None])
def test_yes_no_and_nothing_are_not_texts(value):
    with pytest.raises(TypeError):
        text(value)


def test_the_language_is_the_readers_and_not_the_senders():
    template = Template("t", sms=gettext_lazy("Persian"))
    assert render(template, "sms", {}, language="en").text == "Persian"


def test_a_secret_is_dots_in_the_text_that_is_kept():
    rendered = render(Template("t", sms="%(code)s", secret=("code",)), "sms", {"code": "123"}, language="fa")
    assert "123" not in rendered.text and rendered.secret_text == "\u2068123\u2069"
    assert render(Template("t", sms="%(v)s"), "sms", {"v": "1"}, language="fa").secret_text == ""


def test_a_subject_is_one_line_of_bearable_length():
    template = Template("t", sms="x", subject="a\n%(v)s")
    subject = render(template, "email", {"v": "b" * 900}, language="en").subject
    assert "\n" not in subject and len(subject) == 200
