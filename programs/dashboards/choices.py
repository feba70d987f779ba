"""Words of the dashboards."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LightColour(TextChoices):
    """Lights; values are those of `programs.forecast.Light`."""

    GREEN = "GREEN", _("green")
    AMBER = "AMBER", _("amber")
    RED = "RED", _("red")
    UNKNOWN = "UNKNOWN", _("not known yet")


class Outlook(TextChoices):
    """What the trend says of the end; values are those of `programs.forecast.TrendState`."""

    DONE = "DONE", _("finished")
    EXPECTED = "EXPECTED", _("expected by the pace of late")
    STANDING_STILL = "STANDING_STILL", _("no end in sight: nothing has moved of late")
    TOO_FEW = "TOO_FEW", _("too few readings to tell")


class ReportFileKind(TextChoices):
    """What a file of a monthly report is. Only the public one is ever shown to everybody."""

    PAPER = "PAPER", _("report")
    PUBLIC = "PUBLIC", _("public report")
    SLIDE = "SLIDE", _("slide")


LIGHT_TONES = {
    LightColour.GREEN: "ok",
    LightColour.AMBER: "warn",
    LightColour.RED: "stop",
    LightColour.UNKNOWN: "neutral",
}
"""The tone (sign and colour) in which a light is shown; the word stands beside it."""
