"""Questions the register answers."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from programs.demand.choices import WishStatus


class WishQuerySet(models.QuerySet[Any]):
    """Wishes."""

    def live_on(self, day: date) -> Self:
        """In the register, and not run out on this day whatever is stored."""
        return self.filter(status=WishStatus.LIVE, valid_until__gte=day)

    def in_state_on(self, day: date, status: str) -> Self:
        """In this state on this day: a wish past its last day has run out, though the nightly job may not have said so yet."""
        if status == WishStatus.LIVE:
            return self.live_on(day)
        if status == WishStatus.LAPSED:
            return self.filter(Q(status=WishStatus.LAPSED) | Q(status=WishStatus.LIVE, valid_until__lt=day))
        return self.filter(status=status)

    def with_names(self) -> Self:
        """With what a line of the table names. 1 query."""
        return self.select_related("trade", "county", "estate", "applicant__person", "applicant__legal_entity")
