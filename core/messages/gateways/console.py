"""Messages on the terminal, for a developer and for a portal whose SMS contract is not signed yet."""

from __future__ import annotations

import sys
from typing import ClassVar

from core.messages.gateways.base import Answer, NotSent
from core.messages.models import Message


class ConsoleGateway:
    """Writes each message to standard output."""

    name: ClassVar[str] = "console"
    row_is_delivery: ClassVar[bool] = False

    def send(self, message: Message) -> Answer:
        """One block of lines; a closed output is a gateway that is down."""
        head = f"--- {message.channel} to {message.to} ({message.pk})"
        lines = [head, *([message.subject] if message.subject else []), message.full_text, ""]
        try:
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            raise NotSent(str(error)) from error
        return Answer(provider_id=str(message.pk))
