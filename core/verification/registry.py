"""Which app answers for which code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

Finder = Callable[[str], Any]
"""Gets a code as a person typed it; gives what the public may know of that paper (no name, no number of a person in full),
or None when the code is not one of this kind or was never given out. A code of another kind must cost no query."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper: `template` shows what `find` gives, under the name `found`."""

    name: str
    find: Finder
    template: str


@dataclass(frozen=True, slots=True)
class Match:
    """A genuine paper: its kind, the template that shows it and what that template is given."""

    kind: str
    template: str
    found: Any


_KINDS: dict[str, Kind] = {}


def register(name: str, *, find: Finder, template: str) -> None:
    """Let `find` answer for papers of the kind `name` ("receipt"). ValueError when the kind has a finder already."""
    if name in _KINDS:
        raise ValueError(f"papers of the kind {name} have two finders")
    _KINDS[name] = Kind(name, find, template)


def find(code: str) -> Match | None:
    """The paper with this code, in any spelling a person may type; None when the portal never gave it out."""
    for kind in _KINDS.values():
        found = kind.find(code)
        if found is not None:
            return Match(kind.name, kind.template, found)
    return None


def address_of(code: str) -> str:
    """What a QR code on a paper leads to: the page that checks it, or the code alone where the portal's address is not set."""
    return f"{settings.PUBLIC_URL}/verify/{code}/" if settings.PUBLIC_URL else code
