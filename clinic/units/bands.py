"""Bands of capacity, worked out from a percentage. Pure: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clinic.units.choices import Band


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Upper limits of the bands in percent of capacity; a limit belongs to the lower band, above the last is ACTIVE."""

    closed_up_to: Decimal
    idle_up_to: Decimal
    semi_active_up_to: Decimal

    def band_of(self, percent: Decimal) -> Band:
        """The band a percentage lies in."""
        if percent <= self.closed_up_to:
            return Band.CLOSED
        if percent <= self.idle_up_to:
            return Band.IDLE
        return Band.SEMI_ACTIVE if percent <= self.semi_active_up_to else Band.ACTIVE

    def between(self, band: Band) -> tuple[Decimal | None, Decimal | None]:
        """The percentages of a band: above the first, up to the second; None has no end."""
        return {
            Band.CLOSED: (None, self.closed_up_to),
            Band.IDLE: (self.closed_up_to, self.idle_up_to),
            Band.SEMI_ACTIVE: (self.idle_up_to, self.semi_active_up_to),
            Band.ACTIVE: (self.semi_active_up_to, None),
        }[band]


DEFAULT: Final = Thresholds(Decimal(0), Decimal(30), Decimal(70))
"""Limits without a rule in force (domain notes §3.1)."""
