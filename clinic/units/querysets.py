"""Filters of the register with names that are questions or facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from clinic.units.bands import Thresholds
from clinic.units.choices import SIZES, Band, SizeBand, WarningStatus

CAPACITY = "latest_reading__actual_capacity_percent"


class UnitQuerySet(models.QuerySet[Any]):
    """Units."""

    def listed(self) -> UnitQuerySet:
        """On the register today."""
        return self.filter(struck_off_on__isnull=True)

    def of_size(self, size: SizeBand) -> UnitQuerySet:
        """Of this size by the staff of the licence."""
        return self.filter(licensed_staff__range=SIZES[size])

    def in_band(self, band: Band, limits: Thresholds) -> UnitQuerySet:
        """Whose newest reading lies in this band."""
        above, up_to = limits.between(band)
        found = self.filter(latest_reading__isnull=False)
        if above is not None:
            found = found.filter(**{f"{CAPACITY}__gt": above})
        return found if up_to is None else found.filter(**{f"{CAPACITY}__lte": up_to})

    def owned_by(self, applicants: Any) -> UnitQuerySet:
        """Of one of these applicants."""
        return self.filter(owner__in=applicants)


class ReadingQuerySet(models.QuerySet[Any]):
    """Readings."""

    def counting(self) -> ReadingQuerySet:
        """Not replaced by a correction."""
        return self.filter(superseded=False)


class WarningQuerySet(models.QuerySet[Any]):
    """Warnings."""

    def live(self) -> WarningQuerySet:
        """Whose signs are still there."""
        return self.exclude(status=WarningStatus.CLEARED)

    def to_do(self) -> WarningQuerySet:
        """Nobody has dealt with them, or somebody looked without deciding."""
        return self.filter(status__in=[WarningStatus.OPEN, WarningStatus.LOOKED_AT])

    def due_again(self, today: date) -> WarningQuerySet:
        """Dismissed until a day that has come."""
        return self.filter(Q(status=WarningStatus.DISMISSED, dismissed_until__lte=today))
