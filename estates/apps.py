"""The app `estates`."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EstatesConfig(AppConfig):
    """Configuration of `estates`."""

    name = "estates"
    label = "estates"
    verbose_name = _("Estates and plots")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life cycles, and that photos of public estates are public."""
        from core.files import access
        from estates import permissions, workflow  # noqa: F401

        access.register("estates.estatephoto", _photo_is_public, public=True)


def _photo_is_public(user: Any, photo: Any) -> bool:
    return bool(photo.estate.is_public)
