"""What maps show: plots of a plan with their states, and the schematic map of the province."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import shapely
from django.urls import reverse
from django.utils.translation import gettext as _
from shapely.geometry import MultiPoint, Point, Polygon

from core.fields.language import active_language
from core.persian.digits import format_number
from estates.choices import EstateStatus, PlotStatus
from estates.models import County, Estate, PlanFeature, Plot
from estates.plans.geometry import to_geojson

_LOOKS = {
    EstateStatus.OPERATING: "OPEN",
    EstateStatus.PARTLY_OPEN: PlotStatus.CONTRACTED.value,
    EstateStatus.PREPARING: PlotStatus.IDLE.value,
    EstateStatus.PLANNED: PlotStatus.PLANNED.value,
}
"""The map (static/js/map.js) knows looks of plots; states of estates borrow those that say the like. An estate in operation
is open to people, a plot in use is not: these two look different."""


def look_of(status: str) -> str:
    """Colour and pattern of an estate's state."""
    return _LOOKS[EstateStatus(status)]


def plan_collection(estate: Estate | None, plots: Iterable[Plot]) -> dict[str, Any]:
    """GeoJSON of plots (with `status`), and beneath them what else the plan of the estate shows. One query."""
    features = _ground(estate) if estate is not None else []
    features += [_plot_feature(plot) for plot in plots if plot.geometry]
    return {"type": "FeatureCollection", "features": features}


def _plot_feature(plot: Plot) -> dict[str, Any]:
    status = PlotStatus(plot.status)  # type: ignore[attr-defined]
    area = format_number(plot.area, language=active_language())
    return {
        "type": "Feature",
        "properties": {
            "code": plot.code,
            "label": _("%(code)s, %(area)s m²") % {"code": plot.code, "area": area},
            "status": status.value,
            "status_label": str(status.label),
            "url": reverse("plots:detail", args=[plot.code]),
        },
        "geometry": plot.geometry,
    }


def _ground(estate: Estate) -> list[dict[str, Any]]:
    ground = []
    if estate.geometry:
        ground.append(_beneath("boundary", "", estate.geometry))
    for row in PlanFeature.objects.filter(estate=estate).order_by("position"):
        ground.append(_beneath(row.kind.lower(), row.name, row.geometry or {}))
    return ground


def _beneath(kind: str, label: str, geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"context": kind, "label": label}, "geometry": geometry}


def province_collection(estates: Sequence[Estate]) -> dict[str, Any]:
    """A schematic map: a cell for each county around its town, and a marker for each estate beside the town.

    The sources give places of towns only; the drawing says that it is no survey. One query.
    """
    counties = list(County.objects.order_by("pk"))
    cells = _cells(tuple((county.pk, county.lon, county.lat) for county in counties))
    features = [_beneath("county", county.display_name, cells[county.pk]) for county in counties if county.pk in cells]
    beside: dict[tuple[float, float], list[Estate]] = {}
    for estate in estates:
        if estate.lat is not None and estate.lon is not None:
            beside.setdefault((estate.lon, estate.lat), []).append(estate)
    for (lon, lat), group in beside.items():
        for place, estate in enumerate(group):
            features.append(_marker(estate, lon, lat, place, len(group)))
    return {"type": "FeatureCollection", "features": features}


def _marker(estate: Estate, lon: float, lat: float, place: int, count: int) -> dict[str, Any]:
    # Estates of one town stand round it in a ring, or they would hide each other.
    distance = 0.0 if count == 1 else 0.05 + 0.011 * count
    angle = 2 * math.pi * place / count
    x, y = lon + distance * math.cos(angle) * 1.24, lat + distance * math.sin(angle)
    shape = shapely.transform(Point(0, 0).buffer(0.036, quad_segs=6), lambda xy: xy * (1.24, 1.0) + (x, y))
    status = EstateStatus(estate.status)
    return {
        "type": "Feature",
        "properties": {
            "code": estate.slug,
            "label": estate.display_name,
            "status": look_of(status),
            "status_label": str(status.label),
            "url": reverse("estates:detail", args=[estate.slug]),
        },
        "geometry": to_geojson(shape),
    }


@lru_cache(maxsize=4)
def _cells(towns: tuple[tuple[int, float, float], ...]) -> dict[int, dict[str, Any]]:
    """Land nearest to each town, within a rounded outline around all of them."""
    if len(towns) < 3:
        return {}
    points = MultiPoint([(lon, lat) for pk, lon, lat in towns])
    outline = points.convex_hull.buffer(0.42, quad_segs=6)
    cells: dict[int, dict[str, Any]] = {}
    for cell in shapely.voronoi_polygons(points, extend_to=outline).geoms:
        land = shapely.intersection(cell, outline)
        for pk, lon, lat in towns:
            if isinstance(land, Polygon) and land.contains(Point(lon, lat)):
                cells[pk] = to_geojson(land)
    return cells
