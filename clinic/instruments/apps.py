"""The app `clinic.instruments`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstrumentsConfig(AppConfig):
    """Configuration of `clinic.instruments`."""

    name = "clinic.instruments"
    label = "instruments"
    verbose_name = _("instruments of diagnosis")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, and the life of a version."""
        from clinic.instruments import permissions, workflow  # noqa: F401
