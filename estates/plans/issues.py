"""What can be wrong with a site plan, each with the feature it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REASONS: Final[dict[str, Promise]] = {
    "too_large": gettext_lazy("The file is larger than %(limit)s MB."),
    "not_text": gettext_lazy("The file is not UTF-8 text."),
    "not_json": gettext_lazy("The file is not JSON: %(detail)s"),
    "duplicate_name": gettext_lazy("The name “%(name)s” is given twice in one object."),
    "not_geojson": gettext_lazy("The file is not a GeoJSON FeatureCollection."),
    "no_features": gettext_lazy("The file holds no features."),
    "too_many_features": gettext_lazy("There are more than %(limit)s features."),
    "too_many_corners": gettext_lazy("All polygons together have more than %(limit)s corners."),
    "not_feature": gettext_lazy("This is not a GeoJSON feature with properties."),
    "not_polygon": gettext_lazy("The geometry is not a single polygon."),
    "bad_coordinates": gettext_lazy("The coordinates are not pairs of finite numbers, longitude and latitude."),
    "ring_open": gettext_lazy("A ring has fewer than four positions, or does not end where it began."),
    "off_globe": gettext_lazy("A corner lies outside longitude −180 to 180 or latitude −90 to 90."),
    "axes_swapped": gettext_lazy("Latitude and longitude seem to be swapped: longitude comes first."),
    "invalid_geometry": gettext_lazy("The polygon is not valid: %(detail)s"),
    "unknown_property": gettext_lazy("The property “%(name)s” is not known."),
    "missing_property": gettext_lazy("The property “%(name)s” is missing."),
    "bad_value": gettext_lazy("The value of “%(name)s” cannot be used: %(value)s"),
    "bad_code": gettext_lazy("The code must be 2 to 24 of A–Z, 0–9 and hyphen."),
    "unknown_trade": gettext_lazy("There is no trade with the code %(value)s."),
    "area_differs": gettext_lazy("The stated area is %(stated)s m², the drawing has %(drawn)s m²."),
    "duplicate_code": gettext_lazy("The code stands in the file twice; first in feature %(other)s."),
    "code_elsewhere": gettext_lazy("The code belongs to a plot of another estate."),
    "overlap": gettext_lazy("It overlaps feature %(other)s (%(other_code)s) by %(area)s m²."),
    "overlap_existing": gettext_lazy("It overlaps the existing plot %(other_code)s by %(area)s m²."),
    "more_overlaps": gettext_lazy("There are more overlaps than the %(limit)s that are listed."),
    "boundary_leaves_out": gettext_lazy("The new boundary leaves out the existing plot %(other_code)s."),
    "outside": gettext_lazy("%(area)s m² of it lie outside the boundary of the estate."),
    "far_away": gettext_lazy("It lies more than %(limit)s km from the estate."),
    "boundary_twice": gettext_lazy("There is more than one boundary."),
    "plot_in_call": gettext_lazy("The plot is in a running call and cannot be changed."),
    "plot_held": gettext_lazy("The plot is held (%(kind)s) and cannot be changed."),
}
"""Stable names of the reasons and their sentences."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One error. `index` counts the features from 0 as in the file; None: the file as a whole. `code`: the plot's code."""

    reason: str
    index: int | None = None
    code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence, in the active language."""
        return str(REASONS[self.reason]) % dict(self.params)

    def __str__(self) -> str:
        if self.index is None:
            return self.message
        return _("feature %(index)s, %(code)s: %(message)s") % {
            "index": self.index,
            "code": self.code or "?",
            "message": self.message,
        }

    def as_json(self) -> dict[str, Any]:
        """For the record of an import: names and values, no sentence."""
        return {"reason": self.reason, "index": self.index, "code": self.code, "params": dict(self.params)}


class Refused(Exception):
    """The file cannot be read any further; `issues` says why."""

    def __init__(self, *issues: Issue) -> None:
        super().__init__(issues[0].reason if issues else "refused")
        self.issues = list(issues)
