"""Questions the register answers."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models

from programs.demand.choices import WishStatus


class WishQuerySet(models.QuerySet[Any]):
    """Wishes."""

    def live_on(self, day: date) -> Self:
        """In the register, and not run out on this day whatever is stored."""
        return self.filter(status=WishStatus.LIVE, valid_until__gte=day)
