"""Cases of the demo's clinic: in every state, with a year of follow-ups, so that pages and dashboards have something to show.

All of them are made up and say so. Everything goes through the services people use; a later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from accounts.choices import Role
from accounts.models import Applicant, User
from accounts.selectors import users_of
from clinic.cases.models import Case
from clinic.cases.services import cases, requests
from clinic.cases.services import catalogue as cause_catalogue
from clinic.instruments.models import InstrumentVersion
from clinic.treatment.models import Outcome
from clinic.treatment.services import catalogue, closing, follow_ups, plans
from clinic.units.choices import LicenceKind
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.services import readings, units
from core.persian.calendar import tehran_date
from estates.models import Estate, Trade
from portal.demo.clinic_story import DAY, Story

DATA: Final = Path(__file__).parent / "data" / "clinic_cases.json"
FIRST_LICENCE: Final = 106_100
SALES_PER_HEAD: Final = 60_000_000
TEAM_SIZE: Final = 2
"""Consultants of most cases; some have the full team, which asks about every dimension."""
ORDER: Final = (
    "ADMITTED", "TEAM_ASSIGNED", "VISITED", "DIAGNOSED", "PLAN_APPROVED", "IN_TREATMENT", "FOLLOW_UP", "CLOSED",
)  # fmt: skip


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring the cases in; again: no change. Needs units with owners, consultants and questionnaires."""
    if Outcome.objects.filter(case__is_illustrative=True).exists():
        say("cases: there already")
        return
    data = json.loads(DATA.read_text(encoding="utf-8"))
    lead = cast[Role.CLINIC_LEAD][0]
    with transaction.atomic():
        cause_catalogue.bring_in(by=lead, now=now - timedelta(days=520))
        catalogue.bring_in(by=lead, now=now - timedelta(days=520))
        world = _World(data, lead, now)
        for place, row in enumerate(data["cases"]):
            world.tell(place, row)
        follow_ups.ask_for_due(now=now)
    say(
        f"cases: {len(data['cases'])} in every state, {Outcome.objects.count()} of them with a year of follow-up behind them"
    )


