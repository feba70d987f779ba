"""What else ends with a case. Apps above say it for their part, since cases must not know them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clinic.cases.models import Case

End = Callable[[Case, datetime], None]
SETTLED: list[End] = []


def register(end: End) -> None:
    """Let `end(case, now)` end what belongs to a case that was closed just now; it joins the transaction of the closing."""
    SETTLED.append(end)


def settle(case: Case, now: datetime) -> None:
    """Everything that ends with this case."""
    for one in SETTLED:
        one(case, now)
