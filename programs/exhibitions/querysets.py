"""Questions the tables of exhibitions answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from programs.exhibitions.choices import LIVE, AwardStatus, RequestStatus, Status


class ExhibitionQuerySet(models.QuerySet[Any]):
    """Exhibitions."""

    def public(self) -> Self:
        """Announced ones; one that was called off stays visible when it had been announced."""
        return self.filter(announced_at__isnull=False)

    def overtaken_by_dates_at(self, moment: datetime) -> Self:
        """Those whose stored state lags behind their dates."""
        return self.filter(
            Q(status=Status.PUBLISHED, registration_opens_at__lte=moment)
            | Q(status=Status.REGISTRATION, registration_closes_at__lte=moment)
        )


class RequestQuerySet(models.QuerySet[Any]):
    """Requests for booths."""

    def live(self) -> Self:
        """Those not taken back."""
        return self.filter(status__in=LIVE)

    def waiting(self) -> Self:
        """Handed in, without a result."""
        return self.filter(status=RequestStatus.SUBMITTED)


class AwardQuerySet(models.QuerySet[Any]):
    """Booths in the hands of firms."""

    def live(self) -> Self:
        """Those in force."""
        return self.filter(status=AwardStatus.LIVE)
