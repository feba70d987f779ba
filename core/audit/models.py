"""Tables of the audit record. The application's role may add to them and read them, nothing else."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.audit.tracking import chain_trigger


class Entry(models.Model):
    """One act with a meaning: who did what to which thing, why, and what it changed."""

    at = models.DateTimeField(_("time"), db_index=True)
    action = models.CharField(_("action"), max_length=80, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    target_type = models.CharField(_("kind"), max_length=80)
    target_id = models.CharField(_("row"), max_length=40)
    target_label = models.CharField(_("name"), max_length=200, blank=True)
    before = models.CharField(_("before"), max_length=40, blank=True)
    after = models.CharField(_("after"), max_length=40, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    data = models.JSONField(_("details"), default=dict)
    request_id = models.CharField(_("request"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-id"]
        indexes = [models.Index(fields=["target_type", "target_id", "id"], name="audit_entry_target")]
        triggers = [chain_trigger("id")]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"


class Link(models.Model):
    """One link of the hash chain: the digest of an event or entry, bound to the link before it."""

    seq = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=80)
    row = models.BigIntegerField()
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("link of the hash chain")
        verbose_name_plural = _("links of the hash chain")
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="audit_link_once_per_row")]

    def __str__(self) -> str:
        return f"{self.seq} {self.table}:{self.row}"
