"""PURE: planned curve, earned value, trend and lights; values in, values out (no Django, no clock)."""

from programs.forecast.curve import at, deviation, joined, months_between
from programs.forecast.earned_value import Work, earned_value
from programs.forecast.lights import DEFAULT_RULE, light
from programs.forecast.trend import needed_per_month, trend
from programs.forecast.values import Curve, EarnedValue, Light, Month, Part, Rule, Trend, TrendState

__all__ = [
    "DEFAULT_RULE",
    "Curve",
    "EarnedValue",
    "Light",
    "Month",
    "Part",
    "Rule",
    "Trend",
    "TrendState",
    "Work",
    "at",
    "deviation",
    "earned_value",
    "joined",
    "light",
    "months_between",
    "needed_per_month",
    "trend",
]
