"""Estates and zones, their blocks, what is known about them and what serves them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from estates.choices import (
    CapacityUnit,
    DevelopmentClass,
    EstateKind,
    EstateStatus,
    FactKey,
    Precision,
    UtilityKind,
    UtilityState,
)
from estates.models.naming import Named, search_index
from estates.models.reference import County
from estates.models.shape import Shape, whole_shape
from estates.querysets import EstateQuerySet


@audited(exclude=("search_key", "sort_key"))
class Estate(Named, Shape):
    """An estate, zone or site: the place plots lie in. `geometry` is its boundary."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=24, choices=EstateKind.choices)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="estates", verbose_name=_("county"))
    other_names = models.CharField(_("other names"), max_length=200, blank=True)
    development_class = models.CharField(
        _("development class"),
        max_length=16,
        choices=DevelopmentClass.choices,
        default=DevelopmentClass.NOT_STATED,
    )
    status = models.CharField(_("state"), max_length=16, choices=EstateStatus.choices, default=EstateStatus.OPERATING)
    summary = models.TextField(_("in short"), blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    is_approximate = models.BooleanField(
        _("approximate place"), default=True, help_text=_("The point is the county town, not the estate itself.")
    )
    is_illustrative = models.BooleanField(
        _("illustrative site plan"), default=False, help_text=_("The drawing shows how a plan looks; it is no survey.")
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)
    updated_at = models.DateTimeField(_("changed"))

    objects = EstateQuerySet.as_manager()

    class Meta:
        verbose_name = _("estate or zone")
        verbose_name_plural = _("estates and zones")
        ordering = ["sort_key", "id"]
        indexes = [search_index("estate_search")]
        constraints = [
            models.CheckConstraint(name="estate_kind_known", condition=Q(kind__in=EstateKind.values)),
            models.CheckConstraint(name="estate_status_known", condition=Q(status__in=EstateStatus.values)),
            models.CheckConstraint(
                name="estate_development_class_known", condition=Q(development_class__in=DevelopmentClass.values)
            ),
            models.CheckConstraint(
                name="estate_point_whole",
                condition=Q(lat__isnull=True, lon__isnull=True)
                | Q(lat__isnull=False, lon__isnull=False, lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
            ),
            whole_shape("estate_shape_whole"),
        ]

    def searched_texts(self) -> tuple[str, ...]:
        """Names of the estate in use, and its county."""
        return self.name, self.name_en, self.other_names, self.county.name, self.county.name_en


@audited()
class Block(models.Model):
    """A block of an estate's plan."""

    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="blocks", verbose_name=_("estate"))
    code = models.CharField(_("code"), max_length=16)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["estate", "code"]
        constraints = [
            models.UniqueConstraint(fields=["estate", "code"], name="block_code_once_per_estate"),
            models.CheckConstraint(name="block_code_form", condition=Q(code__regex=r"^[A-Z0-9-]{1,16}$")),
        ]

    def __str__(self) -> str:
        return self.code


@audited()
class EstateFact(models.Model):
    """One thing a dated source says about an estate, or about the whole province when `estate` is empty."""

    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("estate")
    )
    key = models.CharField(_("about"), max_length=20, choices=FactKey.choices)
    value = models.TextField(_("what it says"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    precision = models.CharField(_("exact to the"), max_length=8, choices=Precision.choices, default=Precision.DAY)
    is_approximate = models.BooleanField(_("approximate date"), default=False)
    source = models.CharField(_("source"), max_length=300)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["estate", "position"], name="fact_by_estate")]
        constraints = [
            models.CheckConstraint(name="fact_has_source", condition=~Q(source="")),
            models.CheckConstraint(name="fact_says_something", condition=~Q(value="")),
            models.CheckConstraint(name="fact_key_known", condition=Q(key__in=FactKey.values)),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}: {self.value}"


@audited()
class UtilityService(models.Model):
    """A service of an estate: what there is, how much, since when and who says so."""

    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="utilities", verbose_name=_("estate"))
    kind = models.CharField(_("service"), max_length=24, choices=UtilityKind.choices)
    state = models.CharField(_("state"), max_length=20, choices=UtilityState.choices)
    capacity = models.DecimalField(_("capacity"), max_digits=12, decimal_places=2, null=True, blank=True)
    capacity_unit = models.CharField(_("unit"), max_length=24, choices=CapacityUnit.choices, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("service of an estate")
        verbose_name_plural = _("services of estates")
        ordering = ["estate", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["estate", "kind"], name="utility_once_per_estate"),
            models.CheckConstraint(name="utility_kind_known", condition=Q(kind__in=UtilityKind.values)),
            models.CheckConstraint(
                name="utility_capacity_with_unit",
                condition=Q(capacity__isnull=True, capacity_unit="")
                | Q(capacity__isnull=False, capacity__gt=0, capacity_unit__in=CapacityUnit.values),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
