"""The matching in plain Python, written to be read: applicant-proposing deferred acceptance.

Gale and Shapley (1962), "College admissions and the stability of marriage"; Abdulkadiroğlu and Sönmez
(2003), "School choice: a mechanism design approach". The fast path must agree with this on every input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocations.engine.priority import is_eligible, standing, tier
from allocations.engine.values import Application, Plot, Priority, Rules


def match(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
) -> dict[str, str]:
    """Who gets which plot: application id to plot code, without those who get none.

    Everyone without a plot asks for the best plot on his list that has not refused him; every plot keeps
    the best of those who asked. `numbers` are the draw numbers by application id.
    """
    by_code = {plot.plot: plot for plot in plots}
    stands = {one.application: standing(rules, one, numbers[one.application]) for one in applications}
    holders: dict[str, tuple[Priority, Application]] = {}
    not_yet_asked = {one.application: iter(one.choices) for one in applications}
    asking = list(applications)
    while asking:
        one = asking.pop()
        for code in not_yet_asked[one.application]:
            plot = by_code[code]
            if not is_eligible(one, plot):
                continue
            own = (tier(one, plot), *stands[one.application])
            held = holders.get(code)
            if held is None:
                holders[code] = (own, one)
                break
            if own < held[0]:
                holders[code] = (own, one)
                asking.append(held[1])
                break
    return {held.application: code for code, (_, held) in holders.items()}
