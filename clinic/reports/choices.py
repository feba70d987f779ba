"""Words of diagnostic reports."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class ReportStatus(models.TextChoices):
    """Life of one version of a report."""

    WAITING = "WAITING", pgettext_lazy("diagnostic report", "waits for signatures")
    SIGNED = "SIGNED", pgettext_lazy("diagnostic report", "signed")
    SUPERSEDED = "SUPERSEDED", pgettext_lazy("diagnostic report", "replaced by a later version")
    LAPSED = "LAPSED", pgettext_lazy("diagnostic report", "closed without all signatures")


CURRENT: Final = (ReportStatus.WAITING, ReportStatus.SIGNED, ReportStatus.LAPSED)
"""A case has one version at most in these: no later one took its place."""
