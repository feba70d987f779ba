"""The app `programs`."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    """Configuration of `programs`."""

    name = "programs"
    label = "programs"
    verbose_name = _("programmes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life cycles, and who may open photos and papers."""
        from core.files import access
        from programs import permissions, workflow  # noqa: F401

        access.register("programs.programmephoto", _may_open, public=True)
        access.register("programs.programmedocument", _may_open, public=True)
        access.register("programs.readingevidence", _may_read)


def _may_open(user: Any, row: Any) -> bool:
    """Everybody for what is shown on a public page, the desk for the rest."""
    from programs import permissions

    is_shown = row.is_public and row.programme.is_shown
    return bool(is_shown or (user.is_authenticated and user.has_perm(permissions.READ)))


def _may_read(user: Any, row: Any) -> bool:
    """Evidence of readings is for those who look at programmes."""
    from programs import permissions

    return bool(user.is_authenticated and user.has_perm(permissions.READ))
