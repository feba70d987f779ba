"""What every gateway is, and the three ways in which one can fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from core.messages.models import Message


@dataclass(frozen=True, slots=True)
class Answer:
    """The gateway took the message: its number there, and whether it is known to have arrived already."""

    provider_id: str = ""
    delivered: bool = False


class NotSent(Exception):
    """Certainly not sent, and worth another try (the gateway is down)."""


class Refused(Exception):
    """Certainly not sent, and another try would end the same way (no such address)."""


class NoAnswer(Exception):
    """Perhaps sent. Every other exception of a gateway is understood like this one."""


class Gateway(Protocol):
    """A way out of the portal."""

    name: ClassVar[str]
    row_is_delivery: ClassVar[bool]
    """True when the message is there as soon as its row is committed, so nothing has to be sent."""

    def send(self, message: Message) -> Answer:
        """Send `message.full_text` once; `message.id` is its number towards the gateway. Raises one of the three above."""
        ...
