"""The app `core.files`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreFilesConfig(AppConfig):
    """Configuration of `core.files`."""

    name = "core.files"
    label = "files"
    verbose_name = _("files")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name the permissions of its lists."""
        from core.files import permissions  # noqa: F401
