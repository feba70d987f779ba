"""Ways and states of a message."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a message reaches a person. PORTAL is the page of own messages: being written is being delivered."""

    SMS = "sms", _("text message")
    EMAIL = "email", _("e-mail")
    PORTAL = "portal", _("page of messages")


class MessageStatus(models.TextChoices):
    """How far a message has come."""

    QUEUED = "QUEUED", _("Waiting")
    SENDING = "SENDING", _("Being sent")
    """Handed to the gateway, whose answer is not known yet."""
    SENT = "SENT", _("Sent")
    DELIVERED = "DELIVERED", _("Delivered")
    FAILED = "FAILED", _("Not sent")
    """Certainly not sent, and not tried again."""
    UNKNOWN = "UNKNOWN", _("Perhaps sent")
    """The gateway may or may not have sent it: never sent again by itself, shown to staff."""
