"""Values as JSON has them: numbers and days as texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

Data = dict[str, Any]


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
