"""When a consultant can be met, kept by himself: hours of the week and days he is away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import Weekday
from clinic.consultants.errors import HoursOverlap
from clinic.consultants.models import Absence, Availability, Consultant
from clinic.consultants.models.hours import EARLIEST, LATEST
from clinic.consultants.permissions import OWN, require
from clinic.consultants.services.writing import insert, locked_consultant, named_refusals
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date

LONGEST_AWAY = timedelta(days=366)
MOST_ABSENCES = 40
"""Absences ahead that one consultant may enter."""

Span = tuple[int, time, time]
"""Day of the week, from, until."""


def set_hours(*, consultant_id: int, spans: Iterable[Span], by: Any, now: datetime) -> Consultant:
    """Say the hours of every week, all at once. Appointments that were made before stay. Raises PermissionRefused, NotFound,
    InvalidInput, HoursOverlap."""
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        require(by, OWN, row)
        wanted = sorted(set(spans))
        for span in wanted:
            _refuse_odd_span(span)
        for (day, _start, end), (next_day, start, _end) in pairwise(wanted):
            if day == next_day and start < end:
                raise HoursOverlap(HoursOverlap.default_message, field=f"day_{day}")
        known = {(one.weekday, one.starts_at, one.ends_at): one for one in row.availability.all()}
        gone = [one.pk for span, one in known.items() if span not in wanted]
        row.availability.filter(pk__in=gone).delete()
        new = [span for span in wanted if span not in known]
        with named_refusals():
            Availability.objects.bulk_create(
                Availability(consultant=row, weekday=weekday, starts_at=starts_at, ends_at=ends_at)
                for weekday, starts_at, ends_at in new
            )
        if set(known) != set(wanted):
            record(action="consultants.hours.set", by=by, target=row, now=now, data={"spans": len(wanted)})
    return row


def add_absence(
    *, consultant_id: int, starts_on: date, ends_on: date, by: Any, now: datetime, note: str = ""
) -> Absence:
    """Days on which nobody can book; appointments that were made before stay and have to be moved. Raises PermissionRefused,
    NotFound, InvalidInput, AbsenceOverlap."""
    with transaction.atomic():
        row = locked_consultant(consultant_id)
        require(by, OWN, row)
        today = tehran_date(now)
        if ends_on < starts_on:
            raise InvalidInput(_("The last day is before the first."), field="ends_on", code="order")
        if ends_on < today:
            raise InvalidInput(_("These days are over."), field="ends_on", code="over")
        if ends_on - starts_on > LONGEST_AWAY:
            raise InvalidInput(_("An absence is a year at most. Ask the lead to let you rest."), field="ends_on")
        if row.absences.filter(ends_on__gte=today).count() >= MOST_ABSENCES:
            raise InvalidInput(_("There are too many absences ahead."), code="too_many")
        absence = Absence(consultant=row)
        values = {"starts_on": starts_on, "ends_on": ends_on, "note": note}
        insert(absence, values, allowed=frozenset(values))
        record(action="consultants.absence.added", by=by, target=absence, now=now)
    return absence


def remove_absence(*, absence_id: int, by: Any, now: datetime) -> None:
    """Be there after all. Raises PermissionRefused, NotFound."""
    consultant_id = Absence.objects.filter(pk=absence_id).values_list("consultant_id", flat=True).first()
    with transaction.atomic():
        require(by, OWN, locked_consultant(consultant_id))
        row = Absence.objects.filter(pk=absence_id).first()
        if row is None:
            raise NotFound()
        record(action="consultants.absence.removed", by=by, target=row, now=now)
        row.delete()


def _refuse_odd_span(span: Span) -> None:
    weekday, starts_at, ends_at = span
    if weekday not in Weekday.values:
        raise InvalidInput(_("There is no such day of the week."), code="weekday")
    field = f"day_{weekday}"
    if ends_at <= starts_at:
        raise InvalidInput(_("The hours end before they begin."), field=field, code="order")
    if starts_at < EARLIEST or ends_at > LATEST:
        raise InvalidInput(
            _("Hours lie between 6 in the morning and 10 at night."), field=field, code="too_early_or_late"
        )
