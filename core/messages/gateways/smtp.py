"""E-mail by Django's mail settings."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from typing import Any, ClassVar

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from core.messages.gateways.base import Answer, NoAnswer, NotSent, Refused
from core.messages.models import Message

TIMEOUT = 10
"""Seconds for each answer of the mail server."""
PERMANENT = 500


class SmtpGateway:
    """Sends plain text. What fails before the text was handed over was certainly not sent."""

    name: ClassVar[str] = "smtp"
    row_is_delivery: ClassVar[bool] = False

    def send(self, message: Message) -> Answer:
        """The Message-ID is the message's own id, so a mail server that knows it can drop a repetition."""
        connection = get_connection("django.core.mail.backends.smtp.EmailBackend", timeout=TIMEOUT)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(str(error)) from error
        try:
            return self._hand_over(connection, message)
        finally:
            # The answer counts; a farewell that fails says nothing about the message.
            with suppress(OSError, smtplib.SMTPException):
                connection.close()

    def _hand_over(self, connection: Any, message: Message) -> Answer:
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost"
        message_id = f"<{message.pk}@{domain}>"
        mail = EmailMessage(
            subject=message.subject,
            body=message.full_text,
            to=[message.to],
            connection=connection,
            headers={"Message-ID": message_id},
        )
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise _not_sent(max(codes, default=PERMANENT), error) from error
        except smtplib.SMTPResponseException as error:
            raise _not_sent(error.smtp_code, error) from error
        except (OSError, smtplib.SMTPException) as error:
            raise NoAnswer(str(error)) from error
        return Answer(provider_id=message_id)


def _not_sent(code: int, error: Exception) -> NotSent | Refused:
    """The server said no: 5xx for good, 4xx for now."""
    return Refused(str(error)) if code >= PERMANENT else NotSent(str(error))
