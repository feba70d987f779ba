"""The rules in force."""

from __future__ import annotations

from clinic.units.bands import DEFAULT, Thresholds
from clinic.units.models import BandRule, WarningRule
from clinic.units.warning import DEFAULTS, Rule


def thresholds() -> Thresholds:
    """Where the bands begin now; the domain's own limits while nobody has set others. 1 query."""
    row = BandRule.objects.filter(is_active=True).first()
    return Thresholds(row.closed_up_to, row.idle_up_to, row.semi_active_up_to) if row else DEFAULT


def warning_rules() -> tuple[Rule, ...]:
    """The rules that warn now: as they were tuned, else as they came. 1 query."""
    rows = {row.code: row for row in WarningRule.objects.all()}
    kept = [rule for rule in DEFAULTS if rule.code not in rows]
    tuned = [Rule(row.code, row.weight, row.threshold) for row in rows.values() if row.is_active]
    return (*kept, *tuned)
