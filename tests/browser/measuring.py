"""What axe finds on a page, by the rules of WCAG 2.2 A and AA, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client

from accounts.models import User
from tests.browser.pages import SCREENS, Screen

RULES = {
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# Only what is told of a violation leaves the browser: all that axe weighed is half a megabyte for each page.
MEASURE = """rules => axe.run(rules).then(
    found => found.violations.map(({id, impact, nodes}) => `${id}, ${impact}: ${nodes[0].html.slice(0, 160)}`)
)"""


def violations(screen: Screen, paths: Iterable[str]) -> list[str]:
    """One line for each rule a page breaks: where, which rule, how bad, the first element."""
    found = []
    for path in paths:
        answer = screen.page.goto(path)
        assert answer is not None and answer.status == 200, f"{path}: {answer and answer.status}"
        found += measured(screen, path)
    return found


def measured(screen: Screen, name: str) -> list[str]:
    """The same for the page that is open, at the sizes of a desk and of a phone.

    The size the window has comes first, so that one page is opened on a desk and the next on a phone.
    """
    found = []
    screen.page.evaluate(AXE_SCRIPT)
    for kind in ("phone", "desktop") if screen.is_phone else ("desktop", "phone"):
        screen.page.set_viewport_size(SCREENS[kind]["viewport"])
        heard = len(screen.complaints)
        found += [f"{name} ({kind}): {broken}" for broken in screen.page.evaluate(MEASURE, RULES)]
        is_desk = name.startswith("/admin/")  # wide tables of the staff desk may be scrolled sideways
        if not is_desk and screen.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{name} ({kind}): wider than the window")
        del screen.complaints[heard:]  # axe sets styles while it measures, which the content policy reports
    return found


def enter(screen: Screen, user: User) -> None:
    """Sign in without the page, which other tests walk through."""
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    cookie: Any = client.cookies[settings.SESSION_COOKIE_NAME]
    screen.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}])
