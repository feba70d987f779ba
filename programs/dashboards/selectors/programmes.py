"""The programmes of a year as the company's page shows them: from the rows kept ready, in two queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from core.persian.calendar import JalaliDate, first_of_month, month_number, month_numbered
from programs.choices import ProgrammeGroup
from programs.dashboards.choices import LIGHT_TONES, LightColour
from programs.dashboards.models import ProgrammeSnapshot
from programs.forecast import Rule
from programs.models import Programme

BACK: Final = (0, 1, 2, 3, 12, 13, 14)
"""Months before the running one that the page may need: the newest state, the month before it, and the year before it."""


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme with its newest state, and what was done a month and a year before that (percent, None: not known).

    A year before, the plan of the year before it counts where it was rolled over.
    """

    programme: Programme
    state: ProgrammeSnapshot | None
    month_ago: Decimal | None
    year_ago: Decimal | None

    @property
    def light(self) -> LightColour:
        """Its light; unknown before anything was worked out."""
        return LightColour(self.state.light) if self.state else LightColour.UNKNOWN

    @property
    def tone(self) -> str:
        """How the light is shown beside its word."""
        return LIGHT_TONES[self.light]

    @property
    def change(self) -> Decimal | None:
        """Points gained in the newest month."""
        done = self.state.actual if self.state else None
        return None if done is None or self.month_ago is None else done - self.month_ago


@dataclass(frozen=True, slots=True)
class ProgrammeGroupLines:
    """Programmes of one group with the rule of its lights."""

    value: str
    label: str
    rule: Rule
    lines: Sequence[ProgrammeLine]

    @property
    def lights(self) -> dict[str, int]:
        """How many of each light."""
        return {colour.value: sum(1 for line in self.lines if line.light == colour) for colour in LightColour}


@dataclass(frozen=True, slots=True)
class Programmes:
    """All groups that have programmes in this year, and how old what is shown is."""

    year: int
    groups: Sequence[ProgrammeGroupLines]

    @property
    def lines(self) -> list[ProgrammeLine]:
        """All of them in order."""
        return [line for group in self.groups for line in group.lines]

    @property
    def empty_groups(self) -> list[str]:
        """Names of the groups in which no programme of this year was entered yet."""
        filled = {group.value for group in self.groups}
        return [str(group.label) for group in ProgrammeGroup if group.value not in filled]

    @property
    def taken_at(self) -> datetime | None:
        """When the oldest of the shown states was worked out."""
        return min((line.state.taken_at for line in self.lines if line.state), default=None)


def programmes(today: date) -> Programmes:
    """The programmes of the running Jalali year. Two queries."""
    year = JalaliDate.from_date(today).year
    rows = list(Programme.objects.of_year(year).order_by("position", "pk"))
    ids = {row.pk for row in rows} | {row.previous_id for row in rows if row.previous_id}
    number = month_number(first_of_month(today))
    months = [month_numbered(number - back) for back in BACK]
    states: dict[int, dict[date, ProgrammeSnapshot]] = {}
    for state in ProgrammeSnapshot.objects.filter(programme__in=ids, month__in=months):
        states.setdefault(state.programme_id, {})[state.month] = state
    groups = []
    for group in ProgrammeGroup:
        lines = [_line(row, states) for row in rows if row.group == group]
        if lines:
            groups.append(ProgrammeGroupLines(group.value, str(group.label), _rule(lines), lines))
    return Programmes(year, groups)


def _line(programme: Programme, states: Mapping[int, Mapping[date, ProgrammeSnapshot]]) -> ProgrammeLine:
    own = states.get(programme.pk, {})
    if not own:
        return ProgrammeLine(programme, None, None, None)
    newest = own[max(own)]
    number = month_number(newest.month)
    before = states.get(programme.previous_id or 0, {})
    last_year = month_numbered(number - 12)
    return ProgrammeLine(
        programme=programme,
        state=newest,
        month_ago=_done(own.get(month_numbered(number - 1))),
        year_ago=_done(own.get(last_year) or before.get(last_year)),
    )


def _done(state: ProgrammeSnapshot | None) -> Decimal | None:
    return None if state is None else state.actual


def _rule(lines: Sequence[ProgrammeLine]) -> Rule:
    """The rule by which the lights of these lines were given."""
    state = next((line.state for line in lines if line.state), None)
    return Rule() if state is None else Rule(amber=state.amber, red=state.red)
