"""The steps of the form, up to the receipt, the way a browser without scripts does it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from allocations.models import Receipt, SubmissionVersion
from allocations.services.rule_rows import GroupSpec
from tests.allocations.views.form import CRAFT, PLAN, detail, step
from tests.factories.accounts import photo
from tests.factories.allocations import CallFactory, Stage, begin

pytestmark = pytest.mark.django_db


def test_the_whole_form_without_scripts_ends_in_one_receipt(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    mine = browser(user)
    assert mine.get(detail(application)).status_code == 200
    for name, data in (("identity", {}), ("craft", CRAFT), ("plan", PLAN)):
        assert mine.get(step(application, name)).status_code == 200
        answer = mine.post(step(application, name), data)
        assert answer.status_code == 302, answer.content.decode()
    mine.post(step(application, "choices"), {"add": stage.plots[1].code})
    mine.post(step(application, "choices"), {"add": stage.plots[0].code})
    mine.post(step(application, "choices"), {"order": [p.code for p in (stage.plots[1], stage.plots[0])], "save": "1"})
    paper = reverse("applications:paper", args=[application.tracking_code, "licence"])
    assert mine.get(paper).status_code == 200
    assert mine.post(paper, {"upload": photo()})["Location"] == step(application, "papers")
    assert "thumbnail" in mine.get(step(application, "papers")).content.decode()
    check = mine.get(step(application, "check"))
    assert "ز/۱۲۳۴" in check.content.decode()
    assert mine.post(step(application, "check"))["Location"] == step(application, "declaration")
    assert mine.post(step(application, "declaration"), {"agreed": "on"}).status_code == 422
    given = {"agreed": "on", "no_other_unit": "on"}
    first = mine.post(step(application, "declaration"), given)
    again = mine.post(step(application, "declaration"), given)
    assert first["Location"] == again["Location"] == detail(application, "receipt")
    assert SubmissionVersion.objects.count() == Receipt.objects.count() == 1
    text = mine.get(first["Location"]).content.decode()
    assert application.tracking_code in text and Receipt.objects.get().code in text
    codes = application.choices.order_by("position").values_list("call_plot__plot__code", flat=True)
    assert list(codes) == [stage.plots[1].code, stage.plots[0].code]


def test_each_step_says_when_it_was_saved(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    answer = browser(user).post(step(application, "craft"), CRAFT, follow=True)
    assert "saved-at" in answer.content.decode()
    application.refresh_from_db()
    assert application.years_licensed == 8


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("craft", "years_licensed", "1e5"),
        ("craft", "years_licensed", "NaN"),
        ("craft", "years_licensed", "-3"),
        ("craft", "years_licensed", "۱۲٫۵"),
        ("craft", "years_licensed", "9" * 5000),
        ("craft", "licence_number", "ز" * 100_000),
        ("craft", "licence_number", "a\x00b"),
        ("craft", "licence_number", "\u200c\u200c \u202e"),
        ("craft", "licence_issued_on_year", "۱۴۹۹"),
        ("craft", "licence_issued_on_day", "31"),
        ("craft", "trade", "999"),
        ("craft", "licence_kind", "OPERATION_LICENCE"),
        ("plan", "jobs_now", "دو"),
        ("plan", "jobs_promised", "1_000_000_000"),
        ("plan", "investment_rials", "20 میلیارد تومان"),
        ("plan", "area_needed", ""),
        ("plan", "workplace_kind", "PALACE"),
        ("plan", "plan_summary", "x" * 3000),
    ],
)
def test_bad_input_gets_a_reason_and_keeps_what_was_typed(
    stage: Stage, user: User, browser: Any, name: str, field: str, value: str
) -> None:
    application = begin(stage, user)
    given = {**(CRAFT if name == "craft" else PLAN), "licence_issued_on_month": "12"}
    answer = browser(user).post(step(application, name), {**given, field: value})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "data-error-summary" in text and "field-error" in text
    assert ("ز/۱۲۳۴" if name == "craft" and field != "licence_number" else 'name="') in text
    application.refresh_from_db()
    assert application.saved_steps == {}


def test_hidden_fields_that_nobody_offered_change_nothing(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    extra = {"status": "AWARDED", "score": "10000", "user": "1", "applicant": "1", "opaque_id": "a" * 26}
    assert browser(user).post(step(application, "craft"), {**CRAFT, **extra}).status_code == 302
    application.refresh_from_db()
    assert (application.status, application.score, application.opaque_id) == ("DRAFT", None, None)


def test_markup_in_a_text_is_shown_as_text(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    mine.post(
        step(application, "plan"), {**PLAN, "plan_summary": "<img src=x onerror=alert(1)> {% now %} {{ 7|add:7 }}"}
    )
    text = mine.get(detail(application, "answers")).content.decode()
    assert "<img src=x" not in text
    assert "&lt;img src=x onerror=alert(1)&gt; {% now %} {{ 7|add:7 }}" in text


@pytest.mark.parametrize("name", ["check", "declaration"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_last_steps_wait_for_the_others_and_name_them(
    stage: Stage, user: User, browser: Any, name: str, method: str
) -> None:
    application = begin(stage, user)
    given = {"agreed": "on", "no_other_unit": "on"} if method == "post" else {}
    answer = getattr(browser(user), method)(step(application, name), given)
    assert answer.status_code == 409
    assert Receipt.objects.count() == 0


def test_a_changed_answer_asks_for_another_look_before_handing_in(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    assert mine.post(step(application, "plan"), PLAN)["Location"] == step(application, "check")
    assert mine.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}).status_code == 409
    assert Receipt.objects.count() == 0


@pytest.mark.parametrize("name", ["nothing", "craft'--", "CRAFT"])
def test_a_step_there_is_not_is_404(stage: Stage, user: User, browser: Any, name: str) -> None:
    assert browser(user).get(step(begin(stage, user), name)).status_code == 404


def test_belonging_to_no_group_is_an_answer_that_must_be_given(user: User, browser: Any) -> None:
    stage = CallFactory.published(groups=[GroupSpec(code="women", name="زنان سرپرست خانوار")], reserved={1: "women"})
    application = begin(stage, user)
    mine = browser(user)
    assert mine.post(step(application, "groups"), {}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["women", "none"]}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["nobles"]}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["none"]}).status_code == 302
    assert application.group_claims.count() == 0
    assert mine.post(step(application, "groups"), {"groups": ["women"]}).status_code == 302
    assert application.group_claims.get().group.code == "women"


def test_an_expired_session_keeps_the_draft(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    mine = browser(user)
    mine.post(step(application, "craft"), CRAFT)
    mine.logout()
    answer = mine.post(step(application, "plan"), PLAN)
    assert answer.status_code == 302 and "next=" in answer["Location"]
    mine.force_login(user, backend="accounts.backends.PortalBackend")
    assert "ز/۱۲۳۴" in mine.get(step(application, "craft")).content.decode()


def test_a_draft_after_the_deadline_says_that_it_does_not_take_part(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    with stage.after_closing(timedelta(hours=1)):
        page = mine.get(detail(application))
        assert page.status_code == 200
        assert step(application, "craft") not in page.content.decode()
        assert mine.get(step(application, "craft")).status_code == 409
        assert mine.post(step(application, "craft"), CRAFT).status_code == 409
        assert mine.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}).status_code == 409
    assert Receipt.objects.count() == 0
