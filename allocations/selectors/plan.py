"""What a run gives, on the site plan."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from allocations.selectors.runs import ProposedPlot, RunSheet
from estates.choices import PlotStatus
from estates.models import Plot

GIVEN = "ALLOCATED"
"""How the map draws a plot that the run gives to somebody (static/js/map.js)."""


def run_plan(sheet: RunSheet) -> dict[str, Any] | None:
    """GeoJSON of the plots of a run that have a drawing; None when none has. 1 query."""
    plots = {plot.plot_id: plot for plot in sheet.plots}
    drawn = Plot.objects.filter(pk__in=plots, geometry__isnull=False).values_list("pk", "geometry")
    features = [_feature(plots[pk], geometry) for pk, geometry in drawn]
    return {"type": "FeatureCollection", "features": features} if features else None


def _feature(plot: ProposedPlot, geometry: Any) -> dict[str, Any]:
    label = _("given") if plot.holder else _("stays free")
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": {
            "code": plot.plot,
            "label": plot.plot,
            "status": GIVEN if plot.holder else PlotStatus.AVAILABLE.value,
            "status_label": label,
        },
    }
