"""The register as pages and other parts of the clinic read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Applicant
from accounts.selectors import applicants_of
from clinic.units import permissions
from clinic.units.bands import Thresholds
from clinic.units.choices import Band
from clinic.units.models import IndustrialUnit, UnitLook, UnitReading, WarningEntry
from clinic.units.selectors.cohort import Cohort, cohort
from clinic.units.selectors.rules import thresholds
from core.errors import NotFound

LOOKS = 50


def unit_by_code(code: str) -> IndustrialUnit:
    """The unit with its trade, places, owner and newest reading. Raises NotFound. 1 query."""
    found: IndustrialUnit | None = (
        IndustrialUnit.objects.select_related(
            "trade", "county", "estate", "plot", "owner__person", "owner__legal_entity", "latest_reading"
        )
        .filter(code=code)
        .first()
    )
    if found is None:
        raise NotFound()
    return found


def units_of(user: Any, day: date) -> list[IndustrialUnit]:
    """Listed units the account may act for on `day`, by name. 2 queries."""
    return units_of_applicants(applicants_of(user, day))


def units_of_applicants(applicants: list[Applicant]) -> list[IndustrialUnit]:
    """Listed units of these applicants, by name. 1 query."""
    return list(IndustrialUnit.objects.listed().owned_by(applicants).select_related("trade", "county", "estate"))


def band_of(unit: IndustrialUnit, limits: Thresholds | None = None) -> Band | None:
    """The band of the newest reading; None for a unit that was never measured. `limits` spare a query."""
    reading = unit.latest_reading
    return (limits or thresholds()).band_of(reading.actual_capacity_percent) if reading else None


def readings_of(unit: IndustrialUnit) -> list[UnitReading]:
    """Every reading that counts, the newest first, each with what it corrects and who entered it. 1 query."""
    return list(unit.readings.counting().select_related("corrects", "entered_by"))


def reading_near(unit: IndustrialUnit, day: date) -> UnitReading | None:
    """The newest reading that counts of a day not after `day`: what was known then. 1 query."""
    found: UnitReading | None = unit.readings.counting().filter(measured_on__lte=day).first()
    return found


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A reading as the page shows it."""

    reading: UnitReading
    band: Band


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit. What was measured is empty for those who may not know it (`shows_figures`)."""

    unit: IndustrialUnit
    shows_figures: bool
    is_own: bool
    band: Band | None
    lines: tuple[ReadingLine, ...]
    cohort: Cohort | None
    warning: WarningEntry | None
    looks: tuple[UnitLook, ...]


def unit_page(code: str, user: Any) -> UnitPage:
    """A unit's page for this person. Raises NotFound also when he may not know of it. At most 7 queries."""
    unit = unit_by_code(code)
    if not user.has_perm(permissions.SEE, unit):
        raise NotFound()
    is_own = permissions.owns_unit(user, unit)
    if not user.has_perm(permissions.FIGURES, unit):
        return UnitPage(unit, False, is_own, None, (), None, None, ())
    limits = thresholds()
    lines = tuple(ReadingLine(one, limits.band_of(one.actual_capacity_percent)) for one in readings_of(unit))
    warned = WarningEntry.objects.live().filter(unit=unit).first() if user.has_perm(permissions.READ_WARNINGS) else None
    looks = tuple(unit.looks.select_related("by")[:LOOKS])
    return UnitPage(unit, True, is_own, lines[0].band if lines else None, lines, cohort(unit), warned, looks)
