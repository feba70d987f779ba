"""The app `core.jobs`."""

from django.apps import AppConfig


class CoreJobsConfig(AppConfig):
    """Configuration of `core.jobs`."""

    name = "core.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
