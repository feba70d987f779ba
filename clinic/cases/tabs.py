"""The tabs of a case. Apps above (treatment, reports) add theirs from their `ready()`, since cases must not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from clinic.cases import permissions
from clinic.cases.choices import CaseStatus, Standing
from clinic.cases.models import Case

May = Callable[[frozenset[Standing], Case], bool]
"""Whether somebody who stands so before the case is shown the tab; asked without queries."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: `code` is also what its looks are written under, `position` its place in the row."""

    code: str
    label: str | Promise
    url_name: str
    position: int
    may: May


@dataclass(frozen=True, slots=True)
class Shown:
    """A tab as a page shows it."""

    code: str
    label: str
    url: str
    current: bool


TABS: dict[str, Tab] = {}
OUTSIDE: dict[str, str | Promise] = {
    "conference": pgettext_lazy("case look", "conference of consultants"),
    "review": pgettext_lazy("case look", "review of the report"),
}
"""What belongs to a case and is read outside its pages: code of its looks → name."""


def register(tab: Tab) -> None:
    """Add a tab. ValueError when its code is taken."""
    if tab.code in TABS:
        raise ValueError(f"the tab {tab.code} is registered twice")
    TABS[tab.code] = tab


def having(permission: str, *, with_team: bool = False) -> May:
    """Shown to those who have `permission` by how they stand; `with_team`: not before a team was named."""

    def may(standings: frozenset[Standing], case: Case) -> bool:
        early = with_team and case.status in (CaseStatus.REQUESTED, CaseStatus.ADMITTED, CaseStatus.REFUSED)
        return bool(standings & permissions.WHO[permission]) and not early

    return may


def tabs_for(standings: frozenset[Standing], case: Case, current: str) -> list[Shown]:
    """The tabs of a case in their order, the one of this page marked; one whose page is not routed is left out. No query."""
    wanted = sorted((tab for tab in TABS.values() if tab.may(standings, case)), key=lambda tab: tab.position)
    shown = [(tab, address_of(tab, case.number)) for tab in wanted]
    return [Shown(tab.code, str(tab.label), url, tab.code == current) for tab, url in shown if url]


def address_of(tab: Tab, number: str) -> str:
    """The address of a tab for the case with this number, or "" when nothing is routed under its name."""
    try:
        return reverse(tab.url_name, args=[number])
    except NoReverseMatch:
        return ""


def label_of(code: str) -> str:
    """Name of what a look was written under; the code itself when the tab is no more."""
    return str(TABS[code].label if code in TABS else OUTSIDE.get(code, code))


for _tab in (
    Tab("overview", pgettext_lazy("case tab", "overview"), "cases:overview", 10, having(permissions.READ)),
    Tab("visits", pgettext_lazy("case tab", "visits"), "cases:visits", 20, having(permissions.READ_SECRETS, with_team=True)),
    Tab("data", pgettext_lazy("case tab", "data"), "cases:data", 30, having(permissions.READ_SHEETS)),
    Tab(
        "questionnaires", pgettext_lazy("case tab", "questionnaires and scores"), "cases:questionnaires", 40,
        having(permissions.READ_SECRETS, with_team=True),
    ),
    Tab(
        "findings", pgettext_lazy("case tab", "findings"), "cases:findings", 50,
        having(permissions.READ_SECRETS, with_team=True),
    ),
    Tab("causes", pgettext_lazy("case tab", "causes"), "cases:causes", 60, having(permissions.READ_SECRETS, with_team=True)),
    Tab("looks", pgettext_lazy("case tab", "who has looked"), "cases:looks", 100, having(permissions.READ_LOOKS)),
):  # fmt: skip
    register(_tab)
