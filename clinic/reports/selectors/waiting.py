"""How many ask the clinic for help, and how long they wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from statistics import median
from typing import Final

from django.db.models import Min
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import CaseStatus, RequestStatus, Service
from clinic.cases.models import Case, ClinicRequest
from clinic.privacy import FEWEST_UNITS, hide_few
from core.persian.calendar import (
    first_of_month,
    month_number,
    month_numbered,
    months_between,
    start_of_day,
    tehran_date,
)

MONTHS = 12
THREE_OF_FOUR: Final = 0.75
DAYS_OF_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class MonthLine:
    """Requests handed in within one Jalali month (its first day), by service in their order."""

    month: date
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All services."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests of the last MONTHS months, and those nobody has decided on yet."""

    services: tuple[Service, ...]
    months: tuple[MonthLine, ...]
    waiting: int

    @property
    def total(self) -> int:
        """All of these months."""
        return sum(row.total for row in self.months)


@dataclass(frozen=True, slots=True)
class Wait:
    """From the opening of a case to something, over cases opened in a span: how many units got there, the median in days, and
    within how many whole weeks three of four cases did. Both None for fewer than five units.

    The longest wait is nowhere: it is one unit's, and who knows the trade would know whose.
    """

    units: int
    middle: int | None
    weeks: int | None


@dataclass(frozen=True, slots=True)
class Waits:
    """To the first visit and to the first report, of the last twelve months and of the twelve before them."""

    visit: Wait
    visit_before: Wait
    report: Wait
    report_before: Wait


@dataclass(frozen=True, slots=True)
class StageLine:
    """Cases at one stage of their way now; None where fewer than five are."""

    label: str
    count: int | None


STAGES: Final[tuple[tuple[Promise, frozenset[str]], ...]] = (
    (
        pgettext_lazy("stage of cases", "being looked at and diagnosed"),
        frozenset({CaseStatus.REQUESTED, CaseStatus.ADMITTED, CaseStatus.TEAM_ASSIGNED, CaseStatus.VISITED}),
    ),
    (
        pgettext_lazy("stage of cases", "plan and treatment"),
        frozenset({CaseStatus.DIAGNOSED, CaseStatus.PLAN_APPROVED, CaseStatus.IN_TREATMENT}),
    ),
    (pgettext_lazy("stage of cases", "in follow-up"), frozenset({CaseStatus.FOLLOW_UP})),
    (pgettext_lazy("stage of cases", "ended"), frozenset({CaseStatus.CLOSED, CaseStatus.REFUSED})),
)
"""States taken together, so that fewer stages have too few units to be shown."""


def months_until(today: date) -> list[date]:
    """First days of the last MONTHS Jalali months, the running one included."""
    return months_between(month_numbered(month_number(today) - MONTHS + 1), today)


def requests(today: date) -> Requests:
    """Requests month by month. 2 queries."""
    months = months_until(today)
    rows = ClinicRequest.objects.filter(submitted_at__gte=start_of_day(months[0]))
    counted = Counter(
        (first_of_month(tehran_date(at)), service) for at, service in rows.values_list("submitted_at", "service")
    )
    services = tuple(Service)
    lines = tuple(MonthLine(month, tuple(counted[month, str(one)] for one in services)) for month in months)
    waiting = ClinicRequest.objects.filter(status=RequestStatus.SUBMITTED).count()
    return Requests(services, lines, waiting)


def waits(now: datetime) -> Waits:
    """Days to the first visit and the first report. 1 query."""
    today = tehran_date(now)
    here = start_of_day(months_until(today)[0])
    before = start_of_day(month_numbered(month_number(today) - 2 * MONTHS + 1))
    rows = (
        Case.objects.filter(opened_at__gte=before)
        .annotate(visited=Min("visits__visited_at"), reported=Min("reports__made_at"))
        .values_list("opened_at", "visited", "reported", "unit_id")
    )
    visits: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    reports: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for opened, visited, reported, unit in rows:
        for moment, kept in ((visited, visits), (reported, reports)):
            if moment is not None:
                kept[opened >= here].append((unit, (tehran_date(moment) - tehran_date(opened)).days))
    return Waits(wait_of(visits[True]), wait_of(visits[False]), wait_of(reports[True]), wait_of(reports[False]))


def wait_of(found: Sequence[tuple[int, int]]) -> Wait:
    """What may be told of waits: key of the unit and days of each. Pure."""
    units = len({unit for unit, _days in found})
    if units < FEWEST_UNITS:
        return Wait(units, None, None)
    days = sorted(one for _unit, one in found)
    three_of_four = days[ceil(len(days) * THREE_OF_FOUR) - 1]
    return Wait(units, round(median(days)), max(ceil(three_of_four / DAYS_OF_A_WEEK), 1))


def stages() -> list[StageLine]:
    """Cases by stage now; empty without a case. 1 query."""
    found = list(Case.objects.values_list("status", flat=True))
    counts = {place: sum(status in states for status in found) for place, (_label, states) in enumerate(STAGES)}
    shown = hide_few(counts)
    return [StageLine(str(label), shown.get(place)) for place, (label, _states) in enumerate(STAGES)] if found else []
