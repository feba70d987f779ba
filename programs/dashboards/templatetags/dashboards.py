"""`{% load dashboards %}`: lights, ends and changes in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from programs.dashboards import wording

register = template.Library()

register.filter("rule_text", wording.rule_text)
register.filter("deviation_text", wording.deviation_text)
register.filter("change_text", wording.change_text)
register.filter("number", wording.number_text)


@register.filter
def end_of(state: Any) -> str:
    """The expected end of a kept state or a `Standing`."""
    return wording.end_text(*_trend(state)[:2])


@register.filter
def range_of(state: Any) -> str:
    """Its range."""
    trend, _expected, earliest, latest = _trend(state)
    return wording.range_text(trend, earliest, latest)


@register.filter
def needed_of(state: Any, ends_on: date) -> str:
    """What must happen each month until the plan ends."""
    return wording.needed_text(state.needed, ends_on)


def _trend(state: Any) -> tuple[str, date | None, date | None, date | None]:
    trend = state.trend if isinstance(state.trend, str) else state.trend.state.value
    return trend, state.expected, state.earliest, state.latest
