"""Courses of the clinic: for engineers and managers of units, held by the app `training`."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from training.choices import Audience
from training.selectors.courses import Card, coming_for

FOR: Final = (Audience.ENGINEERS, Audience.MANAGERS)
OWNER_KIND: Final = "clinic"
"""What courses of the clinic name as their owner."""
SHOWN: Final = 4


def clinic_courses(now: datetime) -> list[Card]:
    """Courses of the clinic and others for its people, those with open registration first. 1 query."""
    return coming_for(FOR, owner_kind=OWNER_KIND, now=now, most=SHOWN)
