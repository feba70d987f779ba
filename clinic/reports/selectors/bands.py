"""Units of the register by band, as the live figure counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clinic.privacy import FEWEST_UNITS
from clinic.units.choices import Band
from core.metrics import registry


@dataclass(frozen=True, slots=True)
class BandLine:
    """Units in one band; None where fewer than five are, or where a hidden number could be worked out."""

    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Bands:
    """All units of the register, and each band, the lowest first; no lines for fewer than five units."""

    whole: int
    lines: list[BandLine]


def bands(now: datetime) -> Bands:
    """The live figure `units.by_band` as it stands now. 2 queries."""
    metric = registry.find("units.by_band")
    found = {registry.key_of(point.dimensions): int(point.value) for point in metric.read(now)}
    whole = found.get("", 0)
    codes = [*(band.value for band in Band), registry.UNKNOWN]
    names = metric.names["state"](codes)
    lines = [BandLine(names[code], found.get(registry.key_of({"state": code}))) for code in codes]
    return Bands(whole, lines if whole >= FEWEST_UNITS else [])
