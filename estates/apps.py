"""The app `estates`."""

from django.apps import AppConfig


class EstatesConfig(AppConfig):
    """Configuration of `estates`."""

    name = "estates"
    label = "estates"
    default_auto_field = "django.db.models.BigAutoField"
