"""The app `programs.demand`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemandConfig(AppConfig):
    """Configuration of `programs.demand`."""

    name = "programs.demand"
    label = "demand"
    verbose_name = _("unmet demand")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life cycle and the texts that are sent."""
        from programs.demand import permissions, texts, workflow  # noqa: F401
