"""A diagnosis in a real browser: the lead names three specialists, who visit, answer, find and draw; everybody agrees."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from core import clock
from core.persian.dates import format_datetime
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory

pytestmark = MARKS

SPECIALTIES = ("finance", "industrial", "commercial")


def test_three_specialists_diagnose_a_unit(transactional_db: None, open_screen: OpenScreen, settings: Any) -> None:
    settings.STAFF_MFA = False
    lead = accounts.clinic_lead()
    people = {name: User.objects.get(pk=ConsultantFactory(name).user_id) for name in SPECIALTIES}
    for name in SPECIALTIES:
        InstrumentFactory(name, by=lead)
    made = CaseFactory(lead=lead)
    desk = open_screen("desktop")
    sign_in(desk, lead.national_code, PASSWORD, then=f"{made.case.get_absolute_url()}team/")
    for user in people.values():
        desk.page.get_by_role("button", name=user.display_name).click()
        desk.page.wait_for_load_state()
    assert set(made.case.members.current().values_list("specialty", flat=True)) == set(SPECIALTIES)

    windows = {name: open_screen("phone" if name == "finance" else "desktop") for name in SPECIALTIES}
    for name, screen in windows.items():
        sign_in(screen, people[name].national_code, PASSWORD, then=made.case.get_absolute_url())
    visits(windows["finance"])
    for screen in windows.values():
        answers(screen, made.case)
    finds(windows["commercial"], made.case)
    draws(windows["industrial"], made.case)
    for screen in windows.values():
        screen.open(f"{made.case.get_absolute_url()}agree/")
        screen.page.locator("input[name=agrees][value='1']").check()
        screen.press("Keep it", within="main")

    desk.open(made.case.get_absolute_url())
    desk.follow("Finish the diagnosis")
    desk.press("Finish the diagnosis", within="main")
    assert made.reload().status == CaseStatus.DIAGNOSED
    desk.open(f"{made.case.get_absolute_url()}questionnaires/")
    assert desk.page.locator("svg.radar circle").count() == 1


def visits(screen: Screen) -> None:
    """Written down on a phone in the unit's yard, with a photo."""
    screen.follow("Write down a visit")
    screen.fill(
        visited_at=format_datetime(clock.now(), "short", language="en"), notes="سه دستگاه از نه دستگاه کار می‌کند."
    )
    picture = accounts.photo("hall.png")
    upload = {"name": "hall.png", "mimeType": "image/png", "buffer": picture.read()}
    screen.page.locator("input[name=photos]").set_input_files(upload)  # type: ignore[arg-type]
    screen.press("Keep it", within="main")
    assert "سه دستگاه" in screen.text
    assert screen.page.locator("main .case-photos img").count() == 1


def answers(screen: Screen, case: Case) -> None:
    """Saved half-way, then handed in."""
    screen.open(f"{case.get_absolute_url()}questionnaires/")
    screen.press("Begin", within="main")
    first, second, third = (screen.page.locator(f"main .case-question:nth-of-type({n})").first for n in (1, 2, 3))
    first.locator("input[type=radio]").nth(2).check()
    screen.press("Save, go on later", within="main")
    assert first.locator("input[type=radio]").nth(2).is_checked()
    second.locator("input[type=radio]").nth(3).check()
    third.locator("input[type=radio]").nth(0).check()
    screen.press("Hand in for good", within="main")
    assert screen.page.url.endswith("/questionnaires/")


def finds(screen: Screen, case: Case) -> None:
    """One finding with its evidence."""
    screen.open(f"{case.get_absolute_url()}findings/new/")
    screen.page.locator("select[name=dimension]").select_option("market_sales")
    screen.fill(text="دو مشتری بزرگ رفته‌اند.", evidence="فهرست فروش سه سال")
    screen.press("Keep it", within="main")
    assert "دو مشتری بزرگ" in screen.text


def draws(screen: Screen, case: Case) -> None:
    """From the symptom to the primary root."""
    screen.open(f"{case.get_absolute_url()}causes/new/")
    screen.fill(text="دو سوم خط تولید خوابیده است")
    screen.page.locator("select[name=dimension]").select_option("production_technology")
    screen.press("Keep it", within="main")
    screen.page.locator("main .case-tree a").first.click()
    screen.page.locator("select[name=cause]").select_option(label="کمبود نقدینگی")
    screen.choose(kind="ROOT")
    screen.page.locator("select[name=rank]").select_option("PRIMARY")
    screen.press("Keep it", within="main")
    assert screen.page.locator("svg.cause-graph .graph-primary").count() == 1
    assert screen.page.locator("svg.cause-graph path.graph-arrow").count() == 1
