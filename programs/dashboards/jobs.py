"""Keeping the company's page fresh."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from core.jobs.context import JobContext
from core.jobs.registry import Result, handler, periodic
from core.metrics import registry
from core.metrics import services as live_figures
from programs.dashboards import permissions
from programs.dashboards.services import pictures, reports, snapshots


@handler(snapshots.KIND, permission=permissions.READ)
def refresh_programmes(context: JobContext) -> Result:
    """Work out where one programme stands, or all."""
    programme = context.payload.get("programme")
    return {"rows": snapshots.recompute(None if programme is None else [int(programme)], now=context.now)}


@periodic("dashboards.nightly", every=timedelta(days=1), offset=timedelta(hours=20, minutes=40))
def nightly(context: JobContext) -> Result:
    """Ten past midnight in Tehran: a month may have ended, so every programme is judged anew."""
    return {"rows": snapshots.recompute(now=context.now)}


@periodic("dashboards.plans", every=timedelta(minutes=10), offset=timedelta(minutes=1))
def redraw_plans(context: JobContext) -> Result:
    """Draw the plans of estates anew, just after the live figures that stand beside them were read."""
    return {"drawn": pictures.redraw(now=context.now)}


@handler(snapshots.REFRESH, atomic=False, permission=permissions.READ)
def refresh_all(context: JobContext) -> Result:
    """Read every live figure, draw the plans and work out every programme, for somebody who waits."""
    names = sorted(registry.METRICS)
    for number, name in enumerate(names):
        context.progress(number, len(names) + 1)
        live_figures.refresh([name], now=context.now)
    context.progress(len(names), len(names) + 1)
    with transaction.atomic():
        pictures.redraw(now=context.now)
        rows = snapshots.recompute(now=context.now)
        result = {"rows": rows, "url": "/dashboard/", "label": "See the fresh figures"}
        context.complete(result)
    return result


# Setting paper and slides takes its own time; the report and the end of the job are one transaction.
@handler(reports.KIND, atomic=False, permission=permissions.READ)
def make_report(context: JobContext) -> Result:
    """The report of one month."""
    reports.make(context)
    return None


@periodic("dashboards.reports_due", every=timedelta(days=1), offset=timedelta(hours=21, minutes=30))
def ask_for_reports(context: JobContext) -> Result:
    """One in the morning in Tehran, after the nightly figures: on the first of a month that is over, and whatever was missed."""
    return {"asked": len(reports.ask_for_due(now=context.now))}
