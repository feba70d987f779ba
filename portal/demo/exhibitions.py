"""Exhibitions of the demo world: one held with its report, one whose booths are given, one that takes requests.

Firms, figures and the values of the draws are invented; everything goes through the services people use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from accounts.choices import Role
from accounts.models import Applicant, User
from core import clock
from core.jobs import services as jobs
from core.persian.calendar import tehran_date
from portal.demo import craftspeople, papers
from portal.demo.craftspeople import Craftsperson
from programs.clusters.models import Cluster
from programs.exhibitions.choices import Mode, Status
from programs.exhibitions.models import BoothAward, Exhibition
from programs.exhibitions.services import drawing, exhibitions, reports, requests, runs

Say = Callable[[str], None]

DAY: Final = timedelta(days=1)
MILLION: Final = 1_000_000
VALUE: Final = "2154321.6"
CLOSES: Final = 10 * DAY
DRAWN: Final = 12 * DAY
STARTS: Final = 25 * DAY
"""Counted from the opening of requests, as is `Plan.opened` from the day of the first load."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One exhibition: `opened` in days before the first load, `until` the state it is led to, `firms` numbers of people."""

    slug: str
    name: str
    name_en: str
    kind: str
    country: str
    city: str
    place: str
    organiser: str
    clusters: tuple[str, ...]
    booths: int
    opened: int
    until: Status
    firms: tuple[int, ...]
    mode: Mode = Mode.LOTTERY


PLANS: Final = (
    Plan(
        "household-fair-tehran", "نمایشگاه لوازم خانگی تهران", "Household goods fair, Tehran", "DOMESTIC", "IR", "تهران",
        "محل دائمی نمایشگاه‌های بین‌المللی", "برگزارکنندهٔ نمونه", ("zanjan-knife",), 8, 80, Status.REPORTED,
        tuple(range(60, 70)),
    ),
    Plan(
        "handicraft-fair-isfahan", "نمایشگاه صنایع دستی و چرم اصفهان", "Handicraft and leather fair, Isfahan", "DOMESTIC", "IR",
        "اصفهان", "مرکز همایش‌ها و نمایشگاه‌ها", "برگزارکنندهٔ نمونه", ("zanjan-knife", "hidaj-shoes"), 6, 15,
        Status.APPROVED, tuple(range(70, 79)), Mode.SCORED,
    ),
    Plan(
        "footwear-fair-baghdad", "نمایشگاه کفش و چرم بغداد", "Footwear and leather fair, Baghdad", "ABROAD", "IQ", "بغداد",
        "نمایشگاه بین‌المللی بغداد", "برگزارکنندهٔ نمونه", ("hidaj-shoes",), 5, 3, Status.REGISTRATION,
        tuple(range(80, 86)),
    ),
)  # fmt: skip
CRITERIA: Final = (
    {"code": "exports", "name": "آمادگی صادرات", "weight": 40, "max_points": 100},
    {"code": "products", "name": "کیفیت و نوآوری محصول", "weight": 40, "max_points": 100},
    {"code": "experience", "name": "تجربهٔ حضور در نمایشگاه", "weight": 20, "max_points": 100},
)


