"""What the clinic refuses is said on the page in Persian, and nothing that was typed is lost (issue: bad input)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.consultants.services import conduct
from clinic.instruments.services import instruments
from core import clock
from core.wording import day_text
from tests.factories import accounts
from tests.factories.clinic_cases import Made
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours

pytestmark = pytest.mark.django_db

Browser = Callable[[User], Client]


def said(page: Any) -> str:
    """Every complaint of the form on a page."""
    return " ".join(str(one) for errors in page.context["form"].errors.values() for one in errors)


def test_a_time_of_a_consultant_is_booked_once(browser: Browser) -> None:
    consultant_with_hours()
    first, second = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    slot = first.slots()[0]
    assert (
        browser(first.user).post(f"/clinic/requests/{first.request.number}/book/", {"slot": slot.key}).status_code
        == 302
    )
    page = browser(second.user).post(f"/clinic/requests/{second.request.number}/book/", {"slot": slot.key})
    assert page.status_code == 422 and "این وقت" in said(page)
    assert not second.request.appointments.exists()
    # The other times stand on the page, so that another one is chosen at once.
    assert page.context["people"]


def test_answers_outside_the_scale_are_named_and_the_others_stay(visited: Made, browser: Browser) -> None:
    made = visited
    version, client = InstrumentFactory("finance"), browser(made.specialist())
    client.post(reverse("cases:start", args=[made.case.number, version.pk]))
    address = reverse("cases:answers", args=[made.case.number, made.case.answerings.get().pk])
    scale, cost, debt, days, names = (f"q_{one.pk}" for one in version.questions.all())
    for odd in ("6", "-1", "2.5", "nan", "9" * 20):
        page = client.post(address, {scale: odd, cost: "3", debt: "1", days: "۱۲٫۵", names: "بازار تهران", "save": "1"})
        assert page.status_code == 422 and set(page.context["form"].errors) == {scale}, odd
        assert "بازار تهران" in page.content.decode() and "۱۲٫۵" in page.content.decode()
    assert not made.case.answerings.get().answers.exists()


def test_a_cause_is_never_its_own_ancestor(visited: Made, browser: Browser) -> None:
    made = visited
    _symptom, cause, root, _other = made.tree()
    top = made.node("CAUSE", text="سفارش نیست", effect=cause)
    address = reverse("cases:new_arrow", args=[made.case.number])
    # symptom ← cause ← top: cause would be behind itself.
    page = browser(made.specialist()).post(address, {"cause": cause.pk, "effect": top.pk})
    assert page.status_code == 422 and "علت خودش" in said(page)
    assert page.context["form"]["effect"].value() == str(top.pk)
    assert top.effects.count() == 1 and root.effects.count() == 1


def test_an_expired_questionnaire_is_refused_with_its_day_and_what_was_answered_is_kept(
    visited: Made, browser: Browser
) -> None:
    made = visited
    version, client, today = InstrumentFactory("finance"), browser(made.specialist()), clock.today()
    other = InstrumentFactory("finance")
    start = reverse("cases:start", args=[made.case.number, version.pk])
    client.post(start)
    address = reverse("cases:answers", args=[made.case.number, made.case.answerings.get().pk])
    for one in (version, other):
        instruments.change_version(
            version_id=one.pk, values={"valid_until": today}, by=accounts.clinic_lead(), now=clock.now()
        )
    answers = {f"q_{one.pk}": "1" for one in version.questions.all() if one.kind != "TEXT"}
    with clock.shifted(timedelta(days=1)):
        page = client.post(address, {**answers, "hand_in": "1"})
        assert page.status_code == 409 and day_text(today) in said(page)
        assert made.case.answerings.get().answers.count() == len(answers)
        begun = client.post(reverse("cases:start", args=[made.case.number, other.pk]), follow=True)
        assert begun.status_code == 200 and day_text(today) in begun.content.decode()
    assert made.case.answerings.count() == 1


def test_a_questionnaire_that_is_sent_twice_is_handed_in_once_and_the_second_time_says_so(
    visited: Made, browser: Browser
) -> None:
    made = visited
    version, client = InstrumentFactory("finance"), browser(made.specialist())
    client.post(reverse("cases:start", args=[made.case.number, version.pk]))
    row = made.case.answerings.get()
    address = reverse("cases:answers", args=[made.case.number, row.pk])
    answers = {f"q_{one.pk}": "1" for one in version.questions.all() if one.kind != "TEXT"} | {"hand_in": "1"}
    assert client.post(address, answers).status_code == 302
    again = client.post(address, answers, follow=True)
    assert again.status_code == 200 and "تحویل" in again.content.decode()


def test_a_consultant_with_an_interest_is_refused_in_the_form_with_the_reason(admitted: Made, browser: Browser) -> None:
    made = admitted
    torn = ConsultantFactory("finance")
    conduct.declare_conflict(
        consultant_id=torn.pk,
        unit_id=made.case.unit_id,
        kind="OTHER",
        reason="برادر مالک",
        by=torn.user,
        now=clock.now(),
    )
    address = reverse("cases:team", args=[made.case.number])
    page = browser(made.lead).post(address, {"consultant": torn.pk, "specialty": "finance"})
    assert page.status_code == 409 and "برادر مالک" in said(page)
    assert page.context["form"]["consultant"].value() == str(torn.pk)
    assert not made.case.members.exists()
