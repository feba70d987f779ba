"""Questions asked of the outbox."""

from __future__ import annotations

from typing import Any

from django.db import models

from core.messages.choices import MessageStatus


class MessageQuerySet(models.QuerySet["Message"]):  # type: ignore[type-var, name-defined]
    """Filters of the outbox."""

    def of(self, user: Any) -> MessageQuerySet:
        """Everything written to `user`, by any channel."""
        return self.filter(user=user)

    def needs_a_look(self) -> MessageQuerySet:
        """Messages whose fate staff must decide: perhaps sent, or certainly not."""
        return self.filter(status__in=[MessageStatus.UNKNOWN, MessageStatus.FAILED])
