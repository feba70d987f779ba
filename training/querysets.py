"""Questions the tables of this app answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Q
from django.db.models.functions import Coalesce

from core.persian.calendar import tehran_date
from training.choices import SEATED, CourseStatus, RegistrationStatus


class CourseQuerySet(models.QuerySet[Any]):
    """Courses by what the dates say, never by whether a timer ran."""

    def public(self) -> Self:
        """Those everybody may see: all that were announced."""
        return self.filter(published_at__isnull=False)

    def of_owner(self, kind: str, key: object) -> Self:
        """Courses a row of another app stands behind, for example ("clusters.cluster", 3)."""
        return self.filter(owner_kind=kind, owner_key=str(key))

    def taking_registrations_at(self, now: datetime) -> Self:
        """Registration is open at `now` and the course has not begun."""
        return self.filter(
            status__in=[CourseStatus.PUBLISHED, CourseStatus.RUNNING],
            registration_opens_at__lte=now,
            registration_closes_at__gt=now,
            starts_on__gt=tehran_date(now),
        )

    def overtaken_by_dates_at(self, now: datetime) -> Self:
        """Courses whose stored status lags behind their dates at `now`."""
        today = tehran_date(now)
        return self.filter(
            Q(status=CourseStatus.PUBLISHED, starts_on__lte=today) | Q(status=CourseStatus.RUNNING, ends_on__lt=today)
        )

    def not_over_on(self, day: date) -> Self:
        """Coming and running on `day`; a cancelled one until its last day, so that people read why."""
        return self.filter(ends_on__gte=day)

    def over_on(self, day: date) -> Self:
        """Held before `day`."""
        return self.filter(ends_on__lt=day).exclude(status=CourseStatus.CANCELLED)

    def with_seats(self) -> Self:
        """Add `taken` (seats) and `waiting` (people on the list)."""
        return self.annotate(
            taken=Coalesce(Count("registrations", filter=Q(registrations__status__in=SEATED)), 0),
            waiting=Coalesce(Count("registrations", filter=Q(registrations__status=RegistrationStatus.WAITING)), 0),
        )


class RegistrationQuerySet(models.QuerySet[Any]):
    """Registrations by state."""

    def seated(self) -> Self:
        """Those who have a seat, or had one to the end."""
        return self.filter(status__in=SEATED)

    def waiting(self) -> Self:
        """The waiting list in its order."""
        return self.filter(status=RegistrationStatus.WAITING).order_by("pk")

    def with_place(self) -> Self:
        """Add `ahead`: how many wait before this one in the same course."""
        before = (
            self.model._default_manager.filter(
                course=OuterRef("course"), status=RegistrationStatus.WAITING, pk__lt=OuterRef("pk")
            )
            .order_by()
            .values("course")
            .annotate(number=Count("pk"))
            .values("number")
        )
        return self.annotate(ahead=Coalesce(models.Subquery(before), 0))
