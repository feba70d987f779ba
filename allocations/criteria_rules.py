"""Rules of computed criteria: data in, points out. Pure: no Django, no clock.

A rule is one JSON object that names its `input` (a field of the form) and one way to give points, all in hundredths:

    {"input": "years_licensed", "bands": [{"from": 0, "points": 0}, {"from": 3, "points": 4000}, {"from": 10, "points": 10000}]}
    {"input": "jobs_promised", "per_unit": 1000}
    {"input": "licence_kind", "values": {"CRAFT_WORKSHOP_LICENCE": 10000, "ARTISAN_CARD": 5000}, "otherwise": 0}
    {"input": "guild_member", "yes": 10000, "no": 0}

Bands: the last one whose `from` is not above the answer counts. Points are never above the criterion's maximum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NUMBERS = frozenset(
    {
        "years_licensed",
        "jobs_now",
        "jobs_promised",
        "investment_rials",
        "apprentices_trained",
        "fairs_attended",
        "quality_seals",
    }
)
"""Inputs that are whole numbers: bands or points per unit."""

WORDS = frozenset({"licence_kind", "workplace_kind"})
"""Inputs that are one of several codes: points by value."""

TRUTHS = frozenset({"guild_member", "cluster_member", "master_craftsman", "lives_in_county"})
"""Inputs that are yes or no."""

_SHAPES = {
    "bands": {"input", "bands"},
    "per_unit": {"input", "per_unit"},
    "values": {"input", "values", "otherwise"},
    "yes": {"input", "yes", "no"},
}
_FITS = {"bands": NUMBERS, "per_unit": NUMBERS, "values": WORDS, "yes": TRUTHS}


class RuleError(ValueError):
    """A rule that cannot be used; `code` says why: not_a_rule, unknown_input, wrong_way, bad_bands, bad_points."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Computed:
    """Points of one criterion and what they come from. `band_from` is the lower end of the band that counted."""

    points: int
    input: str
    answer: int | str | None
    band_from: int | None = None


def check(rule: object, *, maximum: int) -> None:
    """Raise RuleError unless `rule` is one of the four shapes with points from 0 to `maximum`."""
    if not isinstance(rule, Mapping):
        raise RuleError("not_a_rule")
    way = _way(rule)
    if rule["input"] not in NUMBERS | WORDS | TRUTHS:
        raise RuleError("unknown_input")
    if rule["input"] not in _FITS[way]:
        raise RuleError("wrong_way")
    if way == "bands":
        _check_bands(rule["bands"])
    if way == "values" and not (isinstance(rule["values"], Mapping) and rule["values"]):
        raise RuleError("bad_points")
    points = _all_points(rule, way)
    if not points or not all(_is_whole(value) and 0 <= value <= maximum for value in points):
        raise RuleError("bad_points")


def compute(rule: Mapping[str, Any], answers: Mapping[str, Any], *, maximum: int) -> Computed:
    """Points for the answers of a form (field name → value; a missing answer counts as 0, no or no code).

    `rule` must have passed `check`; RuleError otherwise.
    """
    check(rule, maximum=maximum)
    name = str(rule["input"])
    answer = answers.get(name)
    way = _way(rule)
    if way == "values":
        word = str(answer or "")
        return Computed(min(maximum, rule["values"].get(word, rule["otherwise"])), name, word or None)
    number = int(answer or 0)
    if way == "yes":
        return Computed(min(maximum, rule["yes"] if number else rule["no"]), name, int(bool(number)))
    if way == "per_unit":
        return Computed(min(maximum, number * rule["per_unit"]), name, number)
    reached = [band for band in rule["bands"] if band["from"] <= number]
    if not reached:
        return Computed(0, name, number)
    return Computed(min(maximum, reached[-1]["points"]), name, number, reached[-1]["from"])


def _way(rule: Mapping[str, Any]) -> str:
    if not isinstance(rule.get("input"), str):
        raise RuleError("not_a_rule")
    for way, names in _SHAPES.items():
        if set(rule) == names:
            return way
    raise RuleError("not_a_rule")


def _check_bands(bands: object) -> None:
    if not isinstance(bands, Sequence) or isinstance(bands, str) or not bands:
        raise RuleError("bad_bands")
    if not all(isinstance(band, Mapping) and set(band) == {"from", "points"} for band in bands):
        raise RuleError("bad_bands")
    starts = [band["from"] for band in bands]
    if not all(_is_whole(start) and start >= 0 for start in starts) or starts != sorted(set(starts)):
        raise RuleError("bad_bands")


def _all_points(rule: Mapping[str, Any], way: str) -> list[Any]:
    if way == "bands":
        return [band["points"] for band in rule["bands"]]
    if way == "values":
        return [*rule["values"].values(), rule["otherwise"]]
    return [rule["per_unit"]] if way == "per_unit" else [rule["yes"], rule["no"]]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
