"""Plots: the land that is given."""

from __future__ import annotations

from decimal import Decimal

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.persian.sorting import sort_key
from estates.choices import PlotKind, PriceClass, UtilityKind
from estates.models.estate import Block, Estate
from estates.models.naming import joined_key, search_index
from estates.models.reference import Trade
from estates.models.shape import Shape, whole_shape
from estates.querysets import PlotQuerySet

CODE_PATTERN = r"^[A-Z0-9-]{2,24}$"


@audited(exclude=("search_key", "sort_key", "trade_ids"))
class Plot(Shape):
    """One plot or workshop unit. Its status is not a column: see `PlotQuerySet.with_status`."""

    code = models.CharField(
        _("code"),
        max_length=24,
        unique=True,
        validators=[RegexValidator(CODE_PATTERN, _("The code must be 2 to 24 of A–Z, 0–9 and hyphen."))],
    )
    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="plots", verbose_name=_("estate"))
    block = models.ForeignKey(
        Block, on_delete=models.PROTECT, null=True, blank=True, related_name="plots", verbose_name=_("block")
    )
    number = models.CharField(_("plot number"), max_length=12, blank=True)
    kind = models.CharField(_("land use"), max_length=16, choices=PlotKind.choices, default=PlotKind.INDUSTRIAL)
    area_m2 = models.DecimalField(_("area (m²)"), max_digits=10, decimal_places=2)
    front_m = models.DecimalField(_("front (m)"), max_digits=7, decimal_places=2, null=True, blank=True)
    price_class = models.CharField(
        _("price class"), max_length=16, choices=PriceClass.choices, default=PriceClass.STANDARD
    )
    utilities = ArrayField(
        models.CharField(max_length=24, choices=UtilityKind.choices), verbose_name=_("services at the plot"), default=list,
        blank=True,
    )  # fmt: skip
    trades = models.ManyToManyField(
        Trade, through="estates.PlotTrade", related_name="plots", verbose_name=_("trades allowed"), blank=True,
        help_text=_("None chosen: every trade is allowed."),
    )  # fmt: skip
    is_planned = models.BooleanField(_("only on the plan"), default=False)
    is_serviced = models.BooleanField(_("serviced"), default=True)
    trade_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    search_key = models.CharField(max_length=600, editable=False, default="")
    sort_key = models.CharField(max_length=80, editable=False, default="", db_collation="C")
    updated_at = models.DateTimeField(_("changed"))

    objects = PlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("plot")
        verbose_name_plural = _("plots")
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="plot_by_code"),
            models.Index(fields=["area_m2", "id"], name="plot_by_area"),
            models.Index(fields=["estate", "sort_key", "id"], name="plot_by_estate"),
            models.Index(fields=["min_lon", "max_lon", "min_lat", "max_lat"], name="plot_by_place"),
            GinIndex(fields=["utilities"], name="plot_by_utilities"),
            search_index("plot_search"),
        ]
        constraints = [
            models.CheckConstraint(name="plot_code_form", condition=Q(code__regex=CODE_PATTERN)),
            models.CheckConstraint(name="plot_area_positive", condition=Q(area_m2__gt=0)),
            models.CheckConstraint(name="plot_front_positive", condition=Q(front_m__isnull=True) | Q(front_m__gt=0)),
            models.CheckConstraint(name="plot_kind_known", condition=Q(kind__in=PlotKind.values)),
            models.CheckConstraint(name="plot_price_class_known", condition=Q(price_class__in=PriceClass.values)),
            models.CheckConstraint(
                name="plot_planned_is_not_serviced", condition=Q(is_planned=False) | Q(is_serviced=False)
            ),
            whole_shape("plot_shape_whole"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def area_whole_m2(self) -> int:
        """Area in whole square metres, rounded down: what the allocation engine compares."""
        return int(self.area_m2)

    @property
    def area(self) -> Decimal:
        """Area in square metres without idle zeros, for reading."""
        return self.area_m2.normalize()

    @property
    def front(self) -> Decimal | None:
        """Front in metres without idle zeros, for reading."""
        return None if self.front_m is None else self.front_m.normalize()

    def refresh_keys(self) -> None:
        """Work out what the plot itself is found and sorted by; a search asks the estate for its names (see filters)."""
        block = self.block.code if self.block else ""
        self.search_key = joined_key((self.code, block, self.number))
        self.sort_key = sort_key(self.code)[:80]


@audited()
class PlotTrade(models.Model):
    """A trade that is allowed on a plot."""

    plot = models.ForeignKey(Plot, on_delete=models.PROTECT, related_name="plot_trades", verbose_name=_("plot"))
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="plot_trades", verbose_name=_("trade"))

    class Meta:
        verbose_name = _("trade of a plot")
        verbose_name_plural = _("trades of plots")
        ordering = ["plot", "trade"]
        constraints = [models.UniqueConstraint(fields=["plot", "trade"], name="plot_trade_once")]
        triggers = [
            # The finder asks a hundred thousand plots for a trade: the plot has to know without a join. The database
            # keeps the copy, so that no writer can forget it.
            pgtrigger.Trigger(
                name="keep_trade_ids",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("touched", "bigint")],
                func="""
                    FOREACH touched IN ARRAY ARRAY[OLD.plot_id, NEW.plot_id] LOOP
                        UPDATE estates_plot SET trade_ids = ARRAY(
                            SELECT trade_id FROM estates_plottrade WHERE plot_id = touched ORDER BY trade_id
                        ) WHERE id = touched;
                    END LOOP;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.plot_id} {self.trade_id}"
