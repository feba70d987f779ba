"""Tariffs: base prices and payment terms, in versions. Terms are data: they change with the year's directive."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from estates.choices import DevelopmentClass, PaymentScheme, PlotKind, PriceClass, TariffStatus
from estates.models.estate import Estate
from estates.querysets import TariffQuerySet


@audited()
class Tariff(models.Model):
    """One version. It is in force from `valid_from` until the next published version begins."""

    title = models.CharField(_("title"), max_length=160)
    year = models.PositiveSmallIntegerField(_("Jalali year"))
    valid_from = models.DateField(_("in force from"))
    status = models.CharField(_("status"), max_length=12, choices=TariffStatus.choices, default=TariffStatus.DRAFT)
    is_fictitious = models.BooleanField(_("fictitious"), default=False, help_text=_("Demo prices that mean nothing."))
    source = models.CharField(_("source"), max_length=300)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = TariffQuerySet.as_manager()

    class Meta:
        verbose_name = _("tariff")
        verbose_name_plural = _("tariffs")
        ordering = ["-valid_from", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["valid_from"], name="tariff_one_per_day", condition=Q(status=TariffStatus.PUBLISHED)
            ),
            models.CheckConstraint(name="tariff_status_known", condition=Q(status__in=TariffStatus.values)),
            models.CheckConstraint(name="tariff_year_jalali", condition=Q(year__gte=1362, year__lte=1500)),
            models.CheckConstraint(
                name="tariff_published_has_date",
                condition=Q(status=TariffStatus.DRAFT, published_at__isnull=True)
                | Q(status=TariffStatus.PUBLISHED, published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@audited()
class TariffRate(models.Model):
    """Base price of one square metre, in rials, for one use and class; of one estate, or of all when it is empty."""

    tariff = models.ForeignKey(Tariff, on_delete=models.PROTECT, related_name="rates", verbose_name=_("tariff"))
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, null=True, blank=True, related_name="tariff_rates", verbose_name=_("estate")
    )
    plot_kind = models.CharField(_("land use"), max_length=16, choices=PlotKind.choices)
    price_class = models.CharField(_("price class"), max_length=16, choices=PriceClass.choices)
    rials_per_m2 = models.BigIntegerField(_("rials for a square metre"))

    class Meta:
        verbose_name = _("base price")
        verbose_name_plural = _("base prices")
        ordering = ["tariff", "estate", "plot_kind", "price_class"]
        constraints = [
            models.UniqueConstraint(
                fields=["tariff", "estate", "plot_kind", "price_class"],
                name="tariff_rate_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="tariff_rate_positive", condition=Q(rials_per_m2__gt=0)),
            models.CheckConstraint(
                name="tariff_rate_classes_known",
                condition=Q(plot_kind__in=PlotKind.values, price_class__in=PriceClass.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plot_kind} {self.price_class}"


@audited()
class PaymentTerms(models.Model):
    """How the price is paid: a cash share, then equal instalments after a grace period.

    `cash_percent` of the whole; `instalment_count` instalments, one every `instalment_months`; the first falls due
    `grace_months` after signing, or after one interval without grace. `estate` empty: every estate of the class.
    """

    tariff = models.ForeignKey(Tariff, on_delete=models.PROTECT, related_name="payment_terms", verbose_name=_("tariff"))
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, null=True, blank=True, related_name="payment_terms", verbose_name=_("estate")
    )
    development_class = models.CharField(_("development class"), max_length=16, choices=DevelopmentClass.choices)
    scheme = models.CharField(_("for whom"), max_length=16, choices=PaymentScheme.choices)
    cash_percent = models.DecimalField(_("cash share (%)"), max_digits=5, decimal_places=2)
    instalment_count = models.PositiveSmallIntegerField(_("instalments"))
    instalment_months = models.PositiveSmallIntegerField(_("months between instalments"))
    grace_months = models.PositiveSmallIntegerField(_("grace (months)"), default=0)
    discount_percent = models.DecimalField(
        _("discount instead (%)"), max_digits=5, decimal_places=2, default=0,
        help_text=_("Off the whole price, for who keeps to the ordinary terms."),
    )  # fmt: skip
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("payment terms")
        verbose_name_plural = _("payment terms")
        ordering = ["tariff", "development_class", "scheme"]
        constraints = [
            models.UniqueConstraint(
                fields=["tariff", "estate", "development_class", "scheme"],
                name="payment_terms_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="payment_terms_percentages",
                condition=Q(cash_percent__gte=0, cash_percent__lte=100, discount_percent__gte=0)
                & Q(discount_percent__lt=100),
            ),
            models.CheckConstraint(
                name="payment_terms_instalments_whole",
                condition=Q(instalment_count=0, instalment_months=0, cash_percent=100)
                | Q(instalment_count__gt=0, instalment_months__gt=0, cash_percent__lt=100),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.development_class} {self.scheme}"
