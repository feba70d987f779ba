"""What comes next in a case, for the reader of its overview. Apps above say it for their part, since cases must not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.cases.pages import CasePage


@dataclass(frozen=True, slots=True)
class NextStep:
    """One sentence, and the button that leads on."""

    text: str | Promise
    label: str | Promise
    url: str


Ask = Callable[[CasePage], NextStep | None]
ASKED: list[Ask] = []


def register(ask: Ask) -> Ask:
    """Let `ask(page)` name the next step; None: nothing for this reader. At most one query, and only in its own states."""
    ASKED.append(ask)
    return ask


def next_step(page: CasePage) -> NextStep | None:
    """The first step somebody names."""
    return next((found for ask in ASKED if (found := ask(page)) is not None), None)
