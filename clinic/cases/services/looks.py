"""Who has looked at a case: written with every page of it, read by the unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from clinic.cases.choices import Standing
from clinic.cases.models import Case, CaseLook

AS_STAFF = (Standing.LEAD, Standing.TEAM, Standing.AUDITOR, Standing.GUEST)
"""Whose looks are written, the first one that fits; the unit's own people look at what is theirs."""


def note(*, case: Case, part: str, by: Any, standings: Iterable[Standing], now: datetime) -> CaseLook | None:
    """Write down that `by` looks at `part` (code of a page) of the case; None for the unit's own people."""
    held = set(standings)
    standing = next((one for one in AS_STAFF if one in held), None)
    if standing is None:
        return None
    return CaseLook.objects.create(case=case, by=by, at=now, standing=standing, part=part[:32])
