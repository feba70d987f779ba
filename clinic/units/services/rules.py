"""Setting where bands begin and what each sign of stopping weighs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.units import permissions
from clinic.units.choices import WarningCode
from clinic.units.models import BandRule, WarningRule
from core.errors import InvalidInput
from core.writing import write

RULE_FIELDS: Final = frozenset({"label", "weight", "threshold", "is_active"})


def set_bands(
    *, closed_up_to: Decimal, idle_up_to: Decimal, semi_active_up_to: Decimal, note: str, by: Any | None, now: datetime
) -> BandRule:
    """Let these limits hold from now on; every unit's band is read by them at once. Earlier limits stay on record.

    Raises PermissionRefused, InvalidInput for limits that do not rise and for a missing basis.
    """
    permissions.require(by, permissions.TUNE)
    if not 0 <= closed_up_to < idle_up_to < semi_active_up_to < 150:
        raise InvalidInput(
            _("Each limit has to be higher than the one before it."), field="idle_up_to", code="limits_do_not_rise"
        )
    values = {"closed_up_to": closed_up_to, "idle_up_to": idle_up_to, "semi_active_up_to": semi_active_up_to}
    with transaction.atomic():
        for old in BandRule.objects.select_for_update().filter(is_active=True):
            write(old, {"is_active": False}, by=by, now=now, event="units.bands")
        row = BandRule(made_by=by, made_at=now, is_active=True)
        return write(row, {**values, "note": note}, by=by, now=now, event="units.bands")


def set_warning_rule(*, code: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> WarningRule:
    """Weigh a sign of stopping anew; `values` are `RULE_FIELDS`. It holds from the next daily list on."""
    permissions.require(by, permissions.TUNE)
    unknown = sorted(set(values) - RULE_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    if code not in WarningCode.values:
        raise InvalidInput(_("There is no such sign."), field="code", code="no_such_sign")
    with transaction.atomic():
        row = WarningRule.objects.select_for_update().filter(code=code).first() or WarningRule()
        return write(row, {"code": code, **values}, by=by, now=now, event="units.warning_rule")
