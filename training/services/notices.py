"""Telling a participant, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.messages import services as messages
from core.messages.registry import Template
from training.models import Registration


def tell(template: Template, registration: Registration, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    """Write the text to the participant's account; who was registered at the desk and has none gets an SMS to his phone.

    `key` names the occasion among those of this registration.
    """
    person = registration.person
    to = person.user or person.phone
    if to:
        messages.send(template=template.code, to=to, params=params, key=f"course:{registration.pk}:{key}", now=now)
