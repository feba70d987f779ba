"""Telling participants the day before a session."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.persian.calendar import start_of_day, tehran_date
from training import texts
from training.choices import RegistrationStatus
from training.models import Session
from training.services.notices import tell


def remind_of_sessions(*, now: datetime) -> int:
    """Write once to everybody with a seat in a session of tomorrow; how many. The key holds session and day."""
    tomorrow = tehran_date(now) + timedelta(days=1)
    start, end = start_of_day(tomorrow), start_of_day(tomorrow + timedelta(days=1))
    due = Session.objects.filter(
        is_live=True, starts_at__gte=start, starts_at__lt=end, course__published_at__isnull=False
    )
    count = 0
    for session in due.select_related("course").order_by("pk"):
        where = f"{session.place}، {session.room}" if session.room else session.place
        params = {"course": session.course.name, "topic": session.topic, "at": session.starts_at, "place": where}
        seated = session.course.registrations.filter(status=RegistrationStatus.REGISTERED)
        for row in seated.select_related("person__user").order_by("pk"):
            tell(texts.REMINDER, row, params, key=f"reminder:{session.pk}:{tomorrow.isoformat()}", now=now)
            count += 1
    return count
