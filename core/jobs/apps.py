"""The app `core.jobs`."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreJobsConfig(AppConfig):
    """Configuration of `core.jobs`."""

    name = "core.jobs"
    label = "jobs"
    verbose_name = _("jobs")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every app's jobs.py, which registers handlers and periodic jobs."""
        from core.jobs import permissions  # noqa: F401

        autodiscover_modules("jobs")
