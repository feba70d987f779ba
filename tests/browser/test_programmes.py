"""A month of a programme in a real browser: from the sheet of the officer to the dashboards and the public page."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import gettext
from playwright.sync_api import FilePayload

from core.files.models import StoredFile
from programs.choices import ReadingStatus
from programs.models import Milestone, Reading
from tests.browser.company import Company, found_company
from tests.browser.conftest import MoveClock, OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.browser.world import phone_photo
from tests.factories.accounts import PASSWORD
from tests.factories.programs import NOW, month
from tests.factories.readings import milestones

pytestmark = MARKS

READINGS = "/dashboard/readings/"
ABAN = month(8)
WHY = "۹۰ درصد با تصویر نمی‌خواند: پی تازه ریخته شده است."
NOTE = "پی پست ریخته و بتن آن آزموده شد."


@pytest.mark.parametrize("kind", ["desktop", "phone", "without scripts"])
def test_a_month_goes_from_the_sheet_to_the_dashboards_and_the_public_page(
    transactional_db: None, open_screen: OpenScreen, move_clock: MoveClock, settings: Any, tmp_path: Any, kind: str
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    move_clock(NOW)
    company = found_company()
    options = {"java_script_enabled": False} if kind == "without scripts" else {}
    windows = [open_screen("desktop" if kind == "desktop" else "phone", **options) for _ in range(3)]
    officer, manager, visitor = windows
    sign_in(officer, company.officer.national_code, PASSWORD, then=READINGS)
    sign_in(manager, company.manager.national_code, PASSWORD, then="/dashboard/")
    first, second = milestones(company.programme)[:2]
    stands_at(manager, company, percent="۵۰", light="red")

    open_sheet(officer, company)
    a_figure_beyond_the_whole_comes_back(officer, first, second, has_scripts=not options)
    hand_in(officer, first, second, percent="۹۰")
    give_back(manager, company)
    mend(officer, second)
    approve(manager, company)

    company.work()
    stands_at(manager, company, percent="۶۲", light="green")
    behind_the_figure(manager, company, draws=not options)
    visitor.open(f"/programs/{company.programme.slug}/")
    assert gettext("%(percent)s percent done") % {"percent": "۶۲"} in visitor.text
    visitor.open("/programs/")
    assert gettext("%(percent)s percent done") % {"percent": "۶۲"} in visitor.text


def open_sheet(screen: Screen, company: Company) -> None:
    """From the list to the sheet of Aban, by the question which programme and month."""
    screen.follow("Enter a month")
    screen.page.locator("[name=programme]").select_option(company.programme.slug)
    screen.page.locator("[name=month]").select_option("1405-08")
    screen.press("Open the sheet", within="main")


def a_figure_beyond_the_whole_comes_back(
    screen: Screen, first: Milestone, second: Milestone, *, has_scripts: bool
) -> None:
    """140 per cent: nothing is kept, the summary of the errors has the focus and leads to the box, what was typed stays."""
    screen.fill(**{box(first): "۷۰", box(second): "۱۴۰", "note": NOTE})
    screen.page.locator("input[type=file]").set_input_files(photo())
    screen.press("Hand in for approval", within="main")
    summary = screen.page.locator("[data-error-summary]")
    assert summary.is_visible()
    if has_scripts:
        assert screen.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    assert summary.locator(f"a[href='#id_{box(second)}']").count() == 1
    typed = {name: screen.page.locator(f"[name={name}]").input_value() for name in (box(first), box(second), "note")}
    assert typed == {box(first): "۷۰", box(second): "۱۴۰", "note": NOTE}
    assert not Reading.objects.filter(month=ABAN).exists()


def hand_in(screen: Screen, first: Milestone, second: Milestone, *, percent: str) -> None:
    """Mended and with its photo, the month goes to the manager; both figures rest on one file."""
    screen.fill(**{box(second): percent})
    screen.page.locator("input[type=file]").set_input_files(photo())
    screen.press("Hand in for approval", within="main")
    assert screen.page.url.endswith(READINGS), screen.text
    rows = Reading.objects.filter(month=ABAN, milestone__in=(first, second))
    assert set(rows.values_list("status", flat=True)) == {ReadingStatus.SUBMITTED}
    assert StoredFile.objects.filter(reading_evidence__reading__in=rows).distinct().count() == 1


def give_back(screen: Screen, company: Company) -> None:
    """The manager finds the month in his queue, sees the photo, and gives it back; without a note he cannot."""
    from_the_queue(screen, company)
    assert screen.page.locator(".review-papers img").count() == 1
    screen.show("readings-review", on="desktop")
    screen.press("Give them back", within="main")
    assert screen.page.locator("[data-error-summary]").is_visible()
    screen.fill(note=WHY)
    screen.press("Give them back", within="main")
    assert set(in_aban(company)) == {ReadingStatus.RETURNED}


def mend(screen: Screen, second: Milestone) -> None:
    """The officer reads why, lowers the figure and hands in again; the photo is still there."""
    screen.open(READINGS)
    assert WHY in screen.text
    screen.follow(second.activity.programme.display_name)
    assert WHY in screen.text
    assert screen.page.locator(".files .file").count() == 1
    screen.fill(**{box(second): "۷۰"})
    screen.show("readings-sheet", on="desktop")
    screen.show("readings-sheet-phone", on="phone")
    screen.press("Hand in for approval", within="main")
    assert WHY not in screen.text


def approve(screen: Screen, company: Company) -> None:
    """The manager approves both figures."""
    from_the_queue(screen, company)
    screen.press("Approve the chosen figures", within="main")
    assert set(in_aban(company)) == {ReadingStatus.APPROVED}
    assert screen.reads(gettext("Nothing waits for approval"))


def from_the_queue(screen: Screen, company: Company) -> None:
    """Open the review by its link in the list."""
    screen.open(READINGS)
    screen.page.locator(f"a[href='{READINGS}review/{company.programme.slug}/1405-08/']").click()
    screen.page.wait_for_load_state()


def stands_at(screen: Screen, company: Company, *, percent: str, light: str) -> None:
    """The company's page says how far the programme is and shows its light."""
    screen.open("/dashboard/")
    link = f"a[href='/dashboard/programs/{company.programme.slug}/']"
    row = screen.page.locator("main tbody tr").filter(has=screen.page.locator(link)).first.inner_text()
    assert gettext("%(done)s percent done") % {"done": percent} in row, row
    assert gettext(light) in row, row


