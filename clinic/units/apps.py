"""The app `clinic.units`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnitsConfig(AppConfig):
    """Configuration of `clinic.units`."""

    name = "clinic.units"
    label = "units"
    verbose_name = _("industrial units")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what and the life cycles."""
        from clinic.units import permissions, workflow  # noqa: F401
