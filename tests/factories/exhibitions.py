"""Exhibitions of the tests, led on by the services that make real ones.

Requests are tried by the database's clock, so an exhibition that has its result was set up with the clock of this thread
behind: `ExhibitionFactory.in_status("APPROVED")`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from accounts.models import Applicant, User
from core import clock
from core.jobs import services as jobs
from core.persian.calendar import tehran_date
from programs.exhibitions.models import BoothRequest, BoothRun, Exhibition, TripCost
from programs.exhibitions.services import drawing, exhibitions, reports, requests, runs
from tests.factories.accounts import UserFactory, staff
from tests.factories.clusters import ClusterFactory

DAY = timedelta(days=1)
VALUE = "0123456789abcdef0123"
ORDER = ("DRAFT", "PUBLISHED", "REGISTRATION", "CLOSED", "FROZEN", "DRAWN", "ALLOCATED", "APPROVED", "HELD", "REPORTED")
_NUMBERS = count(1)


def booth_rows(number: int) -> list[dict[str, Any]]:
    """`number` booths A-01, A-02 … four in a row."""
    return [
        {"code": f"A-{n:02d}", "area_m2": 12, "price": 90_000_000, "row": (n - 1) // 4 + 1, "column": (n - 1) % 4 + 1}
        for n in range(1, number + 1)
    ]


@dataclass
class Fair:
    """An exhibition with the officer who holds it, the manager who approves, and the firms in their order."""

    exhibition: Exhibition
    officer: User
    manager: User
    opened: datetime
    firms: list[Applicant] = field(default_factory=list)

    def reload(self) -> Exhibition:
        """The exhibition as it is stored now."""
        self.exhibition = Exhibition.objects.get(pk=self.exhibition.pk)
        return self.exhibition

    def join(self, *booths: str, firm: Applicant | None = None, **values: Any) -> BoothRequest:
        """A firm asks for these booths."""
        found = firm or Applicant.objects.get(person=UserFactory().person)
        if found not in self.firms:
            self.firms.append(found)
        given = {"products": "چاقوی آشپزخانه و کارد قصابی", "participations": 1, "readiness": "NOT_YET", **values}
        return requests.submit(
            exhibition_id=self.exhibition.pk, applicant_id=found.pk, booths=booths, values=given, declared=True,
            by=found.party.user, now=clock.now(),
        ).request  # fmt: skip

    def request(self, place: int) -> BoothRequest:
        """The newest request of the firm that came as number `place`, from 0."""
        return BoothRequest.objects.filter(exhibition=self.exhibition, applicant=self.firms[place]).latest("pk")

    def user(self, place: int) -> User:
        """The account of that firm."""
        return self.firms[place].party.user

    def freeze(self) -> None:
        """The list is fixed, two hours after the close."""
        with self.at(10 * DAY + timedelta(hours=2)):
            drawing.freeze(exhibition_id=self.exhibition.pk, by=self.officer, now=clock.now())

    def draw(self) -> None:
        """The value is entered and confirmed, an hour after the event."""
        with self.at(12 * DAY + timedelta(hours=1)):
            common = {"exhibition_id": self.exhibition.pk, "value": VALUE, "now": clock.now()}
            drawing.enter_value(form="HEX", by=self.officer, **common)
            drawing.confirm_value(by=self.manager, **common)

    def run(self) -> BoothRun:
        """Computed, waiting for approval."""
        with self.at(12 * DAY + timedelta(hours=2)):
            runs.request(exhibition_id=self.exhibition.pk, by=self.officer, now=clock.now())
            jobs.drain(kinds=(runs.JOB,))
        return self.exhibition.runs.get(status="PROPOSED")

    def approve(self) -> BoothRun:
        """Approved by the manager."""
        run = self.exhibition.runs.get(status="PROPOSED")
        with self.at(12 * DAY + timedelta(hours=3)):
            return runs.approve(run_id=run.pk, by=self.manager, now=clock.now())

    def hold(self) -> None:
        """Its days are over."""
        with self.at(30 * DAY):
            exhibitions.hold(exhibition_id=self.exhibition.pk, by=self.officer, now=clock.now())

    def result(self, place: int, **values: Any) -> None:
        """What one firm brought home."""
        given = {"contacts": 10, "contracts": 1, "sales": 500_000_000, "export_leads": 1, "satisfaction": 4, **values}
        request = self.request(place)
        reports.enter_result(request_id=request.pk, values=given, by=self.officer, now=clock.now())

    def cost(self, **values: Any) -> TripCost:
        """A cost of the whole trip."""
        given = {"kind": "TRAVEL", "amount": 150_000_000, "paid_by": "SUPPORT", **values}
        return reports.add_cost(exhibition_id=self.exhibition.pk, values=given, by=self.officer, now=clock.now())

    def at(self, after: timedelta) -> Any:
        """The clock of this thread stands so long after the opening of requests."""
        return clock.shifted(self.opened + after - clock.now())


class ExhibitionFactory:
    """Exhibitions."""

    def __new__(
        cls, *, booths: int = 3, back: timedelta = timedelta(), criteria: Sequence[Any] = (), **values: Any
    ) -> Fair:
        """An announced exhibition that takes requests; its clock runs `back` behind."""
        number = next(_NUMBERS)
        fair = cls.draft(number, booths=booths, back=back, criteria=criteria, **values)
        with fair.at(-DAY):
            exhibitions.publish(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())
        fair.reload()
        return fair

    @classmethod
    def draft(
        cls,
        number: int = 0,
        *,
        booths: int = 3,
        back: timedelta = timedelta(),
        criteria: Sequence[Any] = (),
        **values: Any,
    ) -> Fair:
        """A draft with booths."""
        number = number or next(_NUMBERS)
        opened = clock.now() - back - timedelta(hours=1)
        day = tehran_date(opened)
        given = {
            "name": f"نمایشگاه نمونهٔ {number}", "city": "تهران", "place": "محل دائمی نمایشگاه‌ها", "organiser": "سازمان نمونه",
            "starts_on": day + 20 * DAY, "ends_on": day + 24 * DAY, "registration_opens_at": opened,
            "registration_closes_at": opened + 10 * DAY, "randomness_source": "بورس نمونه",
            "randomness_event": "شاخص پایانی روز", "draw_at": opened + 12 * DAY, "budget": 3_000_000_000, **values,
        }  # fmt: skip
        officer, manager = staff("programme_officer"), staff("manager")
        with clock.shifted(opened - 2 * DAY - clock.now()):
            made = exhibitions.create(
                slug=f"fair-{number}", values=given, clusters=[ClusterFactory()], by=officer, now=clock.now()
            )
            common = {"exhibition_id": made.pk, "by": officer, "now": clock.now()}
            exhibitions.set_booths(booths=booth_rows(booths), **common)
            if criteria:
                exhibitions.set_criteria(criteria=criteria, **common)
        return Fair(made, officer, manager, opened)

    @classmethod
    def in_status(
        cls, status: str, *, firms: Sequence[Sequence[str]] = (("A-01", "A-02"), ("A-01",)), **values: Any
    ) -> Fair:
        """An exhibition in this state; `firms` are the lists of booths of those who asked."""
        if status == "DRAFT":
            return cls.draft(**values)
        back = timedelta(days=0 if status in ("PUBLISHED", "REGISTRATION") else 40)
        fair = cls(back=back, **values)
        with fair.at(DAY):
            for booths in firms:
                fair.join(*booths)
        steps = [fair.freeze, fair.draw, fair.run, fair.approve, fair.hold]
        for step, reached in zip(steps, ORDER[ORDER.index("FROZEN") :], strict=False):
            if ORDER.index(status) >= ORDER.index(reached):
                step()
        fair.reload()
        return fair
