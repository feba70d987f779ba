"""Tables of the dashboards."""

from programs.dashboards.models.picture import PlanPicture
from programs.dashboards.models.report import MonthlyReport, ReportFile, ReportSubscription
from programs.dashboards.models.rule import LightRule
from programs.dashboards.models.snapshot import ProgrammeSnapshot

__all__ = ["LightRule", "MonthlyReport", "PlanPicture", "ProgrammeSnapshot", "ReportFile", "ReportSubscription"]
