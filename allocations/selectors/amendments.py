"""The amendments of a call with what each of them changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from allocations import amendment_wording
from allocations.models import Call, CallAmendment
from estates.models import County, Trade


@dataclass(frozen=True, slots=True)
class AmendmentPart:
    """One amendment: the row, and its changes in words."""

    row: CallAmendment
    lines: Sequence[amendment_wording.Line]


def amendments_of(call: Call, rows: Sequence[CallAmendment]) -> list[AmendmentPart]:
    """The amendments of a call (`rows`, by version) with their changes. 2 queries, none where there are no amendments."""
    if not rows:
        return []
    names = amendment_wording.Names(
        trades={trade.code: trade.display_name for trade in Trade.objects.all()},
        counties={county.slug: county.display_name for county in County.objects.all()},
    )
    # Each amendment kept the documents before it; those after it are what the next one found, and at last the call's own.
    states = [_documents(row.previous_rules_json, row.previous_terms_json) for row in rows]
    states.append(_documents(call.rules_json, call.terms_json))
    return [
        AmendmentPart(row, amendment_wording.lines(row.differences, states[place], states[place + 1], names))
        for place, row in enumerate(rows)
    ]


def _documents(rules_json: str, terms_json: str) -> dict[str, Any]:
    return {"rules": json.loads(rules_json), "terms": json.loads(terms_json)}
