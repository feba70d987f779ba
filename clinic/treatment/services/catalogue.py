"""The catalogue of remedies, and by which rule projects are ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from clinic.treatment import ranking
from clinic.treatment.models import RankRule, Remedy
from clinic.treatment.permissions import TUNE, require
from clinic.treatment.remedies import REMEDIES
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.text import normalise
from core.writing import unique_race, write

FACTS = frozenset({"code", "name", "name_en", "position", "is_active"})
CHANGEABLE = FACTS - {"code"}


def bring_in(*, by: Any | None, now: datetime) -> int:
    """Add the remedies of the field that are not there yet; what somebody changed stays. Returns how many are new."""
    require(by, TUNE)
    known = set(Remedy.objects.values_list("code", flat=True))
    new = [(place, row) for place, row in enumerate(REMEDIES, start=1) if row[0] not in known]
    with transaction.atomic():
        for place, (code, name, name_en) in new:
            row = Remedy.objects.create(code=code, name=name, name_en=name_en, position=10 * place)
            record(action="treatment.remedy.added", by=by, target=row, now=now)
    return len(new)


def add(*, values: Mapping[str, Any], by: Any | None, now: datetime) -> Remedy:
    """A remedy of one's own; `values` holds FACTS. Raises PermissionRefused, InvalidInput, Conflict."""
    require(by, TUNE)
    _only(values, FACTS)
    with transaction.atomic():
        return write(Remedy(), values, by=by, now=now, event="treatment.remedy")


def change(*, remedy_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Remedy:
    """Change a remedy, but for its code, or take it out of use. Raises PermissionRefused, NotFound, InvalidInput."""
    require(by, TUNE)
    _only(values, CHANGEABLE)
    with transaction.atomic():
        row = Remedy.objects.select_for_update(of=("self",)).filter(pk=remedy_id).first()
        if row is None:
            raise NotFound()
        return write(row, values, by=by, now=now, event="treatment.remedy")


def set_rule(
    *, effect: int, feasibility: int, cost: int, steps: Sequence[int], reason: str, by: Any | None, now: datetime
) -> RankRule:
    """Let new plans be ranked so from now on: weights 0 to 2 (the effect at least 1), four rising costs in rials.

    Plans that are there keep their rule. Raises PermissionRefused, InvalidInput, Conflict.
    """
    require(by, TUNE)
    why = normalise(reason)
    if not why:
        raise InvalidInput(_("Write why projects are ranked so; plans refer to it."), field="reason", code="no_reason")
    weights = {"effect": effect, "feasibility": feasibility, "cost": cost}
    for name, weight in weights.items():
        if not (name == "effect") <= weight <= ranking.MOST_WEIGHT:
            raise InvalidInput(_("A weight is 0, 1 or 2, that of the effect 1 or 2."), field=name, code="out_of_range")
    if len(steps) != 4 or list(steps) != sorted(set(steps)) or steps[0] < 1:
        raise InvalidInput(_("Every step of cost is higher than the one before it."), field="step_1", code="no_rise")
    with transaction.atomic(), unique_race():
        number = (RankRule.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        row = RankRule.objects.create(
            number=number, effect_weight=effect, feasibility_weight=feasibility, cost_weight=cost, step_1=steps[0],
            step_2=steps[1], step_3=steps[2], step_4=steps[3], reason=why, made_by=by, made_at=now,
        )  # fmt: skip
        record(action="treatment.rank_rule.set", by=by, target=row, now=now, data={**weights, "steps": list(steps)})
    return row


def _only(values: Mapping[str, Any], allowed: frozenset[str]) -> None:
    unknown = set(values) - allowed
    if unknown:
        raise TypeError(f"not a field of a remedy: {', '.join(sorted(unknown))}")
