"""`{% load dashboards %}`: lights, ends and changes in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from programs.dashboards import wording
from programs.dashboards.reports import blocks

register = template.Library()

register.filter("rule_text", wording.rule_text)


def _known(value: Any) -> Any:
    """Templates give "" for what a programme without a state does not have."""
    return None if value == "" else value


@register.filter
def deviation_text(deviation: Any) -> str:
    """Done less planned, in words."""
    return wording.deviation_text(_known(deviation))


@register.filter
def change_text(change: Any) -> str:
    """A change with its sign."""
    return wording.change_text(_known(change))


@register.filter
def number(value: Any) -> str:
    """A number without idle zeros; "" for none."""
    return wording.number_text(_known(value))


register.filter("percent_of", blocks.percent)


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
