"""What cases say about consultants: who works on which, and how many each has.

Cases stand above this app, so they come to it: the app of cases registers its book when it is loaded. Without one nobody
has a case and nobody was in a team: ratings and reviews are refused then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


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


@dataclass(frozen=True, slots=True)
class Reach:
    """Numbers of the cases somebody leads, over or not, and of those in whose team he is now."""

    led: frozenset[str] = frozenset()
    worked_on: frozenset[str] = frozenset()


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

    def reach(self, user: Any) -> Reach:
        """The cases this person leads or works on now; who has an interest in the unit works on nothing of it."""
        ...

    def open_to(self, user: Any, numbers: Iterable[str]) -> frozenset[str]:
        """Those of these cases a colleague may be asked about: open, and he has no interest in their unit."""
        ...

    def note_look(self, *, case_number: str, standing: str, part: str, by: Any, now: datetime) -> None:
        """Somebody who stands so (`Standpoint`) looks at `part` of what belongs to the case; its unit reads that."""
        ...


class _NoCases:
    def open_cases(self) -> Mapping[int, int]:
        return {}

    def finished_cases(self) -> Mapping[int, int]:
        return {}

    def team_of(self, case_number: str) -> Team | None:
        return None

    def reach(self, user: Any) -> Reach:
        return Reach()

    def open_to(self, user: Any, numbers: Iterable[str]) -> frozenset[str]:
        return frozenset()

    def note_look(self, *, case_number: str, standing: str, part: str, by: Any, now: datetime) -> None:
        """Nothing can be looked at."""


_book: list[CaseBook] = [_NoCases()]


def register(book: CaseBook) -> None:
    """Let this book answer; called from `ready()` of the app of cases."""
    _book[:] = [book]


def book() -> CaseBook:
    """The book that answers."""
    return _book[0]
