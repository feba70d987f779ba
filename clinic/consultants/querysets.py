"""Questions the tables of consultants answer."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q


def _holding_on(day: date, first: str, last: str) -> Q:
    return Q(**{f"{first}__lte": day}) & (Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day}))


class ConsultantQuerySet(models.QuerySet[Any]):
    """Consultants."""

    def working(self) -> Self:
        """Those who take cases and whose account is open."""
        return self.filter(is_active=True, user__is_active=True)


class QualificationQuerySet(models.QuerySet[Any]):
    """Papers of consultants."""

    def valid_on(self, day: date) -> Self:
        """In use, confirmed by the clinic and not expired."""
        unexpired = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(unexpired, withdrawn_at__isnull=True, verified_at__isnull=False)

    def in_use(self) -> Self:
        """Not taken back."""
        return self.filter(withdrawn_at__isnull=True)


class ConflictQuerySet(models.QuerySet[Any]):
    """Conflicts of interest."""

    def holding_on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.filter(_holding_on(day, "starts_on", "ends_on"))


class FeeRuleQuerySet(models.QuerySet[Any]):
    """Fee rules."""

    def holding_on(self, day: date) -> Self:
        """Those in force on this day."""
        return self.filter(_holding_on(day, "valid_from", "valid_to"))
