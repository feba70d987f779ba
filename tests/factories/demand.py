"""Wishes of the tests, made by the service."""

from __future__ import annotations

from typing import Any

from accounts.models import Applicant
from core import clock
from core.persian.calendar import tehran_date
from programs.demand.models import Wish
from programs.demand.services import wishes
from tests.factories.accounts import UserFactory
from tests.factories.estates import CountyFactory, TradeFactory


class WishFactory:
    """Wishes."""

    def __new__(cls, applicant: Applicant | None = None, trade: Any = None, **values: Any) -> Wish:
        """A wish of this applicant, or of somebody new."""
        found = applicant or Applicant.objects.get(person=UserFactory().person)
        given = {
            "area_from": 60, "area_to": 90, "county": CountyFactory(), "estate": None, "use": "کارگاه چاقوسازی",
            "wanted_since": tehran_date(clock.now()), "phone_ok": True, **values,
        }  # fmt: skip
        return wishes.add(
            applicant_id=found.pk, trade_id=(trade or TradeFactory()).pk, values=given, by=found.party.user,
            now=clock.now(),
        )  # fmt: skip
