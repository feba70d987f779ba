"""Handing a message to its gateway, at most once (trust.md §4).

SENDING is committed before the gateway hears anything. Whoever finds a message in that state finds a sender that died
between asking and noting the answer: nobody knows whether the text went out, so it becomes UNKNOWN and is left to people.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction

from core import clock
from core.jobs.context import JobContext
from core.jobs.errors import TryAgain
from core.messages import registry
from core.messages.choices import MessageStatus
from core.messages.gateways import GATEWAYS, NoAnswer, NotSent, Refused
from core.messages.models import Message
from core.messages.workflow import MESSAGE

log = logging.getLogger(__name__)

SENDER_DIED = "The sender ended before the gateway's answer was noted."
TOO_LATE = "Not sent in the time in which it would have been of use."
ERROR_LENGTH = 300


def deliver(message_id: Any, context: JobContext) -> None:
    """One try. Ends the job in the transaction that notes the outcome; TryAgain has it tried again later."""
    message = _hand_over(message_id, context)
    if message is None:
        return
    try:
        answer = GATEWAYS[message.gateway].send(message)
    except NotSent as error:
        _not_sent(message, context, error)
    except Refused as error:
        _finish(message, context, "give_up", error=str(error))
    except Exception as error:
        if not isinstance(error, NoAnswer):
            log.exception("the gateway %s failed in a way of its own", message.gateway)
        _finish(message, context, "lose", error=str(error) or type(error).__name__)
    else:
        moment = clock.database_now()
        arrived = {"delivered_at": moment} if answer.delivered else {}
        name = "confirm" if answer.delivered else "accept"
        _finish(message, context, name, provider_id=answer.provider_id, sent_at=moment, **arrived)


def _hand_over(message_id: Any, context: JobContext) -> Message | None:
    """QUEUED → SENDING, committed; None when there is nothing to send, and then the job is done."""
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message_id)
        if message.status == MessageStatus.SENDING:
            _move(message, "lose", error=SENDER_DIED, secret_text="")
            log.error("message %s was perhaps sent; staff must decide", message.pk)
        elif message.status == MessageStatus.QUEUED and _is_too_late(message, context):
            _move(message, "give_up", error=TOO_LATE, secret_text="")
        elif message.status == MessageStatus.QUEUED:
            _move(message, "hand_over", attempts=message.attempts + 1, sending_at=clock.database_now(), error="")
            return message
        context.complete({"status": message.status})
    return None


def _is_too_late(message: Message, context: JobContext) -> bool:
    template = registry.TEMPLATES.get(message.template)
    return bool(template and template.valid_for and message.created_at + template.valid_for < context.now)


def _not_sent(message: Message, context: JobContext, error: NotSent) -> None:
    if context.is_last_attempt:
        log.error("message %s was given up after %s tries", message.pk, message.attempts)
        _finish(message, context, "give_up", error=str(error))
        return
    with transaction.atomic():
        locked = Message.objects.select_for_update().get(pk=message.pk)
        _move(locked, "put_back", error=str(error))
    raise TryAgain(str(error)) from error


def _finish(message: Message, context: JobContext, name: str, **changes: Any) -> None:
    """Note the outcome and end the job together. A sender that lost its lease notes nothing (LeaseLost)."""
    with transaction.atomic():
        locked = Message.objects.select_for_update().get(pk=message.pk)
        _move(locked, name, secret_text="", **changes)
        context.complete({"status": locked.status})


def _move(message: Message, name: str, **changes: Any) -> None:
    """Along one arrow of the table, on a row the caller has locked.

    Not by `transitions.apply`: its entry in the record of acts would only repeat the row's own event, three times for
    every text the portal sends.
    """
    message.status = MESSAGE.find(name, message.status).target
    if "error" in changes:
        changes["error"] = changes["error"][:ERROR_LENGTH]
    for field, value in changes.items():
        setattr(message, field, value)
    message.save(update_fields=["status", *changes])
