"""What a consultant promises, and the units he may not work on."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import ConflictKind
from clinic.consultants.models.consultant import Consultant
from clinic.consultants.querysets import ConflictQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.guards import stays, written_once
from core.wording import number_text


@audited()
class ConductCode(models.Model):
    """One version of the code of conduct; the one with the highest number is in force and has to be signed anew."""

    number = models.PositiveSmallIntegerField(_("version"), unique=True)
    text = PersianTextField(_("text"), max_length=8000)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"))

    class Meta:
        verbose_name = _("code of conduct")
        verbose_name_plural = _("codes of conduct")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(name="conduct_code_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="conduct_code_has_text", condition=~Q(text="")),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return number_text(self.number)


@audited()
class ConductSignature(models.Model):
    """A consultant signed this version of the code of conduct."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("consultant")
    )
    code = models.ForeignKey(
        ConductCode, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("code of conduct")
    )
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("signature under the code of conduct")
        verbose_name_plural = _("signatures under the code of conduct")
        ordering = ["-signed_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["consultant", "code"], name="conduct_signed_once")]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.consultant_id}/{self.code_id}"


@audited()
class ConflictOfInterest(models.Model):
    """A consultant may not work on this unit from `starts_on` to `ends_on` (both included; empty: for good)."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="conflicts", verbose_name=_("consultant")
    )
    unit = models.ForeignKey(
        "units.IndustrialUnit", on_delete=models.PROTECT, related_name="conflicts", verbose_name=_("unit")
    )
    kind = models.CharField(_("reason"), max_length=12, choices=ConflictKind.choices)
    reason = PersianCharField(_("in his words"), max_length=300, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("declared by")
    )
    declared_at = models.DateTimeField(_("declared at"))

    objects = ConflictQuerySet.as_manager()

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["-declared_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "unit"], condition=Q(ends_on__isnull=True), name="conflict_one_open"
            ),
            models.CheckConstraint(name="conflict_kind_known", condition=Q(kind__in=ConflictKind.values)),
            models.CheckConstraint(
                name="conflict_in_order", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="conflict_other_is_said", condition=~Q(kind=ConflictKind.OTHER) | ~Q(reason="")
            ),
        ]
        triggers = [
            stays(),
            pgtrigger.ReadOnly(
                name="conflict_stays",
                fields=["consultant", "unit", "kind", "reason", "starts_on", "declared_by", "declared_at"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultant_id}/{self.unit_id}"
