"""What is said about requests and appointments. What a unit wrote stays on the portal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

RECEIVED = template(
    "clinic.request_received",
    sms=_("The industry clinic has your request. Its number: %(number)s. You can follow it on the portal."),
    portal=_("The industry clinic has your request %(number)s. You can follow it under My clinic requests."),
)
NEW_REQUEST = template(
    "clinic.request_new",
    portal=_("A request to the clinic has come in: %(number)s, %(service)s."),
)
ADMITTED = template(
    "clinic.request_admitted",
    sms=_("The industry clinic has admitted your request %(number)s. What follows stands on the portal."),
    portal=_("The industry clinic has admitted your request %(number)s. The page of the request says what follows."),
)
REFUSED = template(
    "clinic.request_refused",
    sms=_("The industry clinic could not admit your request %(number)s. The reason stands on the portal."),
    portal=_("The industry clinic could not admit your request %(number)s. Its page says why and what you can do."),
)
ANSWERED = template(
    "clinic.request_answered",
    sms=_("The industry clinic has answered your request %(number)s. Read the answer on the portal."),
    portal=_("The industry clinic has answered your request %(number)s. Read the answer on its page."),
)
BOOKED = template(
    "clinic.appointment_booked",
    sms=_("Your appointment at the industry clinic: %(at)s, %(how)s, with %(consultant)s."),
    portal=_("Your appointment for the request %(number)s: %(at)s, %(how)s, with %(consultant)s."),
)
BOOKED_WITH_YOU = template(
    "clinic.appointment_booked_with_you",
    portal=_("A talk with you is booked: %(at)s, %(how)s, request %(number)s."),
)
CANCELLED = template(
    "clinic.appointment_cancelled",
    sms=_("The appointment at the industry clinic on %(at)s is cancelled. Choose another time on the portal."),
    portal=_("The appointment on %(at)s for the request %(number)s is cancelled."),
)
CANCELLED_WITH_YOU = template(
    "clinic.appointment_cancelled_with_you",
    sms=_("The talk on %(at)s, request %(number)s, is cancelled."),
    portal=_("The talk on %(at)s, request %(number)s, is cancelled."),
)
REMINDER = template(
    "clinic.appointment_reminder",
    sms=_("Tomorrow: appointment at the industry clinic, %(at)s, %(how)s, with %(consultant)s."),
    portal=_("Tomorrow: appointment at the industry clinic, %(at)s, %(how)s, with %(consultant)s."),
)
REMINDER_OF_TALK = template(
    "clinic.appointment_reminder_of_talk",
    sms=_("Tomorrow: a talk of the industry clinic, %(at)s, %(how)s, request %(number)s."),
    portal=_("Tomorrow: a talk of the industry clinic, %(at)s, %(how)s, request %(number)s."),
)
