"""The ways out of the portal, chosen by `settings.MESSAGE_GATEWAYS` (channel → name)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from core.messages.choices import Channel
from core.messages.gateways.base import Answer, Gateway, NoAnswer, NotSent, Refused
from core.messages.gateways.console import ConsoleGateway
from core.messages.gateways.inbox import InboxGateway, PortalGateway
from core.messages.gateways.smtp import SmtpGateway

__all__ = ["GATEWAYS", "Answer", "Gateway", "NoAnswer", "NotSent", "Refused", "gateway_of"]

GATEWAYS: dict[str, Gateway] = {g.name: g for g in (ConsoleGateway(), InboxGateway(), PortalGateway(), SmtpGateway())}
CARRIED = {"sms": {"console", "inbox"}, "email": {"console", "inbox", "smtp"}}


def gateway_of(channel: str) -> Gateway:
    """The gateway that carries this channel in this installation."""
    if channel == Channel.PORTAL:
        return GATEWAYS[PortalGateway.name]
    return GATEWAYS[settings.MESSAGE_GATEWAYS[channel]]


def gateways_are_known(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """System check: every channel has a gateway that can carry it, and no code goes to a public page outside the demo."""
    chosen = getattr(settings, "MESSAGE_GATEWAYS", {})
    errors: list[CheckMessage] = [
        Error(f"MESSAGE_GATEWAYS[{channel!r}] must be one of: {', '.join(sorted(known))}.", id="outbox.E001")
        for channel, known in CARRIED.items()
        if chosen.get(channel) not in known
    ]
    if "inbox" in chosen.values() and not settings.DEMO:
        errors.append(
            Error("The gateway `inbox` belongs to the demo: nobody would get the messages.", id="outbox.E002")
        )
    return errors
