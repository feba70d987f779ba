"""The portal's navigation as data: what is linked, under which name, for whom.

A page that does not exist is not linked: an item whose address is not routed is left out, and a test makes sure that
every item declared here is routed in the whole portal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, Final

import rules
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Who(Enum):
    """For whom an item is shown. Showing is a courtesy; the page itself decides who may read it."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed_in"
    VISITOR = "visitor"
    STAFF = "staff"


@dataclass(frozen=True)
class Item:
    """One entry. `name` is stable, for tests and for marking; `url_name` is the name of a URL pattern.

    With `permission` it is shown to those alone who hold it by the rules: no way leads to a page that refuses.
    """

    name: str
    label: str | Promise
    url_name: str
    who: Who = Who.EVERYBODY
    permission: str = ""


@dataclass(frozen=True)
class Link:
    """An entry as a page shows it."""

    name: str
    label: str
    url: str
    current: bool = False


MAIN: Final = (
    Item("home", _("Home"), "home"),
    Item("estates", _("Estates and zones"), "estates:list"),
    Item("plots", _("Find a plot"), "plots:list"),
    Item("calls", _("Calls"), "calls:list"),
    Item("programs", _("Programmes"), "programs:list"),
    Item("clinic", _("Industry clinic"), "clinic:home"),
    Item("applications", _("My applications"), "applications:list", Who.SIGNED_IN),
    Item("courses", _("Courses"), "training:list"),
    Item("verify", _("Check a document"), "verify:form"),
)

ACCOUNT: Final = (
    Item("profile", _("My details"), "accounts:profile", Who.SIGNED_IN),
    Item("documents", _("My papers"), "accounts:documents", Who.SIGNED_IN),
    Item("my_courses", _("My courses"), "training:mine", Who.SIGNED_IN),
    Item("my_booths", _("My requests for booths"), "exhibitions:mine", Who.SIGNED_IN),
    Item("my_clinic_requests", _("My clinic requests"), "clinic:requests", Who.SIGNED_IN),
    Item("messages", _("Messages"), "accounts:messages", Who.SIGNED_IN),
    Item("access_log", _("Who has seen my file"), "accounts:access_log", Who.SIGNED_IN),
    Item("dashboard", _("Dashboard"), "dashboards:company", Who.STAFF, "dashboards.read"),
    Item("readings", _("Readings"), "readings:list", Who.STAFF, "programs.read"),
    Item("staff", _("Staff desk"), "admin:index", Who.STAFF),
)

VISITOR: Final = (
    Item("sign_in", _("Sign in"), "account_login", Who.VISITOR),
    Item("sign_up", _("Sign up"), "account_signup", Who.VISITOR),
)

SIGN_OUT: Final = Item("sign_out", _("Sign out"), "account_logout", Who.SIGNED_IN)

ALL: Final = (*MAIN, *ACCOUNT, *VISITOR, SIGN_OUT)


def shown_to(item: Item, user: Any) -> bool:
    """Whether this person is shown the item; `user` may be anonymous or None."""
    signed_in = bool(getattr(user, "is_authenticated", False))
    meant = {
        Who.EVERYBODY: True,
        Who.SIGNED_IN: signed_in,
        Who.VISITOR: not signed_in,
        Who.STAFF: signed_in and bool(getattr(user, "is_staff", False)),
    }[item.who]
    return meant and (not item.permission or rules.has_perm(item.permission, user))


def address_of(item: Item) -> str:
    """The address of the item, or "" when nothing is routed under its name."""
    try:
        return reverse(item.url_name)
    except NoReverseMatch:
        return ""


def links(items: Iterable[Item], user: Any, path: str = "") -> list[Link]:
    """The items this person is shown; the one that `path` stands in is current."""
    found = [(item, address_of(item)) for item in items if shown_to(item, user)]
    return [Link(item.name, str(item.label), url, _stands_in(path, url)) for item, url in found if url]


def _stands_in(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


class Navigation:
    """What the header and footer of one request show; worked out when a template first asks."""

    def __init__(self, user: Any, path: str) -> None:
        self._user = user
        self._path = path

    @cached_property
    def main(self) -> list[Link]:
        return links(MAIN, self._user, self._path)

    @cached_property
    def account(self) -> list[Link]:
        return links(ACCOUNT, self._user, self._path)

    @cached_property
    def visitor(self) -> list[Link]:
        return links(VISITOR, self._user, self._path)

    @cached_property
    def sign_out(self) -> Link | None:
        return next(iter(links([SIGN_OUT], self._user)), None)


def for_request(request: HttpRequest) -> Navigation:
    """Navigation of the person who asks; works for requests that were refused before sign-in was looked at."""
    return Navigation(getattr(request, "user", None), request.path)
