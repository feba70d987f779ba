"""What work costs on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinic.consultants.models import FeeRule


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in rials with the parts the unit and the clinic bear; both add up to `amount`."""

    amount: int
    unit_part: int
    clinic_part: int


def fee_on(day: date, *, basis: str, level: str, count: int = 1) -> Fee | None:
    """The fee of `count` hours, visits or parts on this day; None where no rule holds. The unit's part is rounded down to
    whole rials. 1 query."""
    rule = FeeRule.objects.holding_on(day).filter(basis=basis, level=level).first()
    if rule is None:
        return None
    amount = rule.amount * count
    unit_part = amount * rule.unit_share // 100
    return Fee(amount, unit_part, amount - unit_part)
