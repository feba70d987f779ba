"""What somebody would take if it were on offer."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from core.audit import audited
from core.fields.models import PersianTextField
from estates.models import County, Estate, Trade
from programs.demand.choices import SizeBand, WishStatus, band_of
from programs.demand.querysets import WishQuerySet

LARGEST = 100_000


@audited()
class Wish(models.Model):
    """One applicant wants a place for one trade: `area_from` to `area_to` m², in a county or just in one estate of it."""

    applicant = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="wishes", verbose_name=_("applicant")
    )
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="+", verbose_name=_("trade"))
    area_from = models.PositiveIntegerField(
        _("area from (m²)"), validators=[MinValueValidator(1), MaxValueValidator(LARGEST)]
    )
    area_to = models.PositiveIntegerField(
        _("area to (m²)"), validators=[MinValueValidator(1), MaxValueValidator(LARGEST)]
    )
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name=_("county wanted"))
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("estate wanted")
    )
    use = PersianTextField(_("what it is for"), max_length=600)
    wanted_since = models.DateField(_("wanted since"))
    phone_ok = models.BooleanField(_("may be called"), default=False)
    status = models.CharField(
        _("status"), max_length=10, choices=WishStatus.choices, default=WishStatus.LIVE, editable=False
    )
    valid_until = models.DateField(_("valid until"))
    asked_at = models.DateTimeField(_("asked to renew"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("entered"))
    updated_at = models.DateTimeField(_("changed"))
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish for a place")
        verbose_name_plural = _("wishes for a place")
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "trade", "county"], name="wish_by_trade_and_place")]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "trade"], condition=Q(status=WishStatus.LIVE), name="wish_one_live_per_trade"
            ),
            models.CheckConstraint(name="wish_area_in_order", condition=Q(area_from__lte=F("area_to"))),
            models.CheckConstraint(name="wish_area_possible", condition=Q(area_from__gte=1, area_to__lte=LARGEST)),
            models.CheckConstraint(name="wish_status_known", condition=Q(status__in=WishStatus.values)),
            models.CheckConstraint(
                name="wish_end_has_time",
                condition=Q(status=WishStatus.LIVE, ended_at__isnull=True)
                | (~Q(status=WishStatus.LIVE) & Q(ended_at__isnull=False)),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="wish_owner_stays", fields=["applicant", "trade", "created_at"]),
            pgtrigger.Protect(name="wish_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.applicant_id}/{self.trade_id}"

    @property
    def size(self) -> SizeBand:
        """Band of the smallest area that would do."""
        return band_of(self.area_from)
