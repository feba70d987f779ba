"""What the work of the clinic came to: units that were revived, and jobs in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clinic.cases.choices import CaseStatus, Outcome
from clinic.cases.models import Case
from clinic.privacy import FEWEST_UNITS, hide_few
from clinic.treatment.models import Outcome as Result
from core.persian.calendar import jalali_day

HELPED = (Outcome.REVIVED, Outcome.IMPROVED)


@dataclass(frozen=True, slots=True)
class Change:
    """Readings before and after, over the revived and improved `units`; None for fewer than five.

    `jobs`: people at work more than before; `capacity_before` and `capacity_after`: means in percent.
    """

    units: int
    jobs: int | None
    capacity_before: Decimal | None
    capacity_after: Decimal | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """Cases that were closed in a Jalali year: how many, by outcome (None: fewer than five), and what changed."""

    year: int
    closed: int
    counts: dict[str, int | None]
    change: Change

    @property
    def by_outcome(self) -> list[int | None]:
        """Counts in the order of the outcomes."""
        return [self.counts[one.value] for one in Outcome]


def outcomes() -> list[YearLine]:
    """Closed cases by year, the newest first. 2 queries."""
    years: dict[int, list[tuple[int, str]]] = {}
    rows: Any = Case.objects.filter(status=CaseStatus.CLOSED).order_by("closed_at", "pk")
    for key, at, outcome in rows.values_list("pk", "closed_at", "outcome"):
        years.setdefault(jalali_day(at).year, []).append((key, outcome))
    return lines_of(years, _changes())


def lines_of(years: Mapping[int, list[tuple[int, str]]], changes: Mapping[int, Pair]) -> list[YearLine]:
    """Lines of the closed cases (key and outcome) of each year, the newest first. No query."""
    units = {year: len({changes[key].unit for key, _how in cases if key in changes}) for year, cases in years.items()}
    # A year is told when what is left over beside the whole is that of five units too.
    told = hide_few(units)
    return [_line(year, cases, changes, year in told) for year, cases in sorted(years.items(), reverse=True)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Readings before and after of one case, and what was gained in staff (None: unknown)."""

    unit: int
    staff: int | None
    before: Decimal
    after: Decimal


def _changes() -> dict[int, Pair]:
    rows = Result.objects.filter(case__outcome__in=HELPED).values_list(
        "case_id", "case__unit_id", "before__staff", "after__staff", "before__actual_capacity_percent",
        "after__actual_capacity_percent",
    )  # fmt: skip
    return {
        case: Pair(unit, None if was is None or now is None else now - was, before, after)
        for case, unit, was, now, before, after in rows
    }


def _line(year: int, cases: list[tuple[int, str]], changes: Mapping[int, Pair], told: bool) -> YearLine:
    counts = {one.value: sum(outcome == one for _key, outcome in cases) for one in Outcome}
    shown = hide_few(counts)
    pairs = [changes[key] for key, _outcome in cases if key in changes]
    change = change_of(pairs)
    if not told:
        change = Change(change.units, None, None, None)
    return YearLine(year, len(cases), {name: shown.get(name) for name in counts}, change)


def change_of(pairs: Iterable[Pair]) -> Change:
    """What changed over several units; hidden under five."""
    found = list(pairs)
    units = len({one.unit for one in found})
    if units < FEWEST_UNITS:
        return Change(units, None, None, None)
    staffed = [one for one in found if one.staff is not None]
    return Change(
        units=units,
        jobs=sum(one.staff or 0 for one in staffed) if len({one.unit for one in staffed}) >= FEWEST_UNITS else None,
        capacity_before=round(sum((one.before for one in found), Decimal(0)) / len(found), 0),
        capacity_after=round(sum((one.after for one in found), Decimal(0)) / len(found), 0),
    )


def whole() -> Change:
    """What changed in all revived and improved units together. 1 query."""
    return change_of(_changes().values())


def revived_units() -> int:
    """Units that a case ended with as revived. 1 query."""
    return Case.objects.filter(outcome=Outcome.REVIVED).values("unit").distinct().count()
