"""The app `core`."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Configuration of `core`."""

    name = "core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
