"""From “may I apply?” to the beginning of an application."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Applicant, User
from allocations.models import Application
from tests.allocations.views.form import detail
from tests.factories.accounts import ApplicantFactory, LegalEntityFactory, UserFactory
from tests.factories.allocations import Stage

pytestmark = pytest.mark.django_db


CHECK = {
    "birth_date_day": "۱",
    "birth_date_month": "1",
    "birth_date_year": "۱۳۶۰",
    "trade": "knife_making",
    "licence": "ARTISAN_CARD",
    "holds_unit": "no",
}


def test_a_visitor_learns_that_he_may_apply_without_signing_in(client: Client, stage: Stage) -> None:
    address = reverse("calls:check", args=[stage.call.slug])
    assert client.get(address).status_code == 200
    answer = client.post(address, CHECK)
    assert answer.status_code == 200
    assert reverse("calls:apply", args=[stage.call.slug]) in answer.content.decode()
    assert Application.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("birth_date_year", "۱۳۹۵"), ("trade", "other"), ("licence", "OPERATION_LICENCE"), ("holds_unit", "yes")],
)
def test_who_may_not_apply_reads_why_and_what_he_can_do(client: Client, stage: Stage, name: str, value: str) -> None:
    text = client.post(reverse("calls:check", args=[stage.call.slug]), {**CHECK, name: value}).content.decode()
    assert "notice-warn" in text
    assert reverse("calls:apply", args=[stage.call.slug]) not in text
    assert reverse("calls:list") in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("birth_date_day", "31"),
        ("birth_date_year", "1985"),
        ("birth_date_year", ""),
        ("trade", "<script>"),
        ("trade", ""),
        ("licence", "x" * 100_000),
        ("holds_unit", "NaN"),
    ],
)
def test_an_answer_that_means_nothing_keeps_the_others(client: Client, stage: Stage, name: str, value: str) -> None:
    given = {**CHECK, "birth_date_month": "12", name: value}
    answer = client.post(reverse("calls:check", args=[stage.call.slug]), given)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "data-error-summary" in text
    assert "<script>alert" not in text


def test_applying_needs_a_sign_in_and_comes_back(client: Client, stage: Stage) -> None:
    address = reverse("calls:apply", args=[stage.call.slug])
    answer = client.get(address)
    assert answer.status_code == 302
    assert address in answer["Location"]


def test_looking_at_the_page_begins_nothing_and_the_button_begins_once(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    mine, address = browser(user), reverse("calls:apply", args=[stage.call.slug])
    assert mine.get(address).status_code == 200
    assert Application.objects.count() == 0
    first, second = mine.post(address), mine.post(address)
    application = Application.objects.get()
    assert first["Location"] == second["Location"] == detail(application)
    assert mine.get(address)["Location"] == detail(application)


def test_a_signatory_chooses_for_whom_he_applies(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    entity = LegalEntityFactory(signatory=user, county="zanjan", address="زنجان", postal_code="4513751111")
    company = Applicant.objects.get(legal_entity=entity)
    mine, address = browser(user), reverse("calls:apply", args=[stage.call.slug])
    assert mine.post(address, {}).status_code == 422
    assert mine.post(address, {"applicant": str(company.pk)}).status_code == 302
    assert Application.objects.get().applicant == company


@pytest.mark.parametrize("value", ["0", "-1", "x", "9" * 40, "1 OR 1=1"])
def test_somebody_elses_applicant_is_no_choice(stage: Stage, user: User, browser: Any, value: str) -> None:
    ApplicantFactory(user=user)
    other = ApplicantFactory(user=UserFactory())
    address = reverse("calls:apply", args=[stage.call.slug])
    for posted in (value, str(other.pk)):
        assert browser(user).post(address, {"applicant": posted}).status_code == 422
    assert Application.objects.count() == 0


def test_after_the_deadline_the_refusal_says_when_it_was(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    with stage.after_closing():
        answer = browser(user).post(reverse("calls:apply", args=[stage.call.slug]))
    assert answer.status_code == 409
    assert "data-error-summary" in answer.content.decode()
