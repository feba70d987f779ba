"""Asking every address as everybody: the addresses there are, who asks, and pages drawn once for each kind of reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import fields, is_dataclass
from typing import Any

from django.db import transaction
from django.forms import BaseForm
from django.template.backends.django import Template
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.functional import LazyObject, Promise

from accounts.choices import Role
from accounts.models import User

METHODS = ("get", "head", "post", "put", "patch", "delete")
READING = ("get", "head")
STAFF = tuple(role for role in Role if role is not Role.APPLICANT)
REFUSED = (403, 404, 405)

_whole_page = Template.render


def patterns(resolver: URLResolver | None = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Name with its namespaces, and route, of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or ""]), str(pattern.pattern)
        else:
            yield from patterns(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)


NAMES = sorted({name for name, _route in patterns() if not name.startswith("admin:")})


def client_of(user: User | None) -> Client:
    """A browser in which this person is signed in; a failure of a page is its 500, as in the world."""
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


def answer(client: Client, method: str, address: str) -> Any:
    """The response; what the request changed is undone."""
    with nullcontext() if method in READING else transaction.atomic():
        response = getattr(client, method)(address)
        if method not in READING:
            transaction.set_rollback(True)
    return response


def body(response: Any) -> str:
    """All text of a response, streamed or not."""
    if response.streaming:
        return b"".join(response.streaming_content).decode("utf8", "replace")
    return response.content.decode("utf8", "replace")


def sent_to_sign_in(response: Any) -> bool:
    """Whether the visitor was asked to sign in."""
    return response.status_code == 302 and response["Location"].startswith(("/account/sign-in/", "/admin/login/"))


class DrawnOnce:
    """Stands for a template's `render`: draws a page only when its view hands it something else than at any time before.

    The view runs for everybody; most of the time of a sweep went into drawing the same page for eleven roles. Drawn is
    the first page of each person with its menus, each page for the first who may open it, and again for everybody whose rights
    make the view say something else (another flag, form, column or number of rows). A refusal looks alike at each address.
    What is not drawn is the bare sentence of a refusal, or nothing.
    """

    MENUS = frozenset({"available_apps", "app_list"})

    def __init__(self) -> None:
        self.seen: set[Any] = set()

    def render(self, template: Template, context: Any = None, request: Any = None) -> Any:
        """The page as text."""
        if request is None:
            return _whole_page(template, context, request)
        given = {name: value for name, value in (context or {}).items() if name not in self.MENUS}
        match = None if "request_id" in given else request.resolver_match
        page = (template.template.name, match and match.view_name, request.method in ("GET", "HEAD"))
        person = getattr(request.user, "pk", None)
        kinds = {person, (page, repr(outline({**given, "request_id": None})))}
        if kinds <= self.seen:
            return str(given.get("message", ""))
        self.seen |= kinds
        return _whole_page(template, context, request)


def outline(value: Any, depth: int = 3) -> Any:
    """What of a value decides how it is drawn: flags, words, fields and how many; not the rows themselves."""
    if value is None or isinstance(value, bool | int | str):
        return value
    kind = type(value).__name__
    if isinstance(value, Promise | LazyObject) or not depth:
        return kind
    if isinstance(value, Mapping):
        return kind, [(str(name), outline(part, depth - 1)) for name, part in value.items()]
    if isinstance(value, list | tuple):
        return kind, len(value), [outline(part, depth - 1) for part in value[:5]]
    if isinstance(value, BaseForm):
        return kind, value.is_bound, [(name, field.disabled) for name, field in value.fields.items()]
    if is_dataclass(value):
        return kind, [(field.name, outline(getattr(value, field.name, None), depth - 1)) for field in fields(value)]
    flags = [(name, part) for name, part in getattr(value, "__dict__", {}).items() if isinstance(part, bool)]
    shown = [str(getattr(value, name, "")) for name in ("list_display", "readonly_fields")]
    return kind, flags, shown, outline(getattr(value, "form", None), depth - 1)
