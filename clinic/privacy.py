"""What keeps a group's figures from telling of one unit. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

FEWEST_UNITS: Final = 5
"""Units a figure about a group needs: below, those who know the trade would know whom it is about."""

Key = TypeVar("Key", bound=Hashable)


def hide_few(counts: Mapping[Key, int]) -> dict[Key, int]:
    """The parts of one whole that may be shown: none under five, and none from which a hidden one could be worked out.

    Who knows the whole subtracts what is shown; so what is hidden must be nothing, or five units and more in two parts and
    more. Parts of nought are left as they are: they tell of no unit.
    """
    shown = {key: count for key, count in counts.items() if count == 0 or count >= FEWEST_UNITS}
    hidden = [count for count in counts.values() if 0 < count < FEWEST_UNITS]
    while hidden and (sum(hidden) < FEWEST_UNITS or len(hidden) < 2):
        rest = [key for key, count in shown.items() if count]
        if not rest:
            # Nothing is left to hide behind: a nought beside the whole would tell where the few are.
            return {}
        smallest = min(rest, key=lambda key: shown[key])
        hidden.append(shown.pop(smallest))
    return shown
