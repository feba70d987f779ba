"""Loads the programmes of the demo world: real facts with their sources, and plans that only show how a plan looks.

Everything goes through the services people use; a programme that is there already is left alone, since people may have
worked on it. Readings are another part of the demo.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from accounts.choices import Role
from accounts.models import User
from core.persian.calendar import JalaliDate, month_range, months_between, start_of_day
from estates.models import Estate
from portal.demo import drawings
from portal.demo.estates import DATA, read_date
from programs.models import Activity, Programme
from programs.services import budget, facts, photos, plans, programmes, registers
from programs.services.plan_rows import ActivityRow, MilestoneRow, MonthRow

Cast = Mapping[str, list[User]]
LAST_MONTH: Final = 12


def load(*, now: datetime, cast: Cast, say: Callable[[str], None]) -> None:
    """Bring the programmes in, set going by the manager; again: no change."""
    world = json.loads((DATA / "programmes.json").read_text(encoding="utf-8"))
    officer, manager = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    known = set(Programme.objects.values_list("slug", flat=True))
    new = [row for row in world["programmes"] if row["slug"] not in known]
    for row in new:
        # The services are told the past moment; the clock stays, for the demo's people got their roles later than that.
        load_one(row, world["year"], officer, manager)
        _load_photos(row, officer, now)
    say(f"programmes: {len(world['programmes'])} ({len(new)} new), with plans by month, money, risks and photos")


def load_one(row: Mapping[str, Any], year: int, officer: User, manager: User) -> Programme:
    """One programme with its plan of `year` (Jalali), set going by the manager when it began."""
    first, last = _month(row["starts"])[0], _month(f"{year}/{LAST_MONTH}")[1]
    at = start_of_day(first)
    values = {
        "group": row["group"], "name": row["name"], "name_en": row["name_en"], "purpose": row["purpose"], "year": year,
        "starts_on": first, "ends_on": last, "owner": officer, "position": row["position"], "is_public": True,
        "is_illustrative": True,
    }  # fmt: skip
    programme = programmes.create(slug=row["slug"], values=values, by=officer, now=at)
    common: dict[str, Any] = {"programme_id": programme.pk, "by": officer, "now": at}
    for slug in row["estates"]:
        programmes.link_estate(estate_id=Estate.objects.get(slug=slug).pk, **common)
    for position, fact in enumerate(row["facts"]):
        as_of, precision, is_approximate = read_date(fact["as_of"])
        words = {"text": fact["text"], "source": fact["source"], "position": position}
        words |= {"as_of": as_of, "precision": precision, "is_approximate": is_approximate}
        facts.add_fact(values=words, **common)
    _load_plan(row, common)
    _load_registers(row, year, common)
    waiting = programme.baselines.get()
    plans.approve_baseline(baseline_id=waiting.pk, by=manager, now=at + timedelta(days=1))
    return programmes.activate(programme_id=programme.pk, by=manager, now=at + timedelta(days=2))


def _load_plan(row: Mapping[str, Any], common: Mapping[str, Any]) -> None:
    wanted = [
        ActivityRow(position, part["name"], Decimal(part["weight"]), _month(part["starts"])[0], _month(part["ends"])[1])
        for position, part in enumerate(row["activities"], start=1)
    ]
    made = plans.set_activities(rows=wanted, **common)
    months: list[MonthRow] = []
    for activity, part in zip(made, row["activities"], strict=True):
        milestones = [
            MilestoneRow(position, one["name"], Decimal(one["weight"]), _month(one["due"])[1])
            for position, one in enumerate(part["milestones"], start=1)
        ]
        plans.set_milestones(activity_id=activity.pk, rows=milestones, by=common["by"], now=common["now"])
        months += curve(activity, part["cost"])
    plans.draft_baseline(rows=months, reason="برنامهٔ نخست", **common)


def curve(activity: Activity, cost: int) -> list[MonthRow]:
    """An S-shaped plan of the activity: slow at both ends, 100 percent and `cost` (rials) in its last month."""
    months = months_between(activity.starts_on, activity.ends_on)
    rows = []
    for number, month in enumerate(months, start=1):
        part = Decimal(number) / len(months)
        share = 3 * part**2 - 2 * part**3
        rows.append(MonthRow(activity.pk, month, (share * 100).quantize(Decimal("0.01")), int(share * cost)))
    return rows


def _load_registers(row: Mapping[str, Any], year: int, common: Mapping[str, Any]) -> None:
    for line in row["budget"]:
        budget.add_line(values={**line, "year": year}, **common)
    for risk in row["risks"]:
        registers.add_risk(values={**risk, "due_on": _day(risk["due_on"])}, **common)
    for issue in row["issues"]:
        registers.add_issue(values={**issue, "raised_on": _day(issue["raised_on"])}, **common)
    for decision in row["decisions"]:
        registers.add_decision(values={**decision, "taken_on": _day(decision["taken_on"])}, **common)


def _load_photos(row: Mapping[str, Any], officer: User, now: datetime) -> None:
    programme = Programme.objects.get(slug=row["slug"])
    for pair in row["photos"]:
        for stage, when in (("before", "BEFORE"), ("after", "AFTER")):
            values = {
                "stage": when, "caption": pair["caption"], "pair_key": pair["pair_key"], "is_illustrative": True,
                "taken_on": _day(pair[f"{stage}_on"]),
            }  # fmt: skip
            photos.add_photo(
                programme_id=programme.pk, upload=drawings.upload(pair[stage], pair["caption"]), values=values,
                by=officer, now=now,
            )  # fmt: skip


def _month(text: str) -> tuple[date, date]:
    """First and last day of a Jalali month: "1404/03"."""
    year, month = (int(part) for part in text.split("/"))
    first, after = month_range(year, month)
    return first, after - timedelta(days=1)


def _day(text: str) -> date:
    """A Jalali day: "1404/03/10"."""
    year, month, day = (int(part) for part in text.split("/"))
    return JalaliDate(year, month, day).to_date()
