"""An appointment as a file for calendars (RFC 5545). Nothing of the unit stands in it: calendars are synchronised elsewhere."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from clinic.cases.models import Appointment
from clinic.cases.wording import where_text

BEFORE = timedelta(days=-1)


def calendar_file(row: Appointment, *, host: str, url: str) -> bytes:
    """The talk as an event with a reminder the day before; `host` makes its id unique, `url` is the page of its request."""
    event = Event()
    event.add("uid", f"clinic-talk-{row.pk}@{host}")
    event.add("dtstamp", row.booked_at)
    event.add("dtstart", row.starts_at)
    event.add("dtend", row.ends_at)
    event.add("summary", _("Industry clinic: talk with %(consultant)s") % {"consultant": row.consultant.name})
    event.add("location", where_text(row))
    event.add("url", url)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Tomorrow: appointment at the industry clinic"))
    alarm.add("trigger", BEFORE)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Zanjan Industrial Estates Company//Industry clinic//FA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
