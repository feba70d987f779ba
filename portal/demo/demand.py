"""About sixty invented wishes in the demand register of the demo world."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from accounts.models import User
from core import clock
from core.persian.calendar import tehran_date
from estates.models import County, Estate, Trade
from portal.demo import craftspeople
from portal.demo.craftspeople import Craftsperson
from programs.demand.choices import SITES
from programs.demand.models import Wish
from programs.demand.services import wishes

Say = Callable[[str], None]

NUMBERS: Final = range(100, 160)
SIZES: Final = ((40, 60), (60, 90), (90, 150), (150, 250), (300, 500))
COUNTIES: Final = ("zanjan", "zanjan", "abhar", "khodabandeh", "zanjan")


def load(*, now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    """Bring the wishes in; again: no change."""
    if not Wish.objects.filter(is_illustrative=True).exists():
        counties = {row.slug: row for row in County.objects.filter(slug__in=COUNTIES)}
        estates = {row.slug: row for row in Estate.objects.filter(slug__in=SITES)}
        trades = {row.code: row for row in Trade.objects.filter(is_active=True)}
        for number in NUMBERS:
            _wish(number, now, counties, estates, trades)
    say(f"demand: {Wish.objects.live_on(tehran_date(now)).count()} wishes in the register")


def _wish(
    number: int, now: datetime, counties: dict[str, County], estates: dict[str, Estate], trades: dict[str, Trade]
) -> None:
    person = Craftsperson(number)
    back = timedelta(days=(number * 7) % 300)
    with clock.shifted(-back):
        user, applicant = craftspeople.ensure(person, now=clock.now())
        low, high = SIZES[number % len(SIZES)]
        county = counties[COUNTIES[number % len(COUNTIES)]]
        site = estates.get(SITES[number % len(SITES)])
        values: dict[str, Any] = {
            "area_from": low, "area_to": high, "county": county,
            "estate": site if site is not None and site.county_id == county.pk else None,
            "use": "کارگاه تولیدی کوچک با جای انبار؛ دادهٔ نمایشی است.",
            "wanted_since": tehran_date(clock.now()) - timedelta(days=number), "phone_ok": number % 3 > 0,
        }  # fmt: skip
        trade = trades.get(person.trade) or next(iter(trades.values()))
        wishes.add(
            applicant_id=applicant.pk, trade_id=trade.pk, values=values, by=user, now=clock.now(), is_illustrative=True
        )
