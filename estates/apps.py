"""The app `estates`."""

from django.apps import AppConfig


class EstatesConfig(AppConfig):
    """Configuration of `estates`."""

    name = "estates"
    label = "estates"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what."""
        from estates import permissions  # noqa: F401
