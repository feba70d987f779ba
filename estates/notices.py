"""What later apps have to say on an estate's page: its open calls, for example.

This app stands below them and knows none; they register a provider when they are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One line with a link: a call that is open. Texts are in the reader's language; `until` says until or from when."""

    title: str
    url: str
    status: str = ""
    status_label: str = ""
    until: str = ""


Provider = Callable[[Iterable[int], datetime], dict[int, list[Notice]]]
"""Gets keys of estates and the moment; gives the notices of each estate that has any, in a fixed number of queries."""

Wishes = Callable[[int], dict[int, int]]
"""Gets the key of an estate; gives how many applications name each plot (by key), plots nobody named left out."""

_PROVIDERS: list[Provider] = []
_WISHES: list[Wishes] = []


def register(provider: Provider) -> None:
    """Let `provider` speak on pages of estates; the same one twice counts once."""
    if provider not in _PROVIDERS:
        _PROVIDERS.append(provider)


def notices_of(estate_ids: Iterable[int], now: datetime) -> dict[int, list[Notice]]:
    """Notices of all providers by estate."""
    found: dict[int, list[Notice]] = {}
    wanted = list(estate_ids)
    for provider in _PROVIDERS:
        for estate_id, notices in provider(wanted, now).items():
            found.setdefault(estate_id, []).extend(notices)
    return found


def register_wishes(provider: Wishes) -> None:
    """Let `provider` say how often plots are wanted; the same one twice counts once."""
    if provider not in _WISHES:
        _WISHES.append(provider)


def wishes_of(estate_id: int) -> dict[int, int] | None:
    """How many applications name each plot of an estate, by key; None when nobody counts them."""
    if not _WISHES:
        return None
    found: dict[int, int] = {}
    for provider in _WISHES:
        for plot_id, count in provider(estate_id).items():
            found[plot_id] = found.get(plot_id, 0) + count
    return found
