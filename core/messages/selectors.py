"""Messages as screens show them."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Exists, OuterRef, Value, When

from core.messages.choices import Channel
from core.messages.models import Message
from core.messages.querysets import MessageQuerySet
from core.messages.registry import secret_codes

# One occasion may have gone out by several channels; the fullest text of it is shown.
_FULLNESS = Case(
    When(channel=Channel.PORTAL, then=Value(2)), When(channel=Channel.EMAIL, then=Value(1)), default=Value(0)
)


def messages_of(user: Any) -> MessageQuerySet:
    """The messages written to `user`, one for each occasion, newest first; those with one-time codes are left out."""
    fuller = (
        Message.objects.of(user)
        .annotate(fullness=_FULLNESS)
        .filter(key=OuterRef("key"), fullness__gt=OuterRef("fullness"))
    )
    found = Message.objects.of(user).exclude(template__in=secret_codes()).annotate(fullness=_FULLNESS)
    shown: MessageQuerySet = found.filter(~Exists(fuller)).order_by("-created_at", "-id")
    return shown


def unread_count(user: Any) -> int:
    """How many of them are new."""
    return messages_of(user).filter(read_at__isnull=True).count()


def inbox(to: str = "") -> MessageQuerySet:
    """What the demo's phones and mailboxes have received, newest first: all of it, or that of one address."""
    found = Message.objects.filter(gateway="inbox").select_related("user")
    return found.filter(to=to) if to else found
