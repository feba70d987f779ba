"""A run as the person reads it who is to approve or refuse it, and what it gives on the site plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from allocations.choices import ApplicationStatus
from allocations.models import RecordArchive, Run, RunCutoff, RunLine
from core.errors import NotFound
from estates.choices import PlotStatus
from estates.models import Plot

GIVEN = "ALLOCATED"
"""How the map draws a plot that the run gives to somebody (static/js/map.js)."""


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One applicant in a run: `score` in hundredths, `choice` the place in his list of `choices` plots."""

    application: str
    tracking_code: str
    trade: str
    score: int | None
    draw_number: int
    plot: str | None
    choice: int | None
    choices: int
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class ProposedPlot:
    """One plot in a run, for the plan: `holder` is the opaque id or None; the cut-off is the holder's standing."""

    plot_id: int
    plot: str
    reserved_for: str | None
    holder: str | None
    tier: int | None
    score: int | None
    draw_number: int | None
    applicants: int


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A run as the approver reads it. `first_choices`: how many get the plot they like best."""

    run: Run
    archive: RecordArchive
    lines: Sequence[ProposedLine]
    plots: Sequence[ProposedPlot]
    awarded: int
    first_choices: int
    without: int
    free_plots: int
    difference: Mapping[str, Any] = field(default_factory=dict)


def run_sheet(run_id: int) -> RunSheet:
    """A run with all it gives to whom; raises NotFound. 5 queries."""
    run = (
        Run.objects.select_related("call__estate", "frozen_list", "draw", "proposed_by", "previous")
        .filter(pk=run_id)
        .first()
    )
    if run is None:
        raise NotFound(code="no_run")
    archive = RecordArchive.objects.defer("data", "verifier").get(run=run)
    lines = [_line(row) for row in _lines(run)]
    plots = [_plot(row) for row in _cutoffs(run)]
    awarded = sum(line.plot is not None for line in lines)
    return RunSheet(
        run=run,
        archive=archive,
        lines=lines,
        plots=plots,
        awarded=awarded,
        first_choices=sum(line.choice == 1 for line in lines),
        without=len(lines) - awarded,
        free_plots=sum(plot.holder is None for plot in plots),
        difference=run.difference,
    )


def run_plan(sheet: RunSheet) -> dict[str, Any] | None:
    """GeoJSON of the plots of a run that have a drawing; None when none has. 1 query."""
    plots = {plot.plot_id: plot for plot in sheet.plots}
    drawn = Plot.objects.filter(pk__in=plots, geometry__isnull=False).values_list("pk", "geometry")
    features = [_feature(plots[pk], geometry) for pk, geometry in drawn]
    return {"type": "FeatureCollection", "features": features} if features else None


def _lines(run: Run) -> Any:
    return (
        RunLine.objects.filter(run=run)
        .select_related("application__trade", "call_plot__plot")
        .annotate(listed=Count("application__choices"))
        .order_by("draw_number")
    )


def _line(row: Any) -> ProposedLine:
    return ProposedLine(
        application=row.application.opaque_id or "",
        tracking_code=row.application.tracking_code,
        trade=str(row.application.trade or ""),
        score=row.application.score,
        draw_number=row.draw_number,
        plot=row.call_plot.plot.code if row.call_plot else None,
        choice=row.choice,
        choices=row.listed,
        is_withdrawn=row.application.status == ApplicationStatus.WITHDRAWN,
    )


def _cutoffs(run: Run) -> Any:
    return (
        RunCutoff.objects.filter(run=run)
        .select_related("call_plot__plot", "call_plot__reserved_for", "holder")
        .order_by("call_plot__plot__sort_key")
    )


def _plot(row: RunCutoff) -> ProposedPlot:
    return ProposedPlot(
        plot_id=row.call_plot.plot_id,
        plot=row.call_plot.plot.code,
        reserved_for=row.call_plot.reserved_for.name if row.call_plot.reserved_for else None,
        holder=row.holder.opaque_id if row.holder else None,
        tier=row.tier,
        score=row.score,
        draw_number=row.draw_number,
        applicants=row.applicants,
    )


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
