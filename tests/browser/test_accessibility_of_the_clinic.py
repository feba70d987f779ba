"""What axe finds on the pages of the industry clinic: nothing."""

from __future__ import annotations

from typing import Any

from clinic.cases.services import requests
from core import clock
from tests.browser.conftest import OpenScreen
from tests.browser.measuring import enter, measured, violations
from tests.browser.pages import MARKS, Screen
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = MARKS


def test_requests_and_talks(transactional_db: None, open_screen: OpenScreen, settings: Any) -> None:
    settings.STAFF_MFA = False
    consultant = consultant_with_hours("tax")
    waiting = RequestFactory(unit_note="کفش نمونه، شهرک اشراق")
    user, lead = waiting.user, waiting.lead
    UnitFactory(owner=user.person.applicant)
    talked = RequestFactory("QUESTION", user=user, lead=lead, topic="tax")
    talk = talked.book()
    requests.note_look(request_id=talked.request.pk, by=lead, now=clock.now())
    refused = RequestFactory.in_status("REFUSED", user=user, lead=lead)
    screen = open_screen()
    found = violations(screen, ["/clinic/"])
    enter(screen, user)
    mine = f"/clinic/requests/{talked.request.number}/"
    found += violations(screen, ["/clinic/requests/", "/clinic/requests/new/", mine, f"{mine}cancel-talk/"])
    found += violations(screen, [f"/clinic/requests/{refused.request.number}/"])
    found += violations(screen, [f"/clinic/requests/{waiting.request.number}/book/", f"{mine}withdraw/"])
    found += refused_form(screen)
    enter(screen, lead)
    desk = f"/clinic/desk/{waiting.request.number}/"
    found += violations(screen, ["/clinic/", "/clinic/desk/", desk, f"{desk}unit/", f"{desk}refuse/"])
    found += violations(screen, ["/clinic/desk/new/", "/clinic/desk/new/diagnosis/"])
    enter(screen, consultant.user)
    found += violations(screen, ["/clinic/desk/talks/", f"/clinic/desk/talks/{talk.pk}/"])
    assert not found, "\n".join(found)


def refused_form(screen: Screen) -> list[str]:
    """A request that came back because it says nothing."""
    path = "/clinic/requests/new/diagnosis/"
    screen.open(path)
    screen.press("Go on to check it", within="main")
    assert screen.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    return measured(screen, f"{path} refused")
