"""States of a job."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobStatus(models.TextChoices):
    """Where a job stands. QUEUED and RUNNING are live; the other three are ends."""

    QUEUED = "QUEUED", _("Waiting")
    RUNNING = "RUNNING", _("Running")
    DONE = "DONE", _("Done")
    FAILED = "FAILED", _("Refused")
    """The rules refused it (a DomainError): trying again cannot help, and its sentence is for the person who asked."""
    PARKED = "PARKED", _("Set aside")
    """It failed as often as it may; staff have been told, and may queue it again."""


LIVE = (JobStatus.QUEUED, JobStatus.RUNNING)
