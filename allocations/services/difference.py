"""What changed between two frozen lists, or between the outcomes of two runs: public, by opaque id only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from allocations.engine import Application, Plot, ResultLine

Json = dict[str, Any]


def of_lists(
    before: tuple[str, Sequence[Plot], Sequence[Application]], after: tuple[str, Sequence[Plot], Sequence[Application]]
) -> Json:
    """Each side is (text of rules.json, plots, applications).

    Returns ``rules`` and ``plots`` (names of what differs), ``added`` and ``removed`` (application ids), ``changed``
    ({application: [names of the fields that differ]}).
    """
    old, new = ({one.application: one for one in side[2]} for side in (before, after))
    return {
        "rules": _differing_keys(before[0], after[0]),
        "plots": sorted(plot.plot for plot in set_difference(before[1], after[1])),
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
        "changed": {
            one: fields for one in sorted(old.keys() & new.keys()) if (fields := _differing_fields(old[one], new[one]))
        },
    }


def of_results(before: Sequence[ResultLine], after: Sequence[ResultLine]) -> Json:
    """``applications``: {application: {"before": plot or null, "after": plot or null}} of those whose plot differs;

    ``added`` and ``removed`` are application ids that stand in one of the two only.
    """
    old, new = ({line.application: line.plot for line in side} for side in (before, after))
    return {
        "applications": {
            one: {"before": old[one], "after": new[one]}
            for one in sorted(old.keys() & new.keys())
            if old[one] != new[one]
        },
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
    }


def set_difference(one: Sequence[Plot], other: Sequence[Plot]) -> list[Plot]:
    """Plots that do not stand alike on both sides, each code once."""
    left, right = ({plot.plot: plot for plot in side} for side in (one, other))
    codes = sorted(code for code in left.keys() | right.keys() if left.get(code) != right.get(code))
    return [left.get(code) or right[code] for code in codes]


def _differing_keys(before: str, after: str) -> list[str]:
    old, new = json.loads(before), json.loads(after)
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _differing_fields(before: Application, after: Application) -> list[str]:
    names = ("trade", "groups", "points", "score", "submitted_at", "amount", "choices")
    return [name for name in names if _plain(getattr(before, name)) != _plain(getattr(after, name))]


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value
