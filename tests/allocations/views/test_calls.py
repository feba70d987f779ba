"""Pages of calls for everybody."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from allocations.call_wording import bands
from allocations.services import calls, questions
from allocations.services.rule_rows import GroupSpec
from core import clock
from estates.services import plots
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory, Stage, copies
from tests.factories.estates import square

pytestmark = pytest.mark.django_db


def test_a_visitor_sees_open_coming_and_past_calls_apart(client: Client, stage: Stage) -> None:
    later = {"opens_at": 12, "closes_at": 20, "corrections_until": 30, "draw_at": 31, "objections_until": 40}
    soon = CallFactory.published(fields={name: clock.now() + timedelta(days=days) for name, days in later.items()})
    with stage.after_closing():
        page = client.get(reverse("calls:list"))
    text = page.content.decode()
    assert page.status_code == 200
    assert stage.call.title in text.split('id="past"')[1]
    assert soon.call.title not in text.split('id="past"')[1]


def test_a_draft_is_not_public_under_any_address(client: Client) -> None:
    stage = CallFactory.draft()
    for name in ("detail", "plan", "rules", "check", "results", "results_plots", "record"):
        assert client.get(reverse(f"calls:{name}", args=[stage.call.slug])).status_code == 404
    assert stage.call.title not in client.get(reverse("calls:list")).content.decode()


def test_the_page_of_a_call_tells_its_rules_in_words(client: Client) -> None:
    stage = CallFactory.published(groups=[GroupSpec(code="women", name="زنان سرپرست خانوار")], reserved={1: "women"})
    text = client.get(reverse("calls:detail", args=[stage.call.slug])).content.decode()
    for expected in (
        stage.call.rules_sha256,
        "زنان سرپرست خانوار",
        "سال‌های کار با پروانه",
        "شاخص کل بورس تهران",
        "کارت شناسایی صنعتگر",
        stage.plots[0].code,
        reverse("calls:apply", args=[stage.call.slug]),
    ):
        assert expected in text


def test_before_and_after_the_term_nothing_invites_to_apply(client: Client, stage: Stage) -> None:
    apply_url = reverse("calls:apply", args=[stage.call.slug])
    address = reverse("calls:detail", args=[stage.call.slug])
    with stage.after_closing():
        assert apply_url not in client.get(address).content.decode()
    with stage.at(stage.call.opens_at - timedelta(hours=1)):
        assert apply_url not in client.get(address).content.decode()


def test_bands_of_a_criterion_are_written_from_to() -> None:
    rule = {"input": "x", "bands": [{"from": 0, "points": 0}, {"from": 1, "points": 100}, {"from": 5, "points": 200}]}
    answers = [band.answer for band in bands(rule)]
    assert len(answers) == 3
    assert "۰" in answers[0] and "۱" not in answers[0]
    assert "۱" in answers[1] and "۴" in answers[1]
    assert "۵" in answers[2]


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_of_a_call_asks_the_same_whatever_its_size(
    client: Client, django_assert_max_num_queries: Any, number: int
) -> None:
    stage = CallFactory.published(plots=number)
    for _ in range(number):
        asker = UserFactory()
        row = questions.ask(call_id=stage.call.pk, question="کی باز می‌شود؟", by=asker, now=clock.now())
        questions.answer(question_id=row.pk, answer="امروز", by=stage.officer, now=clock.now())
    with django_assert_max_num_queries(15):
        assert client.get(reverse("calls:detail", args=[stage.call.slug])).status_code == 200


def test_the_list_of_calls_asks_the_same_whatever_its_length(
    client: Client, stage: Stage, django_assert_max_num_queries: Any
) -> None:
    shown = [stage]
    for more in (0, 19):
        shown += copies(stage, more)
        with django_assert_max_num_queries(4):
            text = client.get(reverse("calls:list")).content.decode()
        assert all(one.call.title in text for one in shown)


def test_past_calls_are_paged_by_key(client: Client, stage: Stage) -> None:
    stages = [stage, *copies(stage, 20)]
    with stages[-1].after_closing(timedelta(days=1)):
        first = client.get(reverse("calls:list")).content.decode()
        last = client.get(reverse("calls:list"), {"before": stages[1].call.pk}).content.decode()
    assert f"before={stages[1].call.pk}" in first
    assert f">{stages[0].call.title}<" not in first
    assert f">{stages[0].call.title}<" in last


@pytest.mark.parametrize("before", ["-1", "x", "٣", "9" * 5000, "1e5", "0"])
def test_a_page_nobody_can_mean_is_no_failure(client: Client, stage: Stage, before: str) -> None:
    assert client.get(reverse("calls:list"), {"before": before}).status_code == 200


def test_the_plan_holds_the_plots_with_their_state(client: Client) -> None:
    stage = CallFactory.draft(plots=1)
    plot, now = stage.plots[0], clock.now()
    shape = square(0, 0, 20, 50)
    plots.save_plot(code=plot.code, estate_id=stage.call.estate_id, values={}, geometry=shape, by=None, now=now)
    calls.publish(call_id=stage.call.pk, by=stage.member, now=now)
    answer = client.get(reverse("calls:plan", args=[stage.call.slug]))
    feature = answer.json()["features"][0]
    assert feature["properties"]["code"] == stage.plots[0].code
    assert feature["properties"]["status"] == "IN_CALL"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert "data-map=" in client.get(reverse("calls:detail", args=[stage.call.slug])).content.decode()


def test_where_nothing_is_drawn_there_is_a_list_and_no_broken_map(client: Client, stage: Stage) -> None:
    text = client.get(reverse("calls:detail", args=[stage.call.slug])).content.decode()
    assert "data-map=" not in text and stage.plots[0].code in text


def test_asking_needs_a_sign_in_and_the_question_waits_for_its_answer(
    client: Client, stage: Stage, browser: Any
) -> None:
    address = reverse("calls:ask", args=[stage.call.slug])
    assert client.get(address).status_code == 302
    mine = browser(UserFactory())
    answer = mine.post(address, {"question": "  آیا اجاره‌نامه لازم است؟ "}, follow=True)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "آیا اجاره‌نامه لازم است؟" not in client.get(reverse("calls:detail", args=[stage.call.slug])).content.decode()
    assert reverse("calls:ask", args=[stage.call.slug]) in text


@pytest.mark.parametrize("question", ["", "   ", "\u200c\u200c", "x" * 5000, "a\x00b"])
def test_a_question_that_says_nothing_stays_in_its_box(stage: Stage, browser: Any, question: str) -> None:
    answer = browser(UserFactory()).post(reverse("calls:ask", args=[stage.call.slug]), {"question": question})
    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()


def test_script_in_a_question_is_shown_as_text(client: Client, stage: Stage) -> None:
    row = questions.ask(
        call_id=stage.call.pk, question="<script>alert(1)</script>{{7*7}}", by=UserFactory(), now=clock.now()
    )
    questions.answer(question_id=row.pk, answer="<b>نه</b>", by=stage.officer, now=clock.now())
    text = client.get(reverse("calls:detail", args=[stage.call.slug])).content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}" in text


def test_rules_of_a_call_can_be_fetched_as_they_were_hashed(client: Client, stage: Stage) -> None:
    answer = client.get(reverse("calls:rules", args=[stage.call.slug]))
    assert hashlib.sha256(answer.content).hexdigest() == stage.call.rules_sha256
