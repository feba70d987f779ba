"""Who works on which cluster of the demo, and when it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from accounts.models import User
from core.persian.calendar import JalaliDate, add_months_to_date, first_of_month, start_of_day, tehran_date
from programs.clusters.models import Cluster

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Stage:
    """Who works on which cluster, and when it is."""

    cluster: Cluster
    given: Mapping[str, Any]
    officer: User
    manager: User
    now: datetime

    @property
    def month(self) -> date:
        """First day of this Jalali month."""
        return first_of_month(tehran_date(self.now))

    def day(self, months: int, day: int = 0) -> date:
        """A day so many months from this one's first day (negative: ago)."""
        return add_months_to_date(self.month, months) if not day else shift(add_months_to_date(self.month, months), day)

    def at(self, months: int) -> datetime:
        """The first moment of such a day."""
        return start_of_day(self.day(months))


def shift(day: date, days: int) -> date:
    """A day later in the same Jalali month, at most its twenty-eighth."""
    jalali = JalaliDate.from_date(day)
    return JalaliDate(jalali.year, jalali.month, min(28, jalali.day + days)).to_date()
