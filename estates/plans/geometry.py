"""Geometry on the small patch of earth an estate covers.

GeoJSON gives longitude and latitude in degrees; areas and distances are measured in metres on a plane that touches
the WGS 84 ellipsoid at the middle of the plan. Over ten kilometres that is right to about one part in ten thousand,
far below the tolerance of a survey.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import shapely
from shapely.geometry import Polygon, mapping

Ring: TypeAlias = Sequence[tuple[float, float]]

_EQUATOR_M = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_ECCENTRICITY2 = _FLATTENING * (2 - _FLATTENING)
DECIMALS = 8
"""Decimals of a degree that are kept: about one millimetre."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The local plane: metres east and north of (`lon`, `lat`)."""

    lon: float
    lat: float

    @property
    def metres_per_degree(self) -> tuple[float, float]:
        """Length of a degree of longitude and of latitude here."""
        phi = math.radians(self.lat)
        bend = 1 - _ECCENTRICITY2 * math.sin(phi) ** 2
        across = _EQUATOR_M / math.sqrt(bend)
        along = _EQUATOR_M * (1 - _ECCENTRICITY2) / bend**1.5
        return math.radians(1) * across * math.cos(phi), math.radians(1) * along

    def to_metres(self, shape: Polygon) -> Polygon:
        """The polygon in metres."""
        east, north = self.metres_per_degree
        moved: Polygon = shapely.transform(shape, lambda xy: (xy - (self.lon, self.lat)) * (east, north))
        return moved

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a point given in metres."""
        east, north = self.metres_per_degree
        return self.lon + x / east, self.lat + y / north


def plane_of(shapes: Iterable[Polygon]) -> Plane:
    """The plane whose origin is the middle of the box around `shapes`; at least one shape."""
    west, south, east, north = shapely.total_bounds(list(shapes))
    return Plane(lon=float(west + east) / 2, lat=float(south + north) / 2)


def polygon(rings: Sequence[Ring]) -> Polygon:
    """Shapely polygon of GeoJSON rings (outer ring first), rounded as it will be stored."""
    rounded = [[(round(lon, DECIMALS), round(lat, DECIMALS)) for lon, lat in ring] for ring in rings]
    return Polygon(rounded[0], rounded[1:])


def from_geojson(geometry: dict[str, Any]) -> Polygon:
    """Shapely polygon of a stored geometry."""
    return polygon([[(lon, lat) for lon, lat in ring] for ring in geometry["coordinates"]])


def to_geojson(shape: Polygon) -> dict[str, Any]:
    """The one stored form of a polygon: outer ring counter-clockwise (RFC 7946), lists, `DECIMALS` decimals."""
    oriented = shapely.geometry.polygon.orient(shape, sign=1.0)
    rings = [
        [[round(lon, DECIMALS), round(lat, DECIMALS)] for lon, lat in ring] for ring in mapping(oriented)["coordinates"]
    ]
    return {"type": "Polygon", "coordinates": rings}


def area_m2(shape: Polygon) -> float:
    """Area on the ground of a polygon in degrees."""
    return float(plane_of([shape]).to_metres(shape).area)


def shape_values(shape: Polygon | None) -> dict[str, Any]:
    """Values of the columns of `estates.models.shape.Shape` for this polygon, or for none."""
    if shape is None:
        names = ("geometry", "min_lon", "min_lat", "max_lon", "max_lat", "computed_area_m2")
        return dict.fromkeys(names)
    west, south, east, north = shape.bounds
    return {
        "geometry": to_geojson(shape),
        "min_lon": west,
        "min_lat": south,
        "max_lon": east,
        "max_lat": north,
        "computed_area_m2": Decimal(str(round(area_m2(shape), 2))),
    }
