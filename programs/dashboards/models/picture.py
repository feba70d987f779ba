"""The plan of each estate as a small picture, kept ready for the company's page."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from estates.models import Estate


class PlanPicture(models.Model):
    """One estate everybody may see, drawn by the states of its plots (`programs.dashboards.drawing`).

    `parts` is state → path of an SVG in a box of `width` × `height`; `source` is the digest of what was drawn, so that only
    plans that moved are drawn anew. Worked out by `services.pictures`, so it is not audited: what it is made of is.
    """

    estate = models.OneToOneField(
        Estate, on_delete=models.PROTECT, related_name="plan_picture", verbose_name=_("estate")
    )
    width = models.PositiveSmallIntegerField(_("width"))
    height = models.PositiveSmallIntegerField(_("height"))
    boundary = models.TextField(_("boundary"), blank=True)
    parts = models.JSONField(_("plots by state"))
    in_squares = models.BooleanField(_("drawn in squares"), default=False)
    source = models.CharField(_("digest of what was drawn"), max_length=64)
    taken_at = models.DateTimeField(_("worked out at"))

    class Meta:
        verbose_name = _("picture of a plan")
        verbose_name_plural = _("pictures of plans")
        ordering = ["estate"]
        constraints = [
            models.CheckConstraint(name="picture_has_a_size", condition=Q(width__gt=0, height__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.estate_id} {self.width}×{self.height}"
