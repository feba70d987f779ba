"""Questions the tables of programmes answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models

from programs.choices import BaselineStatus, ProgrammeStatus, ReadingStatus


class ProgrammeQuerySet(models.QuerySet[Any]):
    """Programmes."""

    def public(self) -> Self:
        """Those everybody may see: released, and no longer only being planned."""
        return self.filter(is_public=True).exclude(status=ProgrammeStatus.DRAFT)

    def of_year(self, year: int) -> Self:
        """Programmes whose plan belongs to the Jalali `year`."""
        return self.filter(year=year)


class BaselineQuerySet(models.QuerySet[Any]):
    """Versions of plans by month."""

    def approved(self) -> Self:
        """Versions that are or were in force."""
        return self.filter(status=BaselineStatus.APPROVED)

    def current(self, programme_ids: Iterable[int]) -> Self:
        """The version in force of each programme: the highest approved one."""
        return (
            self.approved()
            .filter(programme_id__in=list(programme_ids))
            .order_by("programme_id", "-version")
            .distinct("programme_id")
        )


class ReadingQuerySet(models.QuerySet[Any]):
    """Readings."""

    def counting(self) -> Self:
        """Readings that are part of the figures: approved, and not replaced by a correction."""
        return self.filter(status=ReadingStatus.APPROVED, superseded=False)
