"""Gateways without a wire: the row is the delivery."""

from __future__ import annotations

from typing import ClassVar

from core.messages.gateways.base import Answer
from core.messages.models import Message


class InboxGateway:
    """The demo's phone and mailbox: texts are read at /demo/inbox/."""

    name: ClassVar[str] = "inbox"
    row_is_delivery: ClassVar[bool] = True

    def send(self, message: Message) -> Answer:
        """Nothing is left to do."""
        return Answer(provider_id=str(message.pk), delivered=True)


class PortalGateway(InboxGateway):
    """The person's own page of messages."""

    name: ClassVar[str] = "portal"
