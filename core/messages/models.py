"""The outbox: what was said to whom, written before it is sent."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.messages.choices import Channel, MessageStatus
from core.messages.querysets import MessageQuerySet


# A one-time code is not for the record: `text` holds dots in its place and `secret_text` is emptied once it is sent.
@audited(exclude=["secret_text"])
class Message(models.Model):
    """One text to one person by one channel. Its id and key exist before it is sent, so it is never sent twice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(_("key"), max_length=160)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    template = models.CharField(_("template"), max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    to = models.CharField(_("recipient"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=10)
    params = models.JSONField(_("values"), default=dict, encoder=DjangoJSONEncoder)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    secret_text = models.TextField(_("text with code"), blank=True, editable=False)
    status = models.CharField(_("state"), max_length=10, choices=MessageStatus.choices, default=MessageStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    gateway = models.CharField(_("gateway"), max_length=20, blank=True)
    provider_id = models.CharField(_("number at the gateway"), max_length=120, blank=True)
    error = models.CharField(_("error"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("written"))
    sending_at = models.DateTimeField(_("handed over"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["key", "channel"], name="outbox_once_per_key_and_channel"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="outbox_channel_known"),
            models.CheckConstraint(condition=Q(status__in=MessageStatus.values), name="outbox_status_known"),
            models.CheckConstraint(condition=Q(channel="portal") | ~Q(to=""), name="outbox_has_an_address"),
            models.CheckConstraint(
                condition=~Q(channel="portal") | Q(user__isnull=False), name="outbox_portal_has_a_person"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["SENT", "DELIVERED"]) | Q(sent_at__isnull=False), name="outbox_sent_has_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="outbox_of_person"),
            models.Index(fields=["to", "-created_at"], name="outbox_to_address"),
            models.Index(
                fields=["status", "created_at"],
                condition=Q(status__in=["QUEUED", "SENDING", "FAILED", "UNKNOWN"]),
                name="outbox_not_through",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.key}"

    @property
    def full_text(self) -> str:
        """What the gateway sends: with the code in its place while the code is kept."""
        return self.secret_text or self.text
