"""Red, amber or green: by one rule that is shown beside the light."""

from __future__ import annotations

from decimal import Decimal

from programs.forecast.values import Light, Rule

DEFAULT_RULE = Rule()


def light(deviation: Decimal | None, rule: Rule = DEFAULT_RULE) -> Light:
    """The light for a deviation in points: green from `rule.amber` up, red below `rule.red`, amber between.

    −5.00 still is green and −15.00 still amber (domain notes §3.3).
    """
    if deviation is None:
        return Light.UNKNOWN
    if deviation >= rule.amber:
        return Light.GREEN
    return Light.AMBER if deviation >= rule.red else Light.RED
