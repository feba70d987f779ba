"""The people and tools of the demo's clinic: consultants of every specialty and a questionnaire for each of them.

All of them are made up and say so. Everything goes through the services people use; a later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from accounts.choices import Role
from accounts.models import User
from accounts.services import demo, roles, users
from clinic.consultants.models import Consultant
from clinic.consultants.services import conduct, consultants, fees, hours, papers
from clinic.instruments.models import Instrument
from clinic.instruments.services import instruments, questions, weights
from clinic.units.models import IndustrialUnit
from core.persian.calendar import tehran_date
from core.persian.identifiers import IdentifierError, parse_national_code
from estates.models import County
from portal.demo import papers as pictures

DATA: Final = Path(__file__).parent / "data" / "clinic_people.json"
SINCE: Final = timedelta(days=520)
"""The clinic has worked for so long: its oldest case is younger."""
DAY: Final = timedelta(days=1)

HOURS: Final[Mapping[str, tuple[tuple[int, time, time], ...]]] = {
    "week": tuple((day, *span) for day in range(5) for span in ((time(9), time(12)), (time(15), time(17)))),
    "mornings": tuple((day, time(9), time(12, 30)) for day in (0, 2, 4)),
    "afternoons": tuple((day, time(15), time(18)) for day in (1, 3)),
    "none": (),
}
"""Saturday is 0. The first consultant can be met all week, the last one by arrangement."""
ANCHORS: Final = ("0", "3", "5")


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring consultants and questionnaires in; again: no change."""
    if Consultant.objects.filter(is_illustrative=True).exists():
        say("clinic: consultants and questionnaires are there already")
        return
    data = json.loads(DATA.read_text(encoding="utf-8"))
    office = _Office(data, lead=cast[Role.CLINIC_LEAD][0], first=cast[Role.CONSULTANT][0], now=now)
    with transaction.atomic():
        office.write_rules()
        for row in data["instruments"]:
            office.write_instrument(row)
        people = [office.enter(number, row) for number, row in enumerate(data["consultants"])]
        office.finish(people)
    say(f"clinic: {len(people)} consultants, {len(data['instruments'])} questionnaires in use")


