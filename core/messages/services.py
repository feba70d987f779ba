"""Writing messages into the outbox. Sending them is in `delivery`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit.services import record
from core.errors import PermissionRefused, WrongState
from core.jobs import services as jobs
from core.messages import registry, rendering
from core.messages.choices import Channel, MessageStatus
from core.messages.gateways import gateway_of
from core.messages.models import Message
from core.messages.registry import Template

JOB = "outbox.send"
DOTS = rendering.DOTS


def send(
    *,
    template: str,
    to: Any,
    params: Mapping[str, Any],
    key: str,
    now: datetime,
    channels: tuple[str, ...] = (),
) -> list[Message]:
    """Write the text `template` to `to` in every channel it has, in the caller's transaction; sent after the commit.

    `to` is a user, or a mobile number or e-mail address of somebody who has no account yet. `key` names the occasion
    ("receipt:<code>"): what was written under it is returned as it is and never written or sent again. `params`: texts,
    whole numbers, Decimals, dates, moments. `channels` narrows the choice. LookupError for an unknown template,
    KeyError for a missing value.
    """
    entry = registry.find(template)
    user, addresses = _addresses(to)
    wanted = [c for c in _channels(entry) if c in addresses and (not channels or c in channels)]
    language = str(getattr(user, "language", "") or settings.LANGUAGE_CODE)
    # No savepoint of its own: a text that cannot be written is a fault of the program, and undoes what it would have told of.
    with transaction.atomic(savepoint=False):
        messages = [
            _written(
                entry, channel, key=key, user=user, to=addresses[channel], params=params, language=language, now=now
            )
            for channel in wanted
        ]
        return _keep(messages, urgent=entry.urgent, now=now) if messages else []


def resend(*, message_id: Any, by: Any, now: datetime) -> Message:
    """Staff's decision to send again what perhaps or certainly did not arrive: a new message with a new key.

    Raises PermissionRefused, WrongState (only UNKNOWN and FAILED; codes are never sent again).
    """
    with transaction.atomic():
        old = Message.objects.select_for_update().get(pk=message_id)
        if not by.has_perm("outbox.resend_message", old):
            raise PermissionRefused(code="may_not_resend")
        if old.status not in (MessageStatus.UNKNOWN, MessageStatus.FAILED):
            raise WrongState(_("Only a message that was perhaps not sent can be sent again."), code="not_lost")
        if DOTS in old.text:
            raise WrongState(_("A message with a code is not sent again: ask for a new code."), code="secret")
        new = _again(old, now)
        new.save(force_insert=True)
        if new.status == MessageStatus.QUEUED:
            _enqueue(new, now=now, urgent=False)
        record(action="outbox.message.sent_again", by=by, target=old, now=now, data={"new": str(new.pk)})
    return new


def confirm(*, gateway: str, provider_id: str, now: datetime) -> bool:
    """A gateway reports that a message has arrived; False when it is not one of ours or was known already."""
    open_states = [MessageStatus.SENT, MessageStatus.UNKNOWN]
    found = Message.objects.filter(gateway=gateway, provider_id=provider_id, status__in=open_states)
    with transaction.atomic():
        message = found.exclude(provider_id="").select_for_update().first()
        if message is None:
            return False
        message.status, message.delivered_at = MessageStatus.DELIVERED, now
        message.sent_at = message.sent_at or now
        message.save(update_fields=["status", "delivered_at", "sent_at"])
    return True


def mark_read(*, user: Any, now: datetime) -> int:
    """The person has opened the page of messages; how many were new."""
    return Message.objects.of(user).filter(read_at__isnull=True).update(read_at=now)


def _addresses(to: Any) -> tuple[Any | None, dict[str, str]]:
    if isinstance(to, str):
        return None, {Channel.EMAIL if "@" in to else Channel.SMS: to}
    found = {Channel.SMS: str(to.phone or ""), Channel.EMAIL: str(to.email or "")}
    return to, {**{channel: address for channel, address in found.items() if address}, Channel.PORTAL: ""}


def _channels(entry: Template) -> list[Channel]:
    has = {Channel.SMS: entry.sms, Channel.EMAIL: entry.subject, Channel.PORTAL: entry.portal}
    return [channel for channel, text in has.items() if text]


def _written(
    entry: Template,
    channel: Channel,
    *,
    key: str,
    user: Any,
    to: str,
    params: Mapping[str, Any],
    language: str,
    now: datetime,
) -> Message:
    rendered = rendering.render(entry, channel, params, language=language)
    message = Message(
        key=key,
        channel=channel,
        template=entry.code,
        user=user,
        to=to,
        language=language,
        params={name: DOTS if name in entry.secret else _kept(value) for name, value in params.items()},
        subject=rendered.subject,
        text=rendered.text,
        secret_text=rendered.secret_text,
        created_at=now,
    )
    return _ready(message, now)


def _keep(messages: Sequence[Message], *, urgent: bool, now: datetime) -> list[Message]:
    """One occasion in its channels. Written before, or by another transaction a moment ago: then that one counts."""
    Message.objects.bulk_create(messages, ignore_conflicts=True)
    rows = Message.objects.filter(key=messages[0].key, channel__in=[one.channel for one in messages])
    known = {row.channel: row for row in rows.order_by()}
    kept = [known[one.channel] for one in messages]
    for row, message in zip(kept, messages, strict=True):
        if row.pk == message.pk and row.status == MessageStatus.QUEUED:
            _enqueue(row, now=now, urgent=urgent)
    return kept


def _kept(value: Any) -> Any:
    return value if isinstance(value, int) else str(value)


def _ready(message: Message, now: datetime) -> Message:
    """Where the row itself is the delivery, it is delivered by being written."""
    gateway = gateway_of(message.channel)
    message.gateway = gateway.name
    if gateway.row_is_delivery:
        message.status = MessageStatus.DELIVERED
        message.sent_at = message.delivered_at = now
        message.provider_id = str(message.pk)
    return message


def _again(old: Message, now: datetime) -> Message:
    stem = re.sub(r"#\d+$", "", old.key)
    number = Message.objects.filter(channel=old.channel, key__startswith=f"{stem}#").count() + 2
    fields = ("channel", "template", "user_id", "to", "language", "params", "subject", "text")
    copied = {name: getattr(old, name) for name in fields}
    return _ready(Message(key=f"{stem}#{number}", created_at=now, **copied), now)


def _enqueue(message: Message, *, now: datetime, urgent: bool) -> None:
    job = jobs.request(kind=JOB, key=str(message.pk), payload={"message": str(message.pk)}, now=now)
    if urgent:
        transaction.on_commit(partial(jobs.work, job.pk), robust=True)
