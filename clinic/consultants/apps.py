"""The app `clinic.consultants`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultantsConfig(AppConfig):
    """Configuration of `clinic.consultants`."""

    name = "clinic.consultants"
    label = "consultants"
    verbose_name = _("consultants")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life of a review, what is written to consultants, and who may open their papers."""
        from clinic.consultants import file_access, permissions, texts, workflow  # noqa: F401
