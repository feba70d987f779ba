"""A programme of last year whose rest went into this year's plan: made, reported on and rolled over through the services."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from accounts.choices import Role
from accounts.models import User
from core.persian.calendar import JalaliDate, start_of_day
from portal.demo import programmes, readings
from portal.demo.estates import DATA
from programs.models import Programme
from programs.services import budget, plans
from programs.services import programmes as services

LAST_YEARS_PACE: Final = Decimal("0.7")
PACE: Final = Decimal("0.95")
NEW_YEAR: Final = (1, 5)
"""Month and day on which the rest is carried into the plan of the new year."""


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """Bring last year's plan in, report on it, and carry what remained into this year's; again: no change."""
    world = json.loads((DATA / "programmes.json").read_text(encoding="utf-8"))
    officer, manager = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    for row in world["rolled_over"]:
        if not Programme.objects.filter(slug=row["slug"]).exists():
            old = programmes.load_one(row, row["year"], officer, manager)
            readings.report(old, LAST_YEARS_PACE, officer=officer, boss=manager, now=now)
            new = _carry_on(old, row["carried"], world["year"], officer, manager)
            readings.report(new, PACE, officer=officer, boss=manager, now=now)
    say(f"programmes: {len(world['rolled_over'])} of last year with its rest in the plan of {world['year']}")


def _carry_on(old: Programme, carried: Mapping[str, Any], year: int, officer: User, manager: User) -> Programme:
    """The plan of `year` from what remained, with its months and money approved, under way."""
    at = start_of_day(JalaliDate(year, *NEW_YEAR))
    new = services.roll_over(programme_id=old.pk, year=year, by=officer, now=at)
    common: dict[str, Any] = {"programme_id": new.pk, "by": officer, "now": at}
    budget.add_line(values={**carried["budget"], "year": year}, **common)
    months = [
        row
        for activity in new.activities.order_by("position")
        for row in programmes.curve(activity, int(carried["cost"] * activity.weight / 100))
    ]
    waiting = plans.draft_baseline(rows=months, reason="بازماندهٔ سال گذشته", **common)
    plans.approve_baseline(baseline_id=waiting.pk, by=manager, now=at + timedelta(days=1))
    return services.activate(programme_id=new.pk, by=manager, now=at + timedelta(days=2))
