"""Filters of calls and applications, named as questions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from allocations.choices import ApplicationStatus, CallStatus

_BY_DATES = (CallStatus.PUBLISHED, CallStatus.OPEN, CallStatus.CLOSED)

HANDED_IN = (
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.UNDER_REVIEW,
    ApplicationStatus.CORRECTION_REQUESTED,
    ApplicationStatus.ELIGIBLE,
    ApplicationStatus.INELIGIBLE,
    ApplicationStatus.SCORED,
    ApplicationStatus.AWARDED,
    ApplicationStatus.WAITING,
    ApplicationStatus.NOT_AWARDED,
)
"""States of an application that was handed in and not withdrawn."""

UNDECIDED = (
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.UNDER_REVIEW,
    ApplicationStatus.CORRECTION_REQUESTED,
)
"""States in which eligibility is still open."""


class CallQuerySet(models.QuerySet[Any]):
    """Calls by what the dates say, never by whether a timer ran."""

    def public(self) -> CallQuerySet:
        """Calls everybody may see: all that were announced."""
        return self.filter(published_at__isnull=False)

    def announced_at(self, now: datetime) -> CallQuerySet:
        """Announced and not yet open at `now`."""
        return self.filter(status__in=_BY_DATES, opens_at__gt=now)

    def open_at(self, now: datetime) -> CallQuerySet:
        """Taking applications at `now`."""
        return self.filter(status__in=_BY_DATES, opens_at__lte=now, closes_at__gt=now)

    def closed_at(self, now: datetime) -> CallQuerySet:
        """The term has ended at `now`, the review has not."""
        return self.filter(status__in=_BY_DATES, closes_at__lte=now)

    def overtaken_by_dates_at(self, now: datetime) -> CallQuerySet:
        """Calls whose stored status lags behind their dates at `now`."""
        return self.filter(
            Q(status=CallStatus.PUBLISHED, opens_at__lte=now) | Q(status=CallStatus.OPEN, closes_at__lte=now)
        )

    def of_estates(self, slugs: list[str] | None) -> CallQuerySet:
        """Calls of the estates with these slugs; None means every estate."""
        return self.all() if slugs is None else self.filter(estate__slug__in=slugs)


class ApplicationQuerySet(models.QuerySet[Any]):
    """Applications by state and by who may see them."""

    def handed_in(self) -> ApplicationQuerySet:
        """Handed in and not withdrawn."""
        return self.filter(status__in=HANDED_IN)

    def undecided(self) -> ApplicationQuerySet:
        """Handed in, eligibility not decided."""
        return self.filter(status__in=UNDECIDED)

    def eligible(self) -> ApplicationQuerySet:
        """What a frozen list is made of."""
        return self.filter(status__in=[ApplicationStatus.ELIGIBLE, ApplicationStatus.SCORED])

    def of_estates(self, slugs: list[str] | None) -> ApplicationQuerySet:
        """Applications to calls of the estates with these slugs; None means every estate."""
        return self.all() if slugs is None else self.filter(call__estate__slug__in=slugs)
