"""`{% load persian %}`: numbers, dates and money in the digits of the active language; dates are always Jalali.

Every filter gives "" for None and for an empty value, so that a missing fact prints as nothing.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.fields.language import active_language, local_digits, with_percent
from core.persian import dates, digits, identifiers, money

register = template.Library()

_EMPTY = (None, "")


@register.filter
def fa_digits(value: Any) -> str:
    """Digits of the page's language, nothing else changed: for codes, years and what is not to be grouped."""
    return "" if value in _EMPTY else local_digits(value)


@register.filter
def fa_number(value: Any, places: int | None = None) -> str:
    """A number with separators; `places` rounds it: `{{ area|fa_number:1 }}`."""
    if value in _EMPTY:
        return ""
    number = value if isinstance(value, int) and places is None else Decimal(str(value))
    if places is not None:
        number = round(Decimal(number), places)
    return digits.format_number(number, language=active_language())


@register.filter
def percent_sign(text: str | None) -> str:
    """A written number with the percent sign of the language: `{{ share|fa_number:1|percent_sign }}`."""
    return with_percent(text or "")


@register.filter
def jalali(value: Any, style: dates.DateStyle = "short") -> str:
    """A date or moment in Jalali; `style` is short, long, full or month."""
    return "" if value in _EMPTY else dates.format_date(value, style, language=active_language())


@register.filter
def jalali_datetime(value: Any, style: dates.DateStyle = "short") -> str:
    """A moment in Tehran, Jalali date and time; `style` as in `jalali`."""
    return "" if value in _EMPTY else dates.format_datetime(value, style, language=active_language())


@register.filter
def jalali_ago(value: Any, now: dt.datetime) -> str:
    """How long before `now` a moment was: `{{ event.at|jalali_ago:now }}`; after 30 days, or ahead, its date."""
    if value in _EMPTY:
        return ""
    seconds = (now - value).total_seconds()
    days = int(seconds // 86_400)
    if seconds < 0 or days >= 30:
        return dates.format_date(value, "long", language=active_language())
    if seconds < 60:
        return _("just now")
    if seconds < 3600:
        count = int(seconds // 60)
        return ngettext("%(count)s minute ago", "%(count)s minutes ago", count) % {"count": local_digits(count)}
    if days < 1:
        count = int(seconds // 3600)
        return ngettext("%(count)s hour ago", "%(count)s hours ago", count) % {"count": local_digits(count)}
    return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": local_digits(days)}


@register.filter
def rials(value: Any) -> str:
    """An amount of rials with its unit."""
    return "" if value in _EMPTY else money.format_rials(int(value), language=active_language())


@register.filter
def tomans(value: Any) -> str:
    """An amount given in rials, shown in tomans with the unit."""
    return "" if value in _EMPTY else money.format_tomans(int(value), language=active_language())


@register.filter
def rials_in_words(value: Any) -> str:
    """An amount of rials in words with its unit."""
    return "" if value in _EMPTY else money.rials_in_words(int(value), language=active_language())


@register.filter
def ltr(value: Any) -> SafeString:
    """A code, phone number or date kept together left to right inside Persian text; escaped."""
    return SafeString("") if value in _EMPTY else format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def national_code_masked(value: Any) -> str:
    """A national code of which only the last four digits can be read."""
    return "" if value in _EMPTY else identifiers.mask_national_code(str(value))


@register.filter
def mobile_masked(value: Any) -> str:
    """A mobile number without its middle."""
    return "" if value in _EMPTY else identifiers.mask_mobile(str(value))
