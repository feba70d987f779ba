"""What a person does in a window: open, read, fill in, press. Labels are given as the msgid, and looked for in Persian."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import gettext
from playwright.sync_api import ConsoleMessage, Locator, Page, Response

MARKS = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "img"
TRACK = re.compile(r"/applications/(ZN-\d{4}-[^/]+)/")


class Screen:
    """One window of a browser. `complaints` are errors of its console and answers of the server that are faults."""

    def __init__(self, page: Page, *, keeps_pictures: bool = False) -> None:
        self.page = page
        self.keeps_pictures = keeps_pictures
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        # Chromium logs each refusal of a form (4xx) as an error; those are meant, and looked at by `_answered`.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            self.complaints.append(f"{response.status} {response.url}")

    def open(self, path: str) -> None:
        """Type an address of the portal."""
        self.page.goto(path)

    def press(self, label: str, *, within: str = "body") -> None:
        """The button with this label."""
        self.button(label, within=within).click()
        self.page.wait_for_load_state()

    def button(self, label: str, *, within: str = "body") -> Locator:
        """The one button with exactly this label."""
        return self.page.locator(within).get_by_role("button", name=gettext(label), exact=True)

    def follow(self, label: str, *, within: str = "main") -> None:
        """The link with this label."""
        self.page.locator(within).get_by_role("link", name=gettext(label), exact=True).first.click()
        self.page.wait_for_load_state()

    def fill(self, **values: str) -> None:
        """Type into text boxes, by name."""
        for name, value in values.items():
            self.page.locator(f"[name={name}]:not([type=hidden])").fill(value)

    def fill_date(self, name: str, day: str, month: str, year: str) -> None:
        """A Jalali date in its three parts."""
        self.fill(**{f"{name}_day": day, f"{name}_year": year})
        self.page.locator(f"[name={name}_month]").select_option(month)

    def choose(self, **values: str) -> None:
        """Mark one of several circles, by name and value."""
        for name, value in values.items():
            self.page.locator(f"input[name={name}][value={value}]").check()

    def reads(self, text: str) -> bool:
        """Whether the page says so."""
        return text in self.page.locator("body").inner_text()

    @property
    def text(self) -> str:
        """All that can be read in the main part."""
        return self.page.locator("main").first.inner_text()

    @property
    def is_phone(self) -> bool:
        """Whether the window is as narrow as a phone's."""
        size = self.page.viewport_size
        return size is not None and size["width"] < 600

    @property
    def track(self) -> str:
        """The tracking code in the address."""
        found = TRACK.search(self.page.url)
        assert found is not None, self.page.url
        return found[1]

    def show(self, name: str, *, on: str) -> None:
        """Keep a picture of this page for docs/img, if this window keeps pictures; `on` says of which kind of window."""
        if self.keeps_pictures and self.is_phone == (on == "phone"):
            self.page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
            self.page.wait_for_load_state("networkidle")
            self.page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


def sign_in(screen: Screen, national_code: str, password: str, *, then: str = "/") -> None:
    """By national code and password."""
    screen.open(f"/account/sign-in/?next={then}")
    screen.fill(name=national_code, password=password)
    screen.press("Sign in", within="main")
    assert not screen.page.url.split("?")[0].endswith("/account/sign-in/"), screen.text
