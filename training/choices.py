"""Words the tables of courses are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(models.TextChoices):
    """For whom a course is held."""

    CRAFTSPEOPLE = "CRAFTSPEOPLE", _("craftspeople")
    ENGINEERS = "ENGINEERS", _("engineers")
    MANAGERS = "MANAGERS", _("owners and managers of units")
    CLUSTER_MEMBERS = "CLUSTER_MEMBERS", _("members of a cluster")
    PUBLIC = "PUBLIC", pgettext_lazy("audience", "everybody")


class CourseStatus(models.TextChoices):
    """Life of a course. RUNNING and FINISHED follow from its dates; CLOSED means that everybody's result is settled."""

    DRAFT = "DRAFT", pgettext_lazy("course", "draft")
    PUBLISHED = "PUBLISHED", pgettext_lazy("course", "announced")
    RUNNING = "RUNNING", pgettext_lazy("course", "running")
    FINISHED = "FINISHED", pgettext_lazy("course", "finished, results to come")
    CLOSED = "CLOSED", pgettext_lazy("course", "finished")
    CANCELLED = "CANCELLED", pgettext_lazy("course", "cancelled")


class RegistrationStatus(models.TextChoices):
    """Where a person stands in a course."""

    WAITING = "WAITING", pgettext_lazy("registration", "on the waiting list")
    REGISTERED = "REGISTERED", pgettext_lazy("registration", "registered")
    CANCELLED = "CANCELLED", pgettext_lazy("registration", "cancelled")
    COMPLETED = "COMPLETED", pgettext_lazy("registration", "passed")
    FAILED = "FAILED", pgettext_lazy("registration", "not passed")


SEATED = (RegistrationStatus.REGISTERED, RegistrationStatus.COMPLETED, RegistrationStatus.FAILED)
"""States in which a registration takes a seat."""

LIVE = (RegistrationStatus.WAITING, *SEATED)
"""States of which a person has one at most in a course."""


class AttendanceState(models.TextChoices):
    """One person in one session. LATE counts as present; EXCUSED counts neither for nor against."""

    PRESENT = "PRESENT", pgettext_lazy("attendance", "present")
    LATE = "LATE", pgettext_lazy("attendance", "late")
    EXCUSED = "EXCUSED", pgettext_lazy("attendance", "excused")
    ABSENT = "ABSENT", pgettext_lazy("attendance", "absent")


ATTENDED = (AttendanceState.PRESENT, AttendanceState.LATE)
"""States that count as having been there."""
