"""The app `clinic.treatment`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentConfig(AppConfig):
    """Configuration of `clinic.treatment`."""

    name = "clinic.treatment"
    label = "treatment"
    verbose_name = _("treatment and follow-up")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables, files and the texts that are sent known."""
        from clinic.treatment import files, next_steps, permissions, tabs, texts, workflow  # noqa: F401
