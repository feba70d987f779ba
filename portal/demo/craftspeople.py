"""The fictitious applicants of the demo calls: «متقاضی نمونه ۰۰۱» and so on, every answer worked out from the number.

They repeat the real case (domain notes §2.3): 263 asked for 103 workshops at Zarifan, 225 of them in a craft.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from accounts.models import Applicant, User
from accounts.services import demo, people, users
from core.persian.digits import to_persian
from core.persian.identifiers import IdentifierError, parse_national_code

IN_A_CRAFT: Final = 225
"""Applicants up to this number really work in their craft; the papers of the others do not show it."""

TRADES: Final = (
    "knife_making",
    "coppersmithing",
    "copper_engraving",
    "filigree",
    "traditional_jewellery",
    "charogh_making",
    "kilim_weaving",
    "pottery",
)
SHARES: Final = (42, 24, 8, 9, 4, 4, 5, 4)
"""Percent of the applicants in each trade."""

WORKPLACES: Final = ("RENTED", "IN_DWELLING", "NUISANCE", "NONE", "OWNED")
LICENCES: Final = ("INDIVIDUAL_CRAFT_LICENCE",) * 8 + ("ARTISAN_CARD", "CRAFT_WORKSHOP_LICENCE")


@dataclass(frozen=True, slots=True)
class Craftsperson:
    """One fictitious applicant, by number."""

    number: int

    @property
    def name(self) -> str:
        """Last name; the first is «متقاضی»."""
        return f"نمونه {to_persian(f'{self.number:03d}')}"

    @property
    def national_code(self) -> str:
        """A code whose check digit fits, with a prefix that was never issued."""
        for digit in "0123456789":
            try:
                return parse_national_code(f"9991{self.number:05d}{digit}")
            except IdentifierError:
                continue
        raise ValueError(self.number)

    @property
    def works_in_the_craft(self) -> bool:
        """Whether the officer finds the licence confirmed."""
        return self.number <= IN_A_CRAFT or self.number > 263

    def pick(self, name: str, most: int) -> int:
        """A number from 0 to `most` - 1 that looks arbitrary and is always the same."""
        digest = hashlib.sha256(f"{name}:{self.number}".encode()).digest()
        return int.from_bytes(digest[:6], "big") % most

    @property
    def trade(self) -> str:
        """Code of the trade, in the shares of `SHARES`."""
        place = self.pick("trade", 100)
        for trade, share in zip(TRADES, SHARES, strict=True):
            place -= share
            if place < 0:
                return trade
        return TRADES[-1]

    def craft(self, today: date) -> dict[str, Any]:
        """Answers of the step "craft and licence"."""
        years = self.pick("years", 28) + 1
        return {
            "trade": self.trade,
            "licence_kind": LICENCES[self.pick("licence", len(LICENCES))],
            "licence_number": f"{1390 + self.pick('series', 14)}/{self.number:05d}",
            "licence_issued_on": today - timedelta(days=365 * years),
            "licence_valid_until": today + timedelta(days=400 + self.pick("valid", 900)),
            "years_licensed": years,
            "master_craftsman": self.pick("master", 8) == 0,
            "guild_member": self.pick("guild", 3) > 0,
            "cluster_member": self.pick("cluster", 4) == 0,
            "quality_seals": max(0, self.pick("seals", 9) - 5),
            "fairs_attended": self.pick("fairs", 7),
            "apprentices_trained": self.pick("apprentices", 9),
        }

    def plan(self) -> dict[str, Any]:
        """Answers of the step "plan of the workshop"."""
        jobs = self.pick("jobs", 4)
        return {
            "workplace_kind": WORKPLACES[self.pick("workplace", len(WORKPLACES))],
            "jobs_now": jobs,
            "jobs_promised": jobs + 1 + self.pick("promised", 5),
            "investment_rials": 10_000_000_000 + 500_000_000 * self.pick("investment", 60),
            "area_needed": 60 + 10 * self.pick("area", 15),
            "plan_summary": "جابه‌جایی کارگاه به ناحیه و افزایش تولید؛ متن نمونه.",
        }

    def choices(self, plots: list[str]) -> list[str]:
        """Plots in order of liking: people of one street want the same corner first, then what is near to it."""
        wanted = 4 + self.pick("length", 9)
        favourite = self.pick("favourite", max(1, len(plots) // 3))
        order = sorted(
            plots, key=lambda code: (abs(plots.index(code) - favourite) + self.pick(f"taste-{code}", 18), code)
        )
        return order[:wanted]


def ensure(person: Craftsperson, *, now: datetime) -> tuple[User, Applicant]:
    """The account and the applicant of a craftsperson, made through the services when they are missing."""
    user = User.objects.filter(national_code=person.national_code).first()
    if user is None:
        user = users.register(
            national_code=person.national_code,
            phone=f"0901{person.number:07d}",
            first_name="متقاضی",
            last_name=person.name,
            # The first one can sign in, to read what an applicant reads after the result.
            password_hash=demo.password_hash() if person.number == 1 else "",
            now=now,
        )
        people.save_person(person_id=user.person.pk, data=_details(person), by=user, now=now)
    return user, Applicant.objects.get(person__user=user)


def _details(person: Craftsperson) -> dict[str, Any]:
    return {
        "father_name": "نمونه",
        "birth_date": date(1960 + person.pick("born", 42), 1 + person.pick("month", 12), 1 + person.pick("day", 28)),
        "gender": "F" if person.pick("gender", 4) == 0 else "M",
        "county": "zanjan",
        "city": "زنجان",
        "address": f"بازار، راستهٔ نمونه، پلاک {to_persian(str(person.number))}",
        "postal_code": f"45137{person.number:05d}",
    }
