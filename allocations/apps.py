"""The app `allocations`."""

from django.apps import AppConfig


class AllocationsConfig(AppConfig):
    """Configuration of `allocations`."""

    name = "allocations"
    label = "allocations"
    default_auto_field = "django.db.models.BigAutoField"
