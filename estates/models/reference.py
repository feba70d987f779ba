"""What everything else refers to: counties and trades."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from estates.choices import IndustryGroup
from estates.models.naming import Named


@audited(exclude=("search_key", "sort_key"))
class County(Named):
    """A county of the province, with the place of its town."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    town = models.CharField(_("county town"), max_length=80, blank=True)
    lat = models.FloatField(_("latitude of the town"))
    lon = models.FloatField(_("longitude of the town"))
    is_approximate = models.BooleanField(_("approximate place"), default=False)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["sort_key", "id"]


@audited(exclude=("search_key", "sort_key"))
class Trade(Named):
    """A line of work a plot may be given for: a craft, or a branch of an industry group."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    industry_group = models.CharField(_("industry group"), max_length=24, choices=IndustryGroup.choices)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("trade")
        verbose_name_plural = _("trades")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(
                name="trade_industry_group_known", condition=models.Q(industry_group__in=IndustryGroup.values)
            )
        ]

    @property
    def is_craft(self) -> bool:
        """Whether this is a handicraft."""
        return self.industry_group == IndustryGroup.HANDICRAFTS
