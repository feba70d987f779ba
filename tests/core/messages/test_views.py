"""The demo's inbox."""

from __future__ import annotations

import pytest
from django.urls import reverse

from core.messages import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    return lambda **asked: client.get(reverse("demo:inbox"), asked)


@pytest.fixture
def texts_of_two(sara, now):
    services.send(template="test.code", to=sara, params={"code": "482913"}, key="c1", now=now)
    services.send(template="test.code", to="09350000000", params={"code": "555777"}, key="c2", now=now)


def test_a_visitor_reads_the_texts_of_the_demo_codes_included(page, texts_of_two):
    answer = page()
    text = answer.content.decode()
    assert answer.status_code == 200 and "482913" in text and "555777" in text
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["09121234567", "۰۹۱۲۱۲۳۴۵۶۷", "+989121234567", " ٠٩١٢ ١٢٣ ٤٥٦٧ "])
def test_one_phone_is_found_in_any_spelling(page, texts_of_two, typed):
    text = page(to=typed).content.decode()
    assert "482913" in text and "555777" not in text


@pytest.mark.parametrize("typed", ["12", "not@an@address", "0" * 5000, "'; DROP TABLE"])
def test_nonsense_gets_a_sentence(page, db, typed):
    answer = page(to=typed)
    assert answer.status_code == 400 and answer.context["form"].errors["to"]


def test_what_people_type_is_shown_literally(page, sara, now):
    params = {"name": "<script>alert(1)</script>", "code": "1"}
    services.send(template="test.receipt", to=sara, params=params, key="x", now=now)
    text = page().content.decode()
    assert "<script>alert" not in text and "&lt;script&gt;" in text


def test_outside_the_demo_there_is_no_inbox(page, texts_of_two, settings):
    settings.DEMO = False
    assert page().status_code == 404


def test_the_page_asks_the_database_as_often_for_one_text_as_for_twenty(page, sara, now, django_assert_num_queries):
    def write(numbers):
        for number in numbers:
            services.send(
                template="test.note", to=sara, params={"n": number}, key=str(number), now=now, channels=("sms",)
            )

    write(range(1))
    with django_assert_num_queries(1):
        page()
    write(range(1, 20))
    with django_assert_num_queries(1):
        assert page().content.decode().count("data-message-text") == 20
