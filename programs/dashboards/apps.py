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
        from programs import verification
        from programs.dashboards import permissions  # noqa: F401
        from programs.dashboards.verification import check
        from programs.signals import figures_changed

        figures_changed.connect(_figures_changed, dispatch_uid="dashboards.snapshots")
        verification.EXTRA.append(check)


def _figures_changed(sender: Any, programme_id: int, now: datetime, **_rest: Any) -> None:
    """Ask for the programme's states in the same transaction."""
    from programs.dashboards.services import snapshots

    snapshots.ask(programme_id=programme_id, now=now)
