"""What cases say about consultants: who works on which, and how many each has.

Cases stand above this app, so they come to it: the app of cases registers its book when it is loaded. Without one nobody
has a case and nobody was in a team: ratings and reviews are refused then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Team:
    """The team of a case: key of its unit, keys of the consultants who are in it now and of all who ever were, key of the user
    who leads the case, and whether the case is open."""

    case_number: str
    unit_id: int
    now: frozenset[int]
    ever: frozenset[int]
    lead_id: int | None
    is_open: bool


class CaseBook(Protocol):
    """What the app of cases answers; each with a fixed number of queries."""

    def open_cases(self) -> Mapping[int, int]:
        """Open cases by key of the consultant who is in their team now."""
        ...

    def finished_cases(self) -> Mapping[int, int]:
        """Closed cases by key of the consultant who was in their team to the end."""
        ...

    def team_of(self, case_number: str) -> Team | None:
        """The team of the case with this number, or None."""
        ...


class _NoCases:
    def open_cases(self) -> Mapping[int, int]:
        return {}

    def finished_cases(self) -> Mapping[int, int]:
        return {}

    def team_of(self, case_number: str) -> Team | None:
        return None


_book: list[CaseBook] = [_NoCases()]


def register(book: CaseBook) -> None:
    """Let this book answer; called from `ready()` of the app of cases."""
    _book[:] = [book]


def book() -> CaseBook:
    """The book that answers."""
    return _book[0]
