"""Pictures of the demo world for docs/img, each on a desk and on a phone; a started portal with the demo is looked at.

usage: make run, then .venv/bin/python -m tests.browser.pictures [http://127.0.0.1:8000]
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "img"
CHROMIUM: Final = "/usr/bin/chromium"
COLOURS: Final = 128
"""So many are enough for pages of this portal, and keep a picture below 150 kB."""
SIZES: Final = {"": (1280, 900, 1900), "-phone": (390, 844, 1700)}
"""End of the file's name → width and height of the window, and where a long page is cut off, in CSS pixels."""
MANAGER: Final = "9990001111"
"""The manager of the demo; his button stands on the sign-in page."""


@dataclass(frozen=True)
class Picture:
    """A page, and from where on it is shown: the first thing this selector finds."""

    name: str
    path: str
    begin: str = "body"


PUBLIC: Final = (
    Picture("programmes", "/programs/"),
    Picture("programme", "/programs/nikan-zarifan/"),
    Picture("clusters", "/programs/clusters/"),
    Picture("cluster", "/programs/clusters/zanjan-knife/"),
    Picture("courses", "/courses/"),
    Picture("exhibitions", "/programs/exhibitions/"),
    Picture("exhibition", "/programs/exhibitions/footwear-fair-baghdad/"),
)
STAFF: Final = (
    Picture("dashboard-company", "/dashboard/"),
    Picture("dashboard-funnel", "/dashboard/", "section[aria-labelledby=funnel]"),
    Picture("dashboard-programme", "/dashboard/programs/nikan-zarifan/"),
    Picture("dashboard-estate", "/dashboard/estates/eshragh/"),
    Picture("dashboard-cluster", "/dashboard/clusters/zanjan-knife/"),
    Picture("reports", "/dashboard/reports/"),
    Picture("readings", "/dashboard/readings/"),
)


def take(base: str) -> None:
    """All pictures: first as a visitor, then as the manager."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for end in SIZES:
            page = window(browser, base, end)
            for picture in PUBLIC:
                keep(page, picture, end)
            page.goto("/account/sign-in/")
            page.locator(f"form:has(input[name=name][value='{MANAGER}']) button").first.click()
            page.wait_for_load_state()
            for picture in STAFF:
                keep(page, picture, end)
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


def keep(page: Page, picture: Picture, end: str) -> None:
    """Open the page, wait for its drawings, and write it to its file, with few colours."""
    answer = page.goto(picture.path)
    if answer is None or answer.status != 200:
        raise SystemExit(f"{picture.path}: {answer and answer.status}. Is the demo loaded?")
    page.wait_for_load_state("networkidle")
    box = page.locator(picture.begin).first.bounding_box()
    top = max(0, (box["y"] if box else 0) - 16)
    width, _, most = SIZES[end]
    whole = page.evaluate("document.documentElement.scrollHeight")
    data = page.screenshot(
        full_page=True, animations="disabled",
        clip={"x": 0, "y": top, "width": width, "height": min(most, whole - top)},
    )  # fmt: skip
    image = Image.open(io.BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path = IMAGES / f"{picture.name}{end}.png"
    image.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
