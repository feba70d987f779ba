"""The app `programs.exhibitions`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExhibitionsConfig(AppConfig):
    """Configuration of `programs.exhibitions`."""

    name = "programs.exhibitions"
    label = "exhibitions"
    verbose_name = _("exhibitions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life cycles, the texts that are sent, and who may open papers."""
        from programs.exhibitions import file_access, permissions, texts, workflow  # noqa: F401
