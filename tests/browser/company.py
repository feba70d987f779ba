"""The company of the browser tests: three programmes with plans, money, an indicator and months of readings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from accounts.models import User
from core import clock
from core.jobs import services as jobs
from core.metrics import registry
from core.metrics import services as live_figures
from programs.dashboards.services import pictures, snapshots
from programs.models import Programme
from programs.services import programmes, registers
from tests.factories import readings as measured
from tests.factories.accounts import staff
from tests.factories.estates import EstateFactory, PlotFactory, square
from tests.factories.programs import ENDS, NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory


@dataclass
class Company:
    """One programme under way whose Aban is to be reported, and who works on it."""

    programme: Programme
    officer: User
    manager: User

    def work(self) -> None:
        """What the workers of the portal do between two visits."""
        jobs.drain(now=clock.now())

    def refresh(self) -> None:
        """Every live figure and every programme is worked out, every plan drawn."""
        live_figures.refresh(sorted(registry.METRICS), now=clock.now())
        snapshots.recompute(now=clock.now())
        pictures.redraw(now=clock.now())


def found_company() -> Company:
    """Power for an estate, half done by the sixth month of twelve; two more programmes stand beside it."""
    estate = EstateFactory("nikan-demo", name="ناحیهٔ صنعتی نمونه")
    for number in range(1, 5):
        PlotFactory(f"K-{number:02d}", estate=estate, geometry=square(number * 13, 0, 12, 8))
    officer = staff("programme_officer", first_name="پرستو", last_name="برنامه‌نویس")
    manager = staff("manager", first_name="مهران", last_name="مدیر")
    programme = _under_way("power", "برق پایدار ناحیهٔ صنعتی", officer, manager, {2: 15, 4: 35, 6: 50})
    programmes.link_estate(programme_id=programme.pk, estate_id=estate.pk, by=officer, now=NOW)
    for slug, name, done in (("roads", "راه‌های شهرک", {6: 65}), ("water", "آب صنعتی", {6: 30})):
        _under_way(slug, name, officer, manager, done)
    line = measured.line(programme, approved=90_000_000_000)
    ReadingFactory.approved(line, month(6), by=officer, boss=manager, allocated=60_000_000_000, paid=41_000_000_000)
    jobs_made = measured.indicator(programme, name="شغل ایجادشده", unit="نفر", target_value=Decimal(40), target_on=ENDS)
    ReadingFactory.approved(jobs_made, month(6), by=officer, boss=manager, value=Decimal(12))
    risk = {"name": "دیر رسیدن ترانس", "likelihood": 3, "impact": 4, "response": "خرید از دو سازنده"}
    registers.add_risk(programme_id=programme.pk, values=risk, by=officer, now=NOW)
    company = Company(programme, officer, manager)
    company.refresh()
    return company


def _under_way(slug: str, name: str, officer: User, manager: User, done: dict[int, int]) -> Programme:
    programme: Programme = ProgrammeFactory.planned(slug, name=name, owner=officer)
    programmes.activate(programme_id=programme.pk, by=manager, now=NOW)
    for number, percent in done.items():
        for milestone in measured.milestones(programme):
            ReadingFactory.approved(milestone, month(number), by=officer, boss=manager, percent=Decimal(percent))
    return programme
