"""Industrial units of the demo: some sixty, in every band, with more than a year of readings, and the work list that follows.

All of them are made up and say so. Everything goes through the services people use; a later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from accounts.choices import Role
from accounts.models import Applicant, User
from clinic.units.choices import LicenceKind, ReadingSource, WarningStatus
from clinic.units.models import IndustrialUnit, WarningEntry
from clinic.units.services import readings, units, warnings
from core.persian.calendar import start_of_day, tehran_date
from estates.choices import PlotStatus
from estates.models import County, Estate, Plot, Trade

DATA: Final = Path(__file__).parent / "data" / "units.json"
MEASURED_BEFORE: Final = (462, 372, 255, 131, 24)
"""Days ago of the readings of a unit that is measured regularly."""
ON_THE_REGISTER: Final = timedelta(days=500)
OWNERS: Final = 30
"""Units whose owner is one of the demo's applicants; the first is that of the sign-in page."""
FIRST_LICENCE: Final = 105_400
SOURCES: Final = (ReadingSource.VISIT, ReadingSource.PAPERS, ReadingSource.STATEMENT)


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring the units in; again: no change."""
    if IndustrialUnit.objects.filter(is_illustrative=True).exists():
        say("units: there already")
        return
    data = json.loads(DATA.read_text(encoding="utf-8"))
    lead = cast[Role.CLINIC_LEAD][0]
    world = _World(data, lead, now, cast[Role.APPLICANT][0])
    with transaction.atomic():
        for number, row in enumerate(data["units"]):
            world.make(number, row)
        done = warnings.recompute(now=now)
        _decide(lead, now)
    say(f"units: {len(data['units'])} with their readings, {done['new']} on the list of early warning")


@dataclass(frozen=True, slots=True)
class _Figures:
    """What is measured in a unit of so many licensed staff at a given use of its capacity."""

    staff: int
    kwh: int
    sales: int

    def at(self, percent: int, reading: int, *, growth: int) -> dict[str, Any]:
        """The columns of a reading; the `reading`-th of the unit. Debts grow, by `growth` eighths each time."""
        falls = growth > 0
        at_work = round(self.staff * (0.3 + 0.7 * percent / 100)) if percent else 0
        debt = self.sales * (8 + growth * reading) // 8
        return {
            "actual_capacity_percent": Decimal(percent),
            "staff": at_work,
            "insured_staff": max(0, at_work - (reading if falls else at_work % 2)),
            "sales_rials": self.sales * percent // 100,
            "power_kwh": self.kwh * percent // 100,
            "arrears_bank": debt * 3,
            "arrears_tax": debt // 2,
            "arrears_insurance": debt // 3 if falls else 0,
        }


class _World:
    """What units are made of, read once."""

    def __init__(self, data: Mapping[str, Any], lead: User, now: datetime, first: User) -> None:
        self.courses, self.per_head = data["courses"], data["per_head"]
        self.lead, self.now, self.today = lead, now, tehran_date(now)
        self.trades = {trade.code: trade for trade in Trade.objects.all()}
        self.estates = {one.slug: one for one in Estate.objects.select_related("county")}
        self.town = County.objects.get(slug="zanjan")
        self.sources = cycle(SOURCES)
        citizens = Applicant.objects.filter(person__user__is_staff=False)
        # By their code: those who applied side by side have no order of their own.
        others = citizens.exclude(person__user=first).order_by("-person__national_code")[: OWNERS - 1]
        self.owners = [*Applicant.objects.filter(person__user=first), *others]
        self.plots: dict[int, list[Plot]] = {}

    def make(self, number: int, row: Mapping[str, Any]) -> IndustrialUnit:
        """A unit with its readings."""
        entered = self.now - ON_THE_REGISTER
        unit = units.add_unit(values=self._values(number, row), by=self.lead, now=entered)
        course = self.courses[row["course"]]
        per_head = self.per_head[row["trade"]]
        figures = _Figures(row["staff"], row["staff"] * per_head["kwh"], row["staff"] * per_head["sales"])
        growth = 2 + number % 5 if row["course"] in ("falling", "sinking", "closed") else 0
        for position, (days, percent) in enumerate(zip(MEASURED_BEFORE, course, strict=False)):
            # No two units are quite alike.
            day, share = (
                self.today - timedelta(days=days - number % 5),
                percent + (number % 4 if 20 < percent < 95 else 0),
            )
            values = {"measured_on": day, "source": next(self.sources), **figures.at(share, position, growth=growth)}
            readings.enter_reading(unit, values=values, by=self.lead, now=_at_noon(day))
        return unit

    def _values(self, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
        estate = self.estates.get(row["where"])
        licensed = self.today - timedelta(days=1200 + 61 * number)
        return {
            "name": row["name"],
            "trade": self.trades[row["trade"]],
            "county": estate.county if estate else self.town,
            "estate": estate,
            "plot": self._plot(estate, row["course"]) if estate else None,
            "place": "" if estate else row["where"],
            "owner": self.owners[number] if number < len(self.owners) else None,
            "licence_kind": LicenceKind.OPERATING if row["staff"] >= 10 else LicenceKind.CRAFT,
            "licence_number": f"{FIRST_LICENCE + 7 * number}",
            "licence_date": licensed,
            "founded_on": licensed - timedelta(days=400),
            "products": row["products"],
            "nominal_capacity": Decimal(row["capacity"]),
            "capacity_unit": row["unit"],
            "licensed_staff": row["staff"],
            "is_illustrative": True,
        }

    def _plot(self, estate: Estate, course: str) -> Plot | None:
        """A plot on which somebody works, while there are any in the plan of the estate."""
        if estate.pk not in self.plots:
            rows = Plot.objects.filter(estate=estate).in_status([PlotStatus.OPERATING]).order_by("sort_key")
            self.plots[estate.pk] = list(rows[:40])
        return self.plots[estate.pk].pop() if self.plots[estate.pk] and course != "never" else None


def _decide(lead: User, now: datetime) -> None:
    """The lead has begun with the list: one unit looked at, one dismissed for now."""
    first, second = WarningEntry.objects.filter(status=WarningStatus.OPEN).order_by("-score", "pk")[2:4]
    warnings.look(entry_id=first.pk, by=lead, now=now)
    until = tehran_date(now) + timedelta(days=60)
    reason = "نمونه: خط تولید برای تعمیر اساسی ایستاده است"
    warnings.dismiss(entry_id=second.pk, reason=reason, until=until, by=lead, now=now)


def _at_noon(day: date) -> datetime:
    return start_of_day(day) + timedelta(hours=12)
