"""What participants are told about their courses."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

REGISTERED = template(
    "training.registered",
    sms=_("You have a seat in the course “%(course)s”, which begins on %(day)s at %(place)s."),
    portal=_("You have a seat in the course “%(course)s”, which begins on %(day)s at %(place)s."),
)
WAITING = template(
    "training.waiting",
    sms=_(
        "The course “%(course)s” is full. You are number %(place)s on the waiting list; we tell you when a seat is free."
    ),
    portal=_(
        "The course “%(course)s” is full. You are number %(place)s on the waiting list; we tell you when a seat is free."
    ),
)
PROMOTED = template(
    "training.promoted",
    sms=_(
        "A seat became free: you are registered for the course “%(course)s”, which begins on %(day)s at %(place)s. "
        "If you cannot come, cancel on the portal so that the next person gets the seat."
    ),
    portal=_(
        "A seat became free: you are registered for the course “%(course)s”, which begins on %(day)s at %(place)s."
    ),
)
CANCELLED = template(
    "training.cancelled",
    portal=_("Your registration for the course “%(course)s” was cancelled."),
)
COURSE_CANCELLED = template(
    "training.course_cancelled",
    sms=_("The course “%(course)s” was cancelled. The reason: %(reason)s"),
    portal=_("The course “%(course)s” was cancelled. The reason: %(reason)s"),
)
LIST_LAPSED = template(
    "training.list_lapsed",
    sms=_("The course “%(course)s” has begun and no seat became free. Look on the portal for the next courses."),
    portal=_("The course “%(course)s” has begun and no seat became free. Look on the portal for the next courses."),
)
CHANGED = template(
    "training.session_changed",
    sms=_("Course “%(course)s”: the session “%(topic)s” is now on %(at)s, %(place)s."),
    portal=_("Course “%(course)s”: the session “%(topic)s” is now on %(at)s, %(place)s."),
)
REMINDER = template(
    "training.reminder",
    sms=_("Tomorrow: course “%(course)s”, session “%(topic)s”, %(at)s, %(place)s."),
    portal=_("Tomorrow: course “%(course)s”, session “%(topic)s”, %(at)s, %(place)s."),
)
PASSED = template(
    "training.passed",
    sms=_(
        "You passed the course “%(course)s”. Number of your certificate: %(code)s. Fetch it on the portal: My courses."
    ),
    portal=_("You passed the course “%(course)s”. Number of your certificate: %(code)s. Fetch it under My courses."),
)
NOT_PASSED = template(
    "training.not_passed",
    portal=_(
        "The course “%(course)s” is over and you did not pass it. My courses shows your attendance and your marks."
    ),
)
REVOKED = template(
    "training.revoked",
    sms=_("Your certificate %(code)s was revoked. The reason: %(reason)s"),
    portal=_("Your certificate %(code)s was revoked. The reason: %(reason)s"),
)
