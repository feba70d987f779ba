"""Pictures of the demo world for docs/img, each on a desk and on a phone; a started portal with the demo is looked at.

usage: make run, then .venv/bin/python -m tests.browser.pictures [http://127.0.0.1:8000 [clinic]], the last to take only
those whose name begins so.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "img"
CHROMIUM: Final = "/usr/bin/chromium"
COLOURS: Final = 128
"""So many are enough for pages of this portal, and keep a picture below 150 kB."""
ONLY: Final = tuple(sys.argv[2:3])
"""Beginning of the names that are taken; empty: all."""
SIZES: Final = {"": (1280, 900, 1900), "-phone": (390, 844, 1700)}
"""End of the file's name → width and height of the window, and where a long page is cut off, in CSS pixels."""
MANAGER: Final = "9990001111"
"""The manager of the demo; his button stands on the sign-in page, like those of the others."""
LEAD: Final = "9990001121"
APPLICANT: Final = "9990001014"
DESK, PHONE = ("",), ("-phone",)


@dataclass(frozen=True)
class Picture:
    """A page, and from where on it is shown: the first thing the selector `begin` finds."""

    name: str
    path: str
    begin: str = "body"
    ends: tuple[str, ...] = tuple(SIZES)
    """The sizes it is taken in."""
    link: str = ""
    """The page is found by the first link of `path` that this selector finds, followed by `then`."""
    then: str = ""


PUBLIC: Final = (
    Picture("programmes", "/programs/"),
    Picture("programme", "/programs/nikan-zarifan/"),
    Picture("clusters", "/programs/clusters/"),
    Picture("cluster", "/programs/clusters/zanjan-knife/"),
    Picture("courses", "/courses/"),
    Picture("exhibitions", "/programs/exhibitions/"),
    Picture("exhibition", "/programs/exhibitions/footwear-fair-baghdad/"),
    Picture("clinic", "/clinic/"),
)
OF_MANAGER: Final = (
    Picture("dashboard-company", "/dashboard/"),
    Picture("dashboard-funnel", "/dashboard/", "section[aria-labelledby=funnel]"),
    Picture("dashboard-plans", "/dashboard/", "section[aria-labelledby=estates]"),
    Picture("dashboard-programme", "/dashboard/programs/nikan-zarifan/"),
    Picture("dashboard-estate", "/dashboard/estates/eshragh/"),
    Picture("dashboard-cluster", "/dashboard/clusters/zanjan-knife/"),
    Picture("dashboard-demand", "/dashboard/demand/"),
    Picture("reports", "/dashboard/reports/"),
    Picture("readings", "/dashboard/readings/"),
    Picture("dashboard-clinic", "/dashboard/clinic/"),
    Picture("dashboard-clinic-causes", "/dashboard/clinic/", "section[aria-labelledby=causes]", DESK),
)
CASES: Final = "/clinic/cases/"
SHOES: Final = "tr:has-text('کفش گام‌نو') a"
"""The case of the applicant of the sign-in page: its team is complete, its plan waits for him."""
OF_LEAD: Final = (
    Picture("clinic-desk", "/clinic/desk/", ends=DESK),
    Picture("clinic-case", CASES, ends=DESK, link=SHOES),
    Picture("clinic-questionnaires", CASES, ends=DESK, link=SHOES, then="questionnaires/"),
    Picture("clinic-causes", CASES, ends=DESK, link=SHOES, then="causes/"),
    Picture("clinic-plan", CASES, ends=DESK, link=SHOES, then="plan/"),
    Picture(
        "clinic-follow-up", CASES + "?state=ended", ends=DESK, link="tr:has-text('کفش بازگشت') a", then="follow-up/"
    ),
    Picture("clinic-warnings", "/clinic/units/warnings/", ends=DESK),
)
OF_APPLICANT: Final = (
    Picture("clinic-request", "/clinic/requests/new/diagnosis/", ends=PHONE),
    Picture(
        "clinic-booking",
        "/clinic/requests/",
        ends=PHONE,
        link="li:has-text('عارضه‌یابی و درمان') a[href*='/requests/']",
        then="book/",
    ),
)
SIGNED_IN: Final = ((MANAGER, OF_MANAGER), (LEAD, OF_LEAD), (APPLICANT, OF_APPLICANT))


def take(base: str) -> None:
    """All pictures: first as a visitor, then as those who are signed in, each in a window of his own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for end in SIZES:
            visitor = window(browser, base, end)
            keep_all(visitor, PUBLIC, end)
            for person, pictures in SIGNED_IN:
                page = window(browser, base, end)
                page.goto("/account/sign-in/")
                page.locator(f"form:has(input[name=name][value='{person}']) button").first.click()
                page.wait_for_load_state()
                keep_all(page, pictures, end)
        browser.close()


def window(browser: Browser, base: str, end: str) -> Page:
    """A window of this size, Persian, with twice the pixels on a phone."""
    width, height, _ = SIZES[end]
    context = browser.new_context(
        base_url=base, locale="fa-IR", viewport={"width": width, "height": height},
        device_scale_factor=1.5 if end else 1, reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(60_000)
    return context.new_page()


def keep_all(page: Page, pictures: Sequence[Picture], end: str) -> None:
    """Those of these pictures that are taken in this size."""
    for picture in pictures:
        if end in picture.ends and (not ONLY or picture.name.startswith(ONLY)):
            keep(page, picture, end)


def address(page: Page, picture: Picture) -> str:
    """Where the picture is taken; its page is looked for in a list when it has no address that stays."""
    if not picture.link:
        return picture.path
    page.goto(picture.path)
    found = page.locator(f"main {picture.link}").first.get_attribute("href") or ""
    return found.split("?")[0] + picture.then


def keep(page: Page, picture: Picture, end: str) -> None:
    """Open the page, wait for its drawings, and write it to its file, with few colours."""
    path = address(page, picture)
    answer = page.goto(path)
    if answer is None or answer.status != 200:
        raise SystemExit(f"{path}: {answer and answer.status}. Is the demo loaded?")
    page.wait_for_load_state("networkidle")
    box = page.locator(picture.begin).first.bounding_box()
    top = max(0, (box["y"] if box else 0) - 16)
    width, height, most = SIZES[end]
    whole = page.evaluate("document.documentElement.scrollHeight")
    if end:
        # The bar with the button keeps to the lower edge of the window, which is that of the picture then.
        page.set_viewport_size({"width": width, "height": min(most, whole)})
    data = page.screenshot(
        full_page=True, animations="disabled",
        clip={"x": 0, "y": top, "width": width, "height": min(most, whole - top)},
    )  # fmt: skip
    page.set_viewport_size({"width": width, "height": height})
    image = Image.open(io.BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    target = IMAGES / f"{picture.name}{end}.png"
    image.save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
