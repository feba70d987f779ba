"""The clinic in a real browser: an owner asks for a diagnosis on his phone and books a talk, the lead opens the case."""

from __future__ import annotations

from typing import Any

from clinic.cases.models import Appointment, Case, ClinicRequest
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.factories import accounts
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.clinic_requests import consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = MARKS

TEXT = "از بهار سفارش نداریم و نیمی از کارگران رفته‌اند."


def test_an_owner_asks_and_books_on_his_phone_and_the_lead_opens_the_case(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    settings.STAFF_MFA = False
    owner, lead = UserFactory(), accounts.clinic_lead()
    unit, consultant = UnitFactory(owner=owner.person.applicant), consultant_with_hours("finance")
    phone = open_screen("phone")
    asks(phone, owner, unit.name)
    row = ClinicRequest.objects.get()
    assert phone.page.url.endswith(f"/clinic/requests/{row.number}/")
    assert row.number in phone.text and row.unit == unit

    books(phone)
    talk = Appointment.objects.get()
    assert (talk.consultant, talk.mode) == (consultant, "PHONE")
    assert consultant.name in phone.text

    desk = open_screen("desktop")
    sign_in(desk, lead.national_code, PASSWORD, then="/clinic/desk/")
    desk.follow(row.number)
    assert TEXT[:20] in desk.text
    desk.follow("Admit")
    desk.press("Admit the request", within="main")
    case = Case.objects.get(request=row)
    assert case.number in desk.text

    phone.open(f"/clinic/requests/{row.number}/")
    assert case.number in phone.text and lead.last_name in phone.text


def test_everything_works_without_scripts(transactional_db: None, open_screen: OpenScreen) -> None:
    owner = UserFactory()
    unit, _consultant = UnitFactory(owner=owner.person.applicant), consultant_with_hours()
    screen = open_screen("desktop", java_script_enabled=False)
    asks(screen, owner, unit.name)
    books(screen)
    assert Appointment.objects.get().request.unit == unit


def asks(screen: Screen, owner: Any, unit: str) -> None:
    """From the first page of the clinic to the receipt; who is not signed in signs in on the way."""
    screen.open("/clinic/")
    screen.page.locator("main a[href='/clinic/requests/new/diagnosis/']").click()
    screen.fill(name=owner.national_code, password=PASSWORD)
    screen.press("Sign in", within="main")
    assert screen.page.url.endswith("/clinic/requests/new/diagnosis/")
    screen.fill(text=TEXT)
    screen.press("Go on to check it", within="main")
    assert unit in screen.text and TEXT[:20] in screen.text
    screen.page.locator("input[name=declared]").check()
    screen.press("Hand the request in", within="main")


def books(screen: Screen) -> None:
    """A talk by phone at the first free time."""
    screen.follow("Book a talk with a consultant")
    screen.page.locator("input[name=mode][value=PHONE]").check()
    screen.press("Show free times", within="main")
    screen.page.locator("main label:has(input[name=slot])").first.click()
    screen.press("Book this talk", within="main")
