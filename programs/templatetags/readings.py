"""`{% load readings %}`: what a reading says, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.fields.language import active_language, with_percent
from core.persian.digits import format_number
from programs.month_codes import code_of

register = template.Library()


def plain(value: Any) -> str:
    """A number in the reader's digits without idle zeros; "" for none."""
    if value is None:
        return ""
    number = value if isinstance(value, int) else Decimal(format(Decimal(value).normalize(), "f"))
    return format_number(number, language=active_language())


@register.filter
def figure(value: Any) -> str:
    """A bare number, without idle zeros."""
    return plain(value)


@register.filter
def says(reading: Any) -> SafeString | str:
    """The value of a reading: ۴۵٪, allocated and paid rials, a number, or a ratio as one number over the other."""
    if reading is None:
        return ""
    if reading.percent is not None:
        return format_html("<bdi>{}</bdi>", with_percent(plain(reading.percent)))
    if reading.allocated is not None:
        return format_html(
            '<span class="pair"><span>{} <bdi>{}</bdi></span><span>{} <bdi>{}</bdi></span></span>',
            _("allocated"), plain(reading.allocated), _("paid"), plain(reading.paid),
        )  # fmt: skip
    if reading.numerator is not None:
        return format_html(
            "<bdi>{}</bdi> {} <bdi>{}</bdi>", plain(reading.numerator), _("out of"), plain(reading.denominator)
        )
    return format_html("<bdi>{}</bdi>", plain(reading.value))


@register.filter
def month_code(month: Any) -> str:
    """`1405-08`, for addresses."""
    return code_of(month)


@register.filter
def holds(values: Any, one: Any) -> bool:
    """Whether `one` is among `values`."""
    return one in values
