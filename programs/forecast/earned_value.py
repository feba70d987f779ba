"""Earned value: what was planned, what was done and what was paid, all in money.

Source: the definitions of ANSI/EIA-748 that every book on project control repeats; PV, EV, AC, SPI = EV ÷ PV,
CPI = EV ÷ AC, EAC = BAC ÷ CPI.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from programs.forecast.values import HUNDRED, EarnedValue, rounded


@dataclass(frozen=True, slots=True)
class Work:
    """One activity at the moment asked about: its budget (rials), planned cost up to now (rials), and share done (0–100)."""

    budget: int
    planned_cost: int
    done: Decimal


def earned_value(works: Iterable[Work], *, paid: int) -> EarnedValue:
    """Earned value of all `works` together, with `paid` rials spent so far. Shares beyond 0–100 raise ValueError."""
    rows = list(works)
    if any(not 0 <= row.done <= HUNDRED for row in rows):
        raise ValueError("a share of the work lies between 0 and 100")
    bac = sum(row.budget for row in rows)
    pv = sum(row.planned_cost for row in rows)
    ev = _rials(sum((Decimal(row.budget) * row.done / HUNDRED for row in rows), Decimal(0)))
    return EarnedValue(
        bac=bac,
        pv=pv,
        ev=ev,
        ac=paid,
        spi=rounded(Decimal(ev) / pv) if pv else None,
        cpi=rounded(Decimal(ev) / paid) if paid else None,
        eac=_rials(Decimal(bac) * paid / ev) if ev and paid else None,
    )


def _rials(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
