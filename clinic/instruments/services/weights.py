"""Setting how much each dimension counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from clinic.choices import Dimension
from clinic.instruments.choices import MOST_WEIGHT
from clinic.instruments.models import DimensionWeight, WeightSet
from clinic.instruments.permissions import WRITE, require
from core.audit import record
from core.errors import InvalidInput
from core.persian.text import normalise
from core.writing import unique_race


def set_weights(*, weights: Mapping[str, int], reason: str, by: Any | None, now: datetime) -> WeightSet:
    """A new set for all dimensions (0–10, not all 0), which counts from now on; reports print its number.

    Raises PermissionRefused, InvalidInput, Conflict when somebody set others at the same moment.
    """
    require(by, WRITE)
    why = normalise(reason)
    if not why:
        raise InvalidInput(_("Write why the weights are set so; reports refer to it."), field="reason")
    if set(weights) != set(Dimension.values):
        raise InvalidInput(_("Every dimension needs a weight."), code="dimension_missing")
    for name, weight in weights.items():
        if not 0 <= weight <= MOST_WEIGHT:
            raise InvalidInput(_("A weight is a whole number from 0 to 10."), field=name, code="out_of_range")
    if not any(weights.values()):
        raise InvalidInput(_("At least one dimension has to count."), code="all_zero")
    with transaction.atomic(), unique_race():
        number = (WeightSet.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        row = WeightSet.objects.create(number=number, reason=why, made_by=by, made_at=now)
        DimensionWeight.objects.bulk_create(
            DimensionWeight(weight_set=row, dimension=name, weight=weights[name]) for name in Dimension.values
        )
        record(action="instruments.weights.set", by=by, target=row, now=now, data={"weights": dict(weights)})
    return row
