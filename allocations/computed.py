"""Computed criteria: from the answers of an application, as it was handed in, to points by the published rule."""

from __future__ import annotations

from typing import Any

from allocations import criteria_rules
from allocations.models import Application, Criterion

FIELDS = (criteria_rules.NUMBERS | criteria_rules.WORDS | criteria_rules.TRUTHS) - {"lives_in_county"}


def answers(application: Application) -> dict[str, Any]:
    """What rules may look at, by the name of the input. `lives_in_county`: the county of the call, else of its estate."""
    call = application.call
    county = call.resident_county or call.estate.county
    found: dict[str, Any] = {name: getattr(application, name) for name in FIELDS}
    found["lives_in_county"] = application.residence_county == county.slug
    return found


def explained(criterion: Criterion, application: Application) -> criteria_rules.Computed:
    """Points (hundredths) of a computed criterion with the answer and the band they come from. Raises RuleError."""
    return criteria_rules.compute(criterion.rule, answers(application), maximum=criterion.maximum)
