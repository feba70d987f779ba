"""Consultants for tests, made through the real services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from accounts.models import User
from clinic.consultants import casework
from clinic.consultants.casework import Reach, Team
from clinic.consultants.models import ConductCode, Consultant
from clinic.consultants.services import conduct, consultants, hours
from tests.factories import accounts
from tests.factories.estates import CountyFactory

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MORNINGS = tuple((day, time(9), time(13)) for day in range(5))
CASE = "CL-1405-K7Q2M9T"


class ConsultantFactory:
    """Consultants from Zanjan."""

    def __new__(  # type: ignore[misc]
        cls,
        specialties: Mapping[str, str] | str = "finance",
        *,
        signed: bool = True,
        met: bool = True,
        user: User | None = None,
        now: datetime = NOW,
        **values: Any,
    ) -> Consultant:
        """In the register as an expert (or with levels: `{"tax": "SENIOR"}`), the code of conduct signed unless `signed` is
        False, to be met on five mornings unless `met` is False."""
        wanted = {specialties: "EXPERT"} if isinstance(specialties, str) else dict(specialties)
        person = user or accounts.consultant()
        values.setdefault("county", CountyFactory())
        row = consultants.add(user_id=person.pk, values=values, specialties=wanted, by=None, now=now)
        if signed:
            sign(row, now)
        if met:
            hours.set_hours(consultant_id=row.pk, spans=MORNINGS, by=row.user, now=now)
        return row


def sign(consultant: Consultant, now: datetime = NOW) -> None:
    """The consultant signs the code in force, which is made when there is none."""
    if not ConductCode.objects.exists():
        conduct.publish_code(text="رازهای واحد را نگه می‌دارم.", by=None, now=now)
    number = ConductCode.objects.order_by("-number").values_list("number", flat=True)[0]
    conduct.sign(consultant_id=consultant.pk, number=number, by=consultant.user, now=now)


@dataclass
class Book:
    """A book of cases that says what a test wants; `teams` by case number."""

    teams: dict[str, Team] = field(default_factory=dict)
    done: dict[int, int] = field(default_factory=dict)
    looks: list[tuple[str, str, str, int]] = field(default_factory=list)

    def open_cases(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for team in self.teams.values():
            for key in team.now if team.is_open else ():
                found[key] = found.get(key, 0) + 1
        return found

    def finished_cases(self) -> dict[int, int]:
        return self.done

    def team_of(self, case_number: str) -> Team | None:
        return self.teams.get(case_number)

    def reach(self, user: Any) -> Reach:
        mine = set(Consultant.objects.filter(user_id=user.pk).values_list("pk", flat=True))
        return Reach(
            frozenset(one.case_number for one in self.teams.values() if one.lead_id == user.pk),
            frozenset(one.case_number for one in self.teams.values() if one.is_open and mine & one.now),
        )

    def open_to(self, user: Any, numbers: Iterable[str]) -> frozenset[str]:
        return frozenset(one for one in numbers if one in self.teams and self.teams[one].is_open)

    def note_look(self, *, case_number: str, standing: str, part: str, by: Any, now: datetime) -> None:
        self.looks.append((case_number, standing, part, by.pk))


@contextmanager
def casebook(*teams: Team, done: dict[int, int] | None = None) -> Iterator[Book]:
    """Let consultants know these teams and no others."""
    before, book = casework.book(), Book({team.case_number: team for team in teams}, done or {})
    casework.register(book)
    try:
        yield book
    finally:
        casework.register(before)


def team_of(
    unit: Any, *members: Consultant, number: str = CASE, gone: tuple[Consultant, ...] = (), is_open: bool = True,
    lead: User | None = None,
) -> Team:  # fmt: skip
    """A team of these consultants for a unit."""
    now = frozenset(one.pk for one in members)
    return Team(number, unit.pk, now, now | {one.pk for one in gone}, lead.pk if lead else None, is_open)