def behind_the_figure(screen: Screen, company: Company, *, draws: bool) -> None:
    """From the company's page to the programme: the same figure and light, the curve drawn, and its table in any case."""
    screen.page.locator(f"main a[href='/dashboard/programs/{company.programme.slug}/']").first.click()
    screen.page.wait_for_load_state()
    verdict = screen.page.locator(".verdict").inner_text()
    assert gettext("green") in verdict, verdict
    assert "۶۲" in screen.page.locator("section[aria-labelledby=state]").inner_text()
    assert screen.page.locator("#curve-chart-title ~ * canvas, [data-chart=curve-chart] canvas").count() == int(draws)
    table = screen.page.locator("section[aria-labelledby=curve] table")
    if not table.is_visible():
        screen.page.locator("section[aria-labelledby=curve] summary").click()
    row = table.locator("tr.is-mine").inner_text()
    assert "آبان" in row
    assert "۶۲" in row
    names = screen.page.locator("section[aria-labelledby=readings] tbody tr").all_inner_texts()
    assert sum("آبان" in name for name in names) == 2


def box(milestone: Milestone) -> str:
    """Name of its box on the sheet."""
    return f"m{milestone.pk}_percent"


def in_aban(company: Company) -> list[str]:
    """States of what was reported for the month."""
    return list(Reading.objects.filter(programme=company.programme, month=ABAN).values_list("status", flat=True))


def photo() -> FilePayload:
    """As a phone sends it."""
    return {"name": "IMG_0042.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()}
