"""The app `programs.dashboards`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardsConfig(AppConfig):
    """Configuration of `programs.dashboards`."""

    name = "programs.dashboards"
    label = "dashboards"
    verbose_name = _("dashboards")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, listen for figures that move, and have what is kept ready verified with the rest."""
        from core.files import access
        from programs import verification
        from programs.dashboards import permissions  # noqa: F401
        from programs.dashboards.verification import check
        from programs.signals import figures_changed

        figures_changed.connect(_figures_changed, dispatch_uid="dashboards.snapshots")
        verification.EXTRA.append(check)
        access.register("dashboards.reportfile", _may_open)


def _figures_changed(sender: Any, programme_id: int, now: datetime, **_rest: Any) -> None:
    """Ask for the programme's states in the same transaction."""
    from programs.dashboards.services import snapshots

    snapshots.ask(programme_id=programme_id, now=now)


def _may_open(user: Any, row: Any) -> bool:
    """Staff for every paper and slide; everybody for the public paper of a report a manager published."""
    from programs.dashboards import permissions
    from programs.dashboards.choices import ReportFileKind

    is_shown = row.kind == ReportFileKind.PUBLIC and row.report.is_published
    return bool(is_shown or (user.is_authenticated and user.has_perm(permissions.READ)))
