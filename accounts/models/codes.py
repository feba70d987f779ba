"""Codes sent to a phone. Kept in the database, so that tries are counted exactly however many requests race."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import CodePurpose


class OneTimeCode(models.Model):
    """One code for one purpose, asked for by one session.

    Not `@audited`: it lives three minutes, is deleted after a day and must not survive in an event table. What a code
    led to (an account, a new password, a new phone) is on record.
    """

    token = models.CharField(_("token"), max_length=64, unique=True, editable=False)
    purpose = models.CharField(_("purpose"), max_length=16, choices=CodePurpose.choices)
    phone = models.CharField(_("mobile"), max_length=11)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("person")
    )
    instead = models.CharField(_("text in place of a code"), max_length=40, blank=True, editable=False)
    code_hash = models.CharField(_("digest of the code"), max_length=64, editable=False)
    ip = models.GenericIPAddressField(_("address"), null=True)
    requested_at = models.DateTimeField(_("asked for at"))
    expires_at = models.DateTimeField(_("good until"))
    attempts = models.PositiveSmallIntegerField(_("wrong tries"), default=0)
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["phone", "requested_at"], name="code_of_phone"),
            models.Index(fields=["ip", "requested_at"], name="code_from_address"),
            models.Index(fields=["requested_at"], name="code_age"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("requested_at")), name="code_lives_for_a_time"),
            models.CheckConstraint(condition=Q(attempts__lte=3), name="code_three_wrong_tries"),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.requested_at:%Y-%m-%d %H:%M}"