class _World:
    """What stories are made of, read once."""

    def __init__(self, data: Mapping[str, Any], lead: User, now: datetime) -> None:
        self.troubles, self.new, self.full_team = data["troubles"], data["units"], data["full_team"]
        self.lead, self.now = lead, now
        owned = IndustrialUnit.objects.filter(is_illustrative=True, owner__isnull=False).select_related("owner")
        self.units = list(owned.order_by("pk"))
        self.trades = {trade.code: trade for trade in Trade.objects.all()}
        self.estates = {one.slug: one for one in Estate.objects.select_related("county")}
        published = InstrumentVersion.objects.filter(status="PUBLISHED").prefetch_related("questions")
        self.versions = {one.instrument.specialty: one for one in published.select_related("instrument")}

    def tell(self, place: int, row: Mapping[str, Any]) -> None:
        """One case from its request to where it stands now."""
        start = self.now - row["days"] * DAY
        unit = self._unit(row, start)
        if unit.owner is None:
            raise ValueError(unit.code)
        story = self._open(place, row, unit, unit.owner, start)
        reached = ORDER.index(row["state"])
        if reached >= 1:
            story.name_team()
        if reached >= 2:
            story.visit()
        if reached >= 3:
            story.diagnose()
        if row.get("ends"):
            self._end(row, story)
        elif reached >= 4:
            self._treat(row, story, reached)
        elif reached == 3:
            self._plan(row, story)

    def _open(
        self, place: int, row: Mapping[str, Any], unit: IndustrialUnit, owner: Applicant, start: datetime
    ) -> Story:
        trouble, user = self.troubles[row["trouble"]], users_of(owner)[0]
        asked = requests.submit(
            applicant_id=owner.pk, service="DIAGNOSIS", values={"unit": unit, "text": trouble["asked"]}, by=user,
            now=start, is_illustrative=True,
        )  # fmt: skip
        requests.admit(request_id=asked.pk, by=self.lead, now=start + 2 * DAY)
        case = Case.objects.select_related("unit", "request__applicant").get(request=asked)
        rich, brief = bool(row.get("rich")), row["state"] == "CLOSED" and not row.get("rich")
        known = self.full_team if row.get("team") else trouble["specialties"][: 1 if brief else TEAM_SIZE]
        return Story(
            case, trouble, start, user, self.lead, self.now, self.versions, is_brief=brief, is_rich=rich, specialties=known,
            place=place,
        )  # fmt: skip

    def _end(self, row: Mapping[str, Any], story: Story) -> None:
        common: dict[str, Any] = {"case_id": story.case.pk, "reason": row["reason"], "by": self.lead}
        if row["ends"] == "REFUSED":
            cases.refuse(now=story.at(6), **common)
        else:
            cases.end_early(outcome=row["ends"], now=story.at(34), **common)

    def _plan(self, row: Mapping[str, Any], story: Story) -> None:
        """A plan on its way: being written, before the committee, before the unit, sent back."""
        state = row.get("plan", "")
        plan = story.plan()
        if state == "approved":
            story.approve(plan)
        elif state:
            plans.propose(plan_id=plan.pk, by=story.first, now=story.at(32))
        if state == "returned":
            reason = "هزینهٔ نیروی فروش برای یک سال بس نیست؛ منبع آن را بنویسید."
            plans.send_back(plan_id=plan.pk, reason=reason, by=self.lead, now=story.at(36))
            plans.draft(case_id=story.case.pk, by=story.first, now=story.at(38))

    def _treat(self, row: Mapping[str, Any], story: Story, reached: int) -> None:
        plan = story.plan()
        story.approve(plan)
        story.agree(plan)
        if reached == 4:
            return
        story.treat()
        note = row.get("note", "all")
        if note in ("all", "answered"):
            story.hear(100 if note == "all" else 40)
        if note == "later":
            story.work(done=0, steps=1)
            plans.draft(case_id=story.case.pk, by=story.first, now=story.at(80))
        else:
            story.work(done={"all": 2, "done": 1}.get(note, 0), steps=1)
        if reached >= 6:
            _before, *later = row["course"]
            story.follow([self._figures(story.case.unit, percent, place) for place, percent in enumerate(later, 1)])
        if reached == 7:
            self._close(row, story)

    def _close(self, row: Mapping[str, Any], story: Story) -> None:
        """The outcome with its two readings; some are taken up again."""
        last = story.case.follow_ups.filter(reading__isnull=False).order_by("month").last()
        if last is None or last.reading is None:
            raise ValueError(story.case.number)
        moment = story.start + (last.due_on - tehran_date(story.start)) + 4 * DAY
        for rest in story.case.follow_ups.filter(recorded_at__isnull=True):
            reason = "نتیجه پیش از این روشن شد."
            follow_ups.waive(follow_up_id=rest.pk, reason=reason, by=self.lead, now=moment)
        before = UnitReading.objects.filter(unit=story.case.unit).earliest("measured_on")
        closing.close(
            case_id=story.case.pk, outcome=row["outcome"], reason="دورهٔ پیگیری به پایان رسید.", by=self.lead, now=moment,
            evidence="بازدید پایانی، قبض برق و فهرست بیمهٔ سه ماه گذشته", before_id=before.pk, after_id=last.reading.pk,
        )  # fmt: skip
        if row.get("again"):
            again = self.now - row["again"] * DAY
            reason = "پس از بهبود نخست، تولید دوباره کم شده است."
            closing.readmit(case_id=story.case.pk, lead=self.lead, reason=reason, by=self.lead, now=again)

    def _unit(self, row: Mapping[str, Any], start: datetime) -> IndustrialUnit:
        """A unit of the register by its place among those with an owner, or (+3) a new one that was treated."""
        place = int(row["unit"])
        if not row["unit"].startswith("+"):
            return self.units[place]
        given = self.new[place]
        estate = self.estates[given["where"]]
        unit = units.add_unit(
            values={
                "name": given["name"], "trade": self.trades[given["trade"]], "county": estate.county, "estate": estate,
                "owner": self.units[place + 1].owner, "licence_kind": LicenceKind.OPERATING,
                "licence_number": f"{FIRST_LICENCE + 7 * place}", "products": given["products"],
                "nominal_capacity": Decimal(given["capacity"]), "capacity_unit": given["unit"],
                "licensed_staff": given["staff"], "is_illustrative": True,
            },
            by=self.lead,
            now=start - 12 * DAY,
        )  # fmt: skip
        first = {"measured_on": tehran_date(start) - 8 * DAY, "source": "STATEMENT"}
        values = {**first, **self._figures(unit, row["course"][0], 0)}
        readings.enter_reading(unit, values=values, by=self.lead, now=start - 7 * DAY)
        return unit

    @staticmethod
    def _figures(unit: IndustrialUnit, percent: int, place: int) -> dict[str, Any]:
        """What is measured in a unit at this use of its capacity; its debts go down with every measurement."""
        staff = unit.licensed_staff or 10
        at_work = round(staff * (0.25 + 0.75 * percent / 100)) if percent else 1
        sales = staff * SALES_PER_HEAD
        return {
            "actual_capacity_percent": Decimal(percent), "staff": at_work, "insured_staff": max(at_work - 1, 0),
            "sales_rials": sales * percent // 100, "power_kwh": staff * 900 * percent // 100,
            "arrears_bank": max(sales * (9 - 2 * place), 0), "arrears_tax": max(sales * (2 - place) // 2, 0),
            "arrears_insurance": max(sales * (3 - place) // 3, 0),
        }  # fmt: skip
