"""Life of a wish."""

from __future__ import annotations

from core.transitions import Table, Transition, register, sources
from programs.demand.choices import WishStatus
from programs.demand.permissions import OWN

WISH = register(
    Table(
        name="demand.wish",
        states=tuple(WishStatus.values),
        initial=WishStatus.LIVE,
        ends=sources(WishStatus.WITHDRAWN, WishStatus.LAPSED),
        transitions=(
            Transition("withdraw", sources(WishStatus.LIVE), WishStatus.WITHDRAWN, OWN, "demand.wish.withdrawn"),
            Transition("lapse", sources(WishStatus.LIVE), WishStatus.LAPSED, "system", "demand.wish.lapsed"),
        ),
    )
)
