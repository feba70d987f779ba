"""Geometry as the portal keeps it: GeoJSON in longitude, latitude order, its bounding box, its area."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Shape(models.Model):
    """A polygon (or none). Services write these fields together, from one checked geometry."""

    geometry = models.JSONField(_("geometry"), null=True, blank=True, help_text=_("GeoJSON polygon, longitude first"))
    min_lon = models.FloatField(null=True, editable=False)
    min_lat = models.FloatField(null=True, editable=False)
    max_lon = models.FloatField(null=True, editable=False)
    max_lat = models.FloatField(null=True, editable=False)
    computed_area_m2 = models.DecimalField(
        _("area of the drawing (m²)"), max_digits=14, decimal_places=2, null=True, editable=False
    )

    class Meta:
        abstract = True

    @property
    def bbox(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in degrees; None without a drawing."""
        west, south, east, north = self.min_lon, self.min_lat, self.max_lon, self.max_lat
        if west is None or south is None or east is None or north is None:
            return None
        return west, south, east, north


SHAPE_FIELDS = ("geometry", "min_lon", "min_lat", "max_lon", "max_lat", "computed_area_m2")


def whole_shape(name: str) -> models.CheckConstraint:
    """Either there is no drawing at all, or it has a bounding box on the globe the right way round and an area."""
    empty: dict[str, Any] = {f"{field}__isnull": True for field in SHAPE_FIELDS}
    # Named one by one: a comparison with NULL is neither true nor false, and a CHECK lets that pass.
    whole: dict[str, Any] = {f"{field}__isnull": False for field in SHAPE_FIELDS}
    return models.CheckConstraint(
        name=name,
        condition=Q(**empty)
        | Q(
            **whole,
            min_lon__gte=-180,
            max_lon__lte=180,
            min_lat__gte=-90,
            max_lat__lte=90,
            min_lon__lt=F("max_lon"),
            min_lat__lt=F("max_lat"),
            computed_area_m2__gt=0,
        ),
    )
