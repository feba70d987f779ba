"""The rule of the lights."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from core.writing import write
from programs.dashboards import permissions
from programs.dashboards.models import LightRule
from programs.dashboards.services import snapshots


def set_rule(*, group: str, amber: Decimal, red: Decimal, by: Any | None, now: datetime) -> LightRule:
    """Set at how many points behind the plan (0 or below) lights of a group change; all lights are given anew.

    Raises PermissionRefused, InvalidInput, Conflict.
    """
    permissions.require(by, permissions.SET_RULES)
    with transaction.atomic():
        row = LightRule.objects.select_for_update().filter(group=group).first() or LightRule(group=group)
        row = write(row, {"amber": amber, "red": red}, by=by, now=now, event="dashboards.light_rule")
        snapshots.ask(programme_id=None, now=now)
        return row
