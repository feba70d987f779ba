"""`{% load units %}`: bands and percentages of units."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django import template
from django.utils.safestring import SafeString

from clinic.units.choices import Band, WarningStatus
from clinic.units.models import WarningEntry
from core.templatetags.persian import fa_number, percent_sign
from core.web.components.page import status_tag

register = template.Library()

TONES: Final = {Band.CLOSED: "stop", Band.IDLE: "warn", Band.SEMI_ACTIVE: "info", Band.ACTIVE: "ok"}
"""What a band looks like: the less is made, the more it calls for attention."""


@register.simple_tag
def band_tag(band: Band | None) -> SafeString:
    """The band as word, sign and colour; nothing for a unit that was never measured."""
    return status_tag(band.value, str(band.label), TONES[band]) if band is not None else SafeString("")


@register.simple_tag
def warning_tag(entry: WarningEntry) -> SafeString:
    """The state of a warning: what is still to be done calls for attention."""
    tone = {WarningStatus.OPEN: "warn", WarningStatus.REQUEST_OPENED: "info"}.get(
        WarningStatus(entry.status), "neutral"
    )
    return status_tag(entry.status, entry.get_status_display(), tone)


@register.filter
def percent(value: Any) -> str:
    """A percentage without idle places: ۴۲٫۵٪, ۴۰٪."""
    if value is None:
        return ""
    number = Decimal(value)
    return percent_sign(fa_number(number, 0 if number == number.to_integral_value() else 1))
