"""`{% load treatment_texts %}`: figures of readings as people read them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext as _

from clinic.treatment.choices import Indicator
from clinic.treatment.effects import Share
from core.fields.language import active_language, with_percent
from core.persian.digits import format_number
from core.persian.money import format_rials

register = template.Library()


@register.filter
def figure(value: Any, indicator: str) -> str:
    """A value of this indicator with its unit; empty when it is unknown."""
    if value is None:
        return ""
    language = active_language()
    number = Decimal(value)
    if indicator == Indicator.CAPACITY:
        return str(with_percent(format_number(_short(number), language=language)))
    if indicator == Indicator.STAFF:
        return str(_("%(number)s people") % {"number": format_number(int(number), language=language)})
    return str(format_rials(abs(int(number)), language=language))


@register.filter
def signed_figure(value: Any, indicator: str) -> str:
    """A difference with its sign; a dash when it is unknown, a word when nothing changed."""
    if value is None:
        return "–"
    if not value:
        return _("unchanged")
    size = abs(Decimal(value))
    words = figure(size, indicator)
    if indicator == Indicator.CAPACITY:
        # From 10 to 15 percent is five points more, and half as much again: "5 % more" would be neither.
        words = _("%(number)s percentage points") % {"number": short(size)}
    return _("%(figure)s more") % {"figure": words} if value > 0 else _("%(figure)s less") % {"figure": words}


@register.filter
def short(value: Any) -> str:
    """A number without places that say nothing: 16, 6.5."""
    return "" if value is None else str(format_number(_short(Decimal(value)), language=active_language()))


@register.filter
def share_percent(value: float) -> str:
    """A share from 0 to 1 in whole percent, with the sign of the language."""
    return str(with_percent(format_number(round(100 * value), language=active_language())))


@register.filter
def interval(share: Share) -> str:
    """From where to where a share lies, in percent."""
    return _("%(low)s to %(high)s") % {"low": share_percent(share.low), "high": share_percent(share.high)}


def _short(number: Decimal) -> Decimal | int:
    return int(number) if number == number.to_integral_value() else number.normalize()