@dataclass(frozen=True)
class _Office:
    data: dict[str, Any]
    lead: User
    first: User
    """The consultant of the sign-in page."""
    now: datetime

    @property
    def then(self) -> datetime:
        """When all this was written."""
        return self.now - SINCE

    @property
    def today(self) -> date:
        """The day of the load."""
        return tehran_date(self.now)

    def write_rules(self) -> None:
        """The code of conduct, fees and weights, before anybody is there to be told."""
        common: dict[str, Any] = {"by": self.lead, "now": self.then}
        conduct.publish_code(text=self.data["conduct"], **common)
        weights.set_weights(weights=self.data["weights"], reason=self.data["weights_reason"], **common)
        for basis, level, amount, share in self.data["fees"]:
            fees.set_fee(
                basis=basis, level=level, amount=amount, unit_share=share, valid_from=tehran_date(self.then),
                source="نرخ نمونه، نه نرخ شرکت", is_illustrative=True, **common,
            )  # fmt: skip

    def write_instrument(self, row: dict[str, Any]) -> None:
        """One questionnaire, in use."""
        common: dict[str, Any] = {"by": self.lead, "now": self.then}
        facts = {name: row[name] for name in ("specialty", "name", "purpose")}
        made = instruments.create(code=row["code"], values=facts, **common)
        version = made.versions.get()
        for question in row["questions"]:
            questions.add(version_id=version.pk, values=_question(question), **common)
        instruments.publish(version_id=version.pk, **common)

    def enter(self, number: int, row: Sequence[Any]) -> Consultant:
        """One consultant with account, specialties, hours, signature and a paper."""
        first, last, county, specialties, most, about, title, met = row
        user = self.first if first == "demo" else self._account(number, first, last)
        facts = {
            "county": County.objects.get(slug=county), "max_cases": most, "about": about,
            "joined_on": tehran_date(self.then) + 20 * number * DAY,
        }  # fmt: skip
        made = consultants.add(
            user_id=user.pk, values=facts, specialties=specialties, by=self.lead, now=self.then, is_illustrative=True
        )
        conduct.sign(consultant_id=made.pk, number=1, by=user, now=self.then)
        hours.set_hours(consultant_id=made.pk, spans=HOURS[met], by=user, now=self.then)
        self._hand_in(number, made, title)
        return made

    def finish(self, people: Sequence[Consultant]) -> None:
        """What makes the pages worth looking at: somebody away, an interest in a unit, a questionnaire being renewed."""
        away = people[4]
        first = self.today + 3 * DAY
        hours.add_absence(
            consultant_id=away.pk, starts_on=first, ends_on=first + 6 * DAY, note="سفر", by=away.user, now=self.now
        )
        unit = IndustrialUnit.objects.order_by("-pk").first()
        if unit is not None:
            conduct.declare_conflict(
                consultant_id=people[0].pk, unit_id=unit.pk, kind="FAMILY", reason="برادرم سهام‌دار است.",
                by=people[0].user, now=self.now,
            )  # fmt: skip
        marketing = Instrument.objects.get(code="marketing")
        note = "پرسش فروش اینترنتی جدا شود"
        instruments.new_version(instrument_id=marketing.pk, note=note, by=self.lead, now=self.now)

    def _account(self, number: int, first: str, last: str) -> User:
        user: User = users.register(
            national_code=_national_code(number), phone=f"0902{number:07d}", first_name=first, last_name=last,
            password_hash=demo.password_hash(), now=self.then,
        )  # fmt: skip
        roles.grant(user_id=user.pk, role=Role.CONSULTANT, by=None, now=self.then)
        user.refresh_from_db()
        return user

    def _hand_in(self, number: int, row: Consultant, title: str) -> None:
        """A paper of each: the third one's has run out, the fifth one's ends soon, the last one's waits for comparison."""
        issued = tehran_date(self.then) - 900 * DAY
        ends = {2: self.today - 10 * DAY, 4: self.today + 25 * DAY}.get(number)
        kind = "LICENCE" if "پروانه" in title or "کارت" in title else "CERTIFICATE" if "گواهی" in title else "DEGREE"
        values = {
            "kind": kind, "title": title, "issuer": "صادرکنندهٔ نمونه", "issued_on": issued, "valid_until": ends,
        }  # fmt: skip
        common: dict[str, Any] = {"consultant_id": row.pk, "values": values, "by": row.user, "now": self.then}
        paper = papers.add(upload=pictures.upload("qualification"), **common)
        if number != len(self.data["consultants"]) - 1:
            papers.confirm(paper_id=paper.pk, by=self.lead, now=self.then + DAY)


def _question(row: Sequence[Any]) -> dict[str, Any]:
    """What the service takes, from `[dimension, SCALE, weight, text, mean of 0, of 3, of 5, help?]`, `[dimension, YES or
    YES_BAD, weight, text, help?]`, `[dimension, NUMBER, unit, text, help?]` or `[dimension, TEXT, text, help?]`."""
    dimension, kind, *rest = row
    facts: dict[str, Any] = {"dimension": dimension, "kind": "YES_NO" if kind.startswith("YES") else kind}
    if kind == "SCALE":
        facts |= {"weight": rest[0], "text": rest[1], "anchors": dict(zip(ANCHORS, rest[2:5], strict=True))}
        return facts | {"help": "".join(rest[5:])}
    if kind == "NUMBER":
        return facts | {"unit": rest[0], "text": rest[1], "help": "".join(rest[2:]), "required": False}
    if kind == "TEXT":
        return facts | {"text": rest[0], "help": "".join(rest[1:]), "required": False}
    return facts | {"weight": rest[0], "text": rest[1], "help": "".join(rest[2:]), "yes_is_good": kind == "YES"}


def _national_code(number: int) -> str:
    """A code whose check digit fits, with a prefix that was never issued."""
    for digit in "0123456789":
        try:
            return parse_national_code(f"9992{number:05d}{digit}")
        except IdentifierError:
            continue
    raise ValueError(number)