def load(*, now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    """Bring the exhibitions in; again: no change."""
    officer, manager = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    for plan in PLANS:
        ensure(plan, officer, manager, now)
    known = Exhibition.objects.filter(slug__in=[plan.slug for plan in PLANS]).order_by("pk")
    say("exhibitions: " + ", ".join(f"{row.slug} {row.phase_at(now).value.lower()}" for row in known))


def ensure(plan: Plan, officer: User, manager: User, now: datetime) -> bool:
    """Lead the exhibition of this plan as far as it says; False when it was there already."""
    if Exhibition.objects.filter(slug=plan.slug).exists():
        return False
    _Fair(plan, officer, manager, now).lead()
    return True


class _Fair:
    """One exhibition on its way, by the clock of its own days."""

    def __init__(self, plan: Plan, officer: User, manager: User, now: datetime) -> None:
        self.plan, self.officer, self.manager = plan, officer, manager
        self.opened = now - plan.opened * DAY
        self.row: Exhibition

    def at(self, after: timedelta) -> Any:
        """The clock so long after the opening of requests."""
        return clock.shifted(self.opened + after - clock.now())

    def by(self, user: User) -> dict[str, Any]:
        """What every service call is given."""
        return {"exhibition_id": self.row.pk, "by": user, "now": clock.now()}

    def lead(self) -> None:
        """As far as the plan says."""
        with self.at(-2 * DAY):
            self._announce()
        with self.at(DAY):
            self._ask()
        if self.plan.until == Status.REGISTRATION:
            exhibitions.settle_phases(now=clock.now())
            return
        self._allocate()
        if self.plan.until == Status.REPORTED:
            with self.at(STARTS + 8 * DAY):
                self._report()

    def _announce(self) -> None:
        plan, first = self.plan, tehran_date(self.opened + STARTS)
        values = {
            "name": plan.name, "name_en": plan.name_en, "kind": plan.kind, "country": plan.country, "city": plan.city,
            "place": plan.place, "organiser": plan.organiser, "starts_on": first, "ends_on": first + 4 * DAY,
            "summary": "غرفهٔ مشترک خوشه؛ شرکت شهرک‌های صنعتی بخشی از هزینه را می‌پردازد. این داده نمایشی است.",
            "registration_opens_at": self.opened, "registration_closes_at": self.opened + CLOSES, "mode": plan.mode,
            "randomness_source": "بورس اوراق بهادار تهران", "randomness_event": "شاخص کل در پایان روز قرعه‌کشی",
            "draw_at": self.opened + DRAWN, "budget": 4_000 * MILLION,
        }  # fmt: skip
        clusters = Cluster.objects.filter(slug__in=plan.clusters)
        common: dict[str, Any] = {"by": self.officer, "now": clock.now()}
        self.row = exhibitions.create(slug=plan.slug, values=values, clusters=clusters, is_illustrative=True, **common)
        exhibitions.set_booths(booths=[_booth(number) for number in range(plan.booths)], **self.by(self.officer))
        if plan.mode == Mode.SCORED:
            exhibitions.set_criteria(criteria=CRITERIA, **self.by(self.officer))
        exhibitions.publish(**self.by(self.officer))

    def _ask(self) -> None:
        codes = list(self.row.booths.values_list("code", flat=True))
        for place, number in enumerate(self.plan.firms):
            user, applicant = craftspeople.ensure(Craftsperson(number), now=clock.now())
            liked = [codes[(place * step + step) % len(codes)] for step in (1, 2, 3)]
            values = {
                "products": "چاقوی آشپزخانه، کارد و قیچی" if number < 80 else "کفش چرم مردانه و زنانه",
                "participations": place % 4, "readiness": ("EXPORTS", "READY", "NOT_YET")[place % 3],
            }  # fmt: skip
            self._submit(user, applicant, list(dict.fromkeys(liked)), values)

    def _submit(self, user: User, applicant: Applicant, booths: Sequence[str], values: dict[str, Any]) -> None:
        requests.submit(applicant_id=applicant.pk, booths=booths, values=values, declared=True, **self.by(user))

    def _allocate(self) -> None:
        with self.at(CLOSES + timedelta(hours=1)):
            if self.plan.mode == Mode.SCORED:
                rows, criteria = self.row.requests.order_by("pk"), list(self.row.criteria.all())
                points = {(r.pk, c.pk): 40 + (r.pk * 13 + c.pk * 7) % 60 for r in rows for c in criteria}
                requests.enter_points(points=points, **self.by(self.officer))
            drawing.freeze(**self.by(self.officer))
        with self.at(DRAWN + timedelta(hours=1)):
            drawing.enter_value(value=VALUE, form="TEXT", **self.by(self.officer))
            drawing.confirm_value(value=VALUE, **self.by(self.manager))
            runs.request(**self.by(self.officer))
            jobs.drain(kinds=(runs.JOB,))
            runs.approve(run_id=self.row.runs.get().pk, by=self.manager, now=clock.now())

    def _report(self) -> None:
        exhibitions.hold(**self.by(self.officer))
        for kind, amount, paid_by in (
            ("BOOTH", 1_400, "SUPPORT"), ("TRAVEL", 620, "COMPANY"), ("LODGING", 540, "FIRM"), ("ADVERTISING", 260, "COMPANY"),
        ):  # fmt: skip
            values = {"kind": kind, "amount": amount * MILLION, "paid_by": paid_by}
            bill = papers.upload("bill") if paid_by == "COMPANY" else None
            reports.add_cost(values=values, upload=bill, **self.by(self.officer))
        held = BoothAward.objects.live().filter(booth__exhibition=self.row).order_by("booth__code")
        for place, award in enumerate(held):
            result = {
                "contacts": 12 + 5 * place, "contracts": place % 3, "sales": (450 + 210 * place) * MILLION,
                "export_leads": place % 4, "satisfaction": 3 + place % 3,
            }  # fmt: skip
            reports.enter_result(request_id=award.request_id, values=result, by=self.officer, now=clock.now())
        exhibitions.report(**self.by(self.officer))


def _booth(number: int) -> dict[str, Any]:
    """Two rows with a passage between them; corners are dearer."""
    row, column = divmod(number, 4)
    corner = column in (0, 3)
    return {
        "code": f"A-{number + 1:02d}", "area_m2": 18 if corner else 12, "kind": "CORNER" if corner else "SHELL",
        "price": (240 if corner else 160) * MILLION, "row": 2 * row + 1, "column": column + 1,
    }  # fmt: skip
