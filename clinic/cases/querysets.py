"""Questions the tables of requests and cases answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final, Self

from django.db import models
from django.db.models import Exists, OuterRef

from clinic.cases.choices import ENDED, AppointmentStatus, RequestStatus
from clinic.consultants.models import ConflictOfInterest
from core.persian.calendar import tehran_date

OPEN_AFTER_TALK: Final = timedelta(days=14)
"""How long after a talk that nobody noted its consultant still reads the request. Two weeks are enough to write down what
was said; without an end a note that was forgotten would leave the request open to him for ever."""
NOTE_WITHIN: Final = timedelta(days=1)
"""From here on the lead's desk says that the note of a talk is missing."""


class ClinicRequestQuerySet(models.QuerySet[Any]):
    """Requests by state."""

    def waiting(self) -> Self:
        """Those nobody has decided on."""
        return self.filter(status=RequestStatus.SUBMITTED)

    def of(self, applicants: Any) -> Self:
        """Those of these applicants."""
        return self.filter(applicant__in=applicants)


class AppointmentQuerySet(models.QuerySet[Any]):
    """Appointments by state and time."""

    def taking_time(self) -> Self:
        """Those that take the time of a consultant: all but the cancelled."""
        return self.exclude(status=AppointmentStatus.CANCELLED)

    def coming_at(self, now: datetime) -> Self:
        """Booked and not over at `now`, the next one first."""
        return self.filter(status=AppointmentStatus.BOOKED, ends_at__gt=now).order_by("starts_at", "pk")

    def open_to_consultant(self, now: datetime) -> Self:
        """Those whose consultant reads the request at `now`: booked, not long over, and he has no interest in its unit."""
        torn = ConflictOfInterest.objects.holding_on(tehran_date(now)).filter(
            consultant=OuterRef("consultant"), unit=OuterRef("request__unit")
        )
        return self.filter(~Exists(torn), status=AppointmentStatus.BOOKED, ends_at__gt=now - OPEN_AFTER_TALK)

    def without_note(self, now: datetime) -> Self:
        """Over for a day or more at `now`, and nobody has said whether they were held."""
        return self.filter(status=AppointmentStatus.BOOKED, ends_at__lte=now - NOTE_WITHIN)

    def overlapping(self, start: datetime, end: datetime) -> Self:
        """Those that touch the time from `start` to `end` (half open)."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class CaseQuerySet(models.QuerySet[Any]):
    """Cases by state and by who works on them."""

    def live(self) -> Self:
        """Those somebody still works on."""
        return self.exclude(status__in=ENDED)

    def led_by(self, user: Any) -> Self:
        """Those this account leads."""
        return self.filter(lead=user)


class TeamMemberQuerySet(models.QuerySet[Any]):
    """Memberships by time."""

    def current(self) -> Self:
        """Those who have not left."""
        return self.filter(left_at__isnull=True)

    def without_interest(self, day: date) -> Self:
        """Those who have not left and have no interest in the unit that holds on `day`."""
        torn = ConflictOfInterest.objects.holding_on(day).filter(
            consultant=OuterRef("consultant"), unit=OuterRef("case__unit")
        )
        return self.current().filter(~Exists(torn))
