"""The app `clinic.reports`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Configuration of `clinic.reports`."""

    name = "clinic.reports"
    label = "clinic_reports"
    verbose_name = _("clinic reports")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, the transition table, the tab, the question of files and papers to verify known."""
        from clinic.reports import case_tab, endings, file_access, permissions, texts, verification, workflow  # noqa: F401
