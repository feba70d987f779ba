"""The dashboards of the demo: the rules of the lights, and everything worked out. Runs last: it reads what the others made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from accounts.choices import Role
from accounts.models import User
from core.jobs import services as jobs
from core.metrics import services as live_figures
from programs.choices import ProgrammeGroup
from programs.dashboards.models import LightRule
from programs.dashboards.services import pictures, rules, snapshots

RULES: Final = {group: (Decimal(-5), Decimal(-15)) for group in ProgrammeGroup} | {
    # A plan over three years leaves more room to catch up.
    ProgrammeGroup.OUTLOOK_3Y: (Decimal(-8), Decimal(-20))
}


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """Set the rules, read the live figures, draw the plans and work the programmes out; again: no change but their age."""
    known = set(LightRule.objects.values_list("group", flat=True))
    for group, (amber, red) in RULES.items():
        if group not in known:
            rules.set_rule(group=group, amber=amber, red=red, by=cast[Role.ADMIN][0], now=now)
    live_figures.refresh(now=now)
    jobs.drain(kinds=(snapshots.KIND,))
    rows = snapshots.recompute(now=now)
    pictures.redraw(now=now)
    say(f"dashboards: {rows} months of programmes worked out")
