"""What an exhibition cost and what it brought."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, RialField
from core.files.models import StoredFile
from programs.exhibitions.choices import CostKind, PaidBy
from programs.exhibitions.models.exhibition import Exhibition
from programs.exhibitions.models.guards import only_who_was_there
from programs.exhibitions.models.request import BoothRequest


@audited()
class TripCost(models.Model):
    """One cost of an exhibition, in rials; `request` names the firm it belongs to, when it belongs to one."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="costs", verbose_name=_("exhibition")
    )
    request = models.ForeignKey(
        BoothRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="costs", verbose_name=_("firm")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=CostKind.choices)
    amount = RialField(_("amount"))
    paid_by = models.CharField(_("paid by"), max_length=8, choices=PaidBy.choices)
    note = PersianCharField(_("note"), max_length=200, blank=True)
    paper = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("cost of a trip")
        verbose_name_plural = _("costs of trips")
        ordering = ["exhibition", "kind", "id"]
        constraints = [
            models.CheckConstraint(name="trip_cost_amount", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="trip_cost_kind_known", condition=Q(kind__in=CostKind.values)),
            models.CheckConstraint(name="trip_cost_paid_by_known", condition=Q(paid_by__in=PaidBy.values)),
        ]

    def __str__(self) -> str:
        return f"{self.exhibition_id}/{self.kind}"


@audited()
class ExhibitionResult(models.Model):
    """What an exhibition brought to one firm; `satisfaction` 1 (not at all) to 5 (very), empty when it did not answer."""

    request = models.OneToOneField(
        BoothRequest, on_delete=models.PROTECT, related_name="result", verbose_name=_("firm")
    )
    contacts = models.PositiveIntegerField(_("business contacts"), default=0)
    contracts = models.PositiveIntegerField(_("contracts"), default=0)
    sales = RialField(_("sales"), default=0)
    export_leads = models.PositiveIntegerField(_("export leads"), default=0)
    satisfaction = models.PositiveSmallIntegerField(
        _("satisfaction (1 to 5)"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("result of a firm")
        verbose_name_plural = _("results of firms")
        ordering = ["request", "id"]
        constraints = [
            models.CheckConstraint(
                name="exhibition_satisfaction_1_to_5",
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__gte=1, satisfaction__lte=5),
            ),
        ]
        triggers = [only_who_was_there()]

    def __str__(self) -> str:
        return f"{self.request_id}"
