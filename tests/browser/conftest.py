"""A real browser against the portal in this process: Chromium, the real server, PostgreSQL, one clock for both."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from core import clock
from tests.browser.pages import SCREENS, Screen
from tests.browser.world import World, open_call

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The one without a window does the same in half the time: the other draws bars and tabs that nobody sees.
PROGRAMS = ("chromium-headless-shell", "chromium")
HOW_TO_GET_IT = "Chromium is not here; tests in a browser need it: apt install chromium-headless-shell"

OpenScreen = Callable[..., Screen]
MoveClock = Callable[[datetime], None]


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of this folder; without Chromium they are skipped, or fail where nothing may be."""
    path = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if path is None:
        if os.environ.get("PORTAL_NO_SKIPS") == "1":
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    # Playwright keeps an event loop in this thread, where Django would refuse to speak to the database.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    else:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def open_screen(chromium: Browser, live_server: Any) -> Iterator[OpenScreen]:
    """`open_screen("phone")`: a window of its own, with its own cookies; afterwards nothing may stand in its console.

    With PORTAL_SCREENSHOTS=1 it keeps the pictures of docs/img, unless it was opened with `options`.
    """
    opened: list[Screen] = []

    def opening(kind: str = "desktop", **options: Any) -> Screen:
        pictures = os.environ.get("PORTAL_SCREENSHOTS") == "1" and not options
        options = {**SCREENS[kind], **options, "device_scale_factor": 2 if pictures and kind == "phone" else 1}
        context = chromium.new_context(base_url=live_server.url, locale="fa-IR", **options)
        context.set_default_timeout(15_000)
        screen = Screen(context.new_page(), keeps_pictures=pictures)
        opened.append(screen)
        return screen

    yield opening
    complaints = [text for screen in opened for text in screen.complaints]
    for screen in opened:
        screen.page.context.close()
    assert complaints == []


@pytest.fixture
def move_clock(monkeypatch: pytest.MonkeyPatch) -> MoveClock:
    """`move_clock(moment)`: every clock of this process, the server's threads too, stands at `moment` and runs on."""

    def moving(moment: datetime) -> None:
        ahead = moment - clock.lease_now()
        monkeypatch.setattr(clock, "_shift", ContextVar[timedelta]("clock_shift", default=ahead))

    return moving


@pytest.fixture
def world(transactional_db: None, settings: Any, tmp_path: Path) -> World:
    """An open call by points with four plots on a plan, two papers and everybody who decides."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return open_call()
