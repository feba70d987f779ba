"""The way of an applicant, page by page, as hands on a keyboard or a phone go it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import FilePayload

from accounts.models import User
from core.messages.models import Message
from tests.browser.pages import Screen
from tests.browser.world import World, phone_photo, scan
from tests.factories import identifiers

PASSWORD = "zanjan-chaqu-1405"


@dataclass(frozen=True)
class Newcomer:
    """Somebody the portal does not know yet."""

    national_code: str
    phone: str
    first_name: str = "حسن"
    last_name: str = "چاقوساز"


def newcomer() -> Newcomer:
    """Another one at each call."""
    return Newcomer(identifiers.national_code(), identifiers.mobile())


def sign_up(screen: Screen, person: Newcomer) -> User:
    """From the sign-up page to the account, with the code that came by SMS."""
    screen.fill(
        national_code=person.national_code,
        first_name=person.first_name,
        last_name=person.last_name,
        phone=person.phone,
        password=PASSWORD,
    )
    screen.press("Go on to the code", within="main")
    screen.fill(code=code_sent_to(person.phone))
    screen.press("Go on", within="main")
    return User.objects.get(national_code=person.national_code)


def code_sent_to(phone: str) -> str:
    """The six digits of the newest message to this phone."""
    message = Message.objects.filter(to=phone).latest("created_at")
    found = re.search(r"(?<!\d)\d{6}(?!\d)", message.secret_text or message.text)
    assert found is not None, message.text
    return "".join(str(int(digit)) for digit in found[0])


def complete_profile(screen: Screen) -> None:
    """What an application needs and sign-up does not ask."""
    screen.open("/account/details/")
    screen.fill(father_name="رضا")
    screen.fill_date("birth_date", "۱۲", "1", "۱۳۴۴")
    screen.choose(gender="M")
    screen.page.locator("main form button[type=submit], main form button.button-primary").first.click()
    screen.open("/account/address/")
    screen.page.locator("[name=county]").select_option("zanjan")
    screen.fill(city="زنجان", address="خیابان صفا، کوچهٔ یکم، پلاک ۵", postal_code="۴۵۱۳۷۵۱۱۱۱")
    screen.page.locator("main form button[type=submit], main form button.button-primary").first.click()
    screen.page.wait_for_load_state()


def begin(screen: Screen, world: World) -> None:
    """From the page of the call to the list of tasks."""
    screen.open(f"/calls/{world.call.slug}/apply/")
    screen.press("Begin", within="main")


def fill_craft(screen: Screen) -> None:
    """Craft and licence."""
    open_step(screen, "craft")
    screen.choose(trade="knife_making", licence_kind="ARTISAN_CARD")
    screen.fill(licence_number="ز/۱۲۳۴", years_licensed="۸")
    screen.fill_date("licence_issued_on", "۱", "1", "۱۳۹۵")
    screen.press("Save and continue", within="main")


def fill_plan(screen: Screen) -> None:
    """Plan of the workshop."""
    open_step(screen, "plan")
    screen.choose(workplace_kind="RENTED")
    screen.fill(
        jobs_now="۲",
        jobs_promised="۳",
        investment_rials="۲۰٬۰۰۰٬۰۰۰٬۰۰۰",
        area_needed="۹۰",
        plan_summary="چاقوی دسته‌استخوانی، تیغهٔ آب‌دیده، با دو شاگرد.",
    )
    screen.press("Save and continue", within="main")


def choose_plots(screen: Screen) -> None:
    """K-01, K-03, K-02 are added; then K-02 is moved to the top with its button."""
    open_step(screen, "choices")
    for code in ("K-01", "K-03", "K-02"):
        screen.page.locator(f"button[name=add][value={code}]").click()
        screen.page.locator(f".rank-row[data-feature={code}]").wait_for()
    for above in ("K-03", "K-01"):
        screen.page.locator("button[name=up][value=K-02]").click()
        screen.page.locator(f".rank-row[data-feature=K-02] + [data-feature={above}]").wait_for()
    screen.show("choices-phone", on="phone")
    screen.press("Save and continue", within="main")


def hand_in_papers(screen: Screen, world: World) -> None:
    """Two papers: a photo from the phone, and a scan."""
    track = screen.track
    files: dict[str, FilePayload] = {
        "licence": {"name": "IMG_0042.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()},
        "identity": {"name": "scan.png", "mimeType": "image/png", "buffer": scan()},
    }
    for paper in world.call.papers.all():
        screen.open(f"/applications/{track}/form/papers/{paper.code}/")
        screen.page.locator("input[type=file]").set_input_files(files[paper.code])
        screen.press("Hand in this paper", within="main")
    screen.press("Continue", within="main")


def check_and_declare(screen: Screen, world: World) -> None:
    """Read everything again, then hand in with a double click, as many people do."""
    open_step(screen, "check")
    screen.press("Everything is right, continue", within="main")
    screen.page.locator("[name=agreed]").check()
    if world.call.refuses_holders:
        screen.page.locator("[name=no_other_unit]").check()
    screen.button("Hand in the application", within="main").dblclick()
    screen.page.wait_for_url("**/receipt/")


def open_step(screen: Screen, name: str) -> None:
    """A step by its link in the list of tasks."""
    screen.open(f"/applications/{screen.track}/")
    screen.page.locator(f"main a[href$='/form/{name}/']").first.click()
    screen.page.wait_for_load_state()


def fill_everything(screen: Screen, world: World) -> None:
    """All steps from the list of tasks to the receipt."""
    open_step(screen, "identity")
    screen.press("Yes, these details are right", within="main")
    fill_craft(screen)
    fill_plan(screen)
    screen.open(f"/applications/{screen.track}/")
    screen.show("task-list", on="desktop")
    choose_plots(screen)
    hand_in_papers(screen, world)
    check_and_declare(screen, world)
