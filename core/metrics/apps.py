"""The app `core.metrics`."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreMetricsConfig(AppConfig):
    """Configuration of `core.metrics`."""

    name = "core.metrics"
    label = "metrics"
    verbose_name = _("live figures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every app's metrics.py, which registers its figures."""
        from core.metrics import permissions  # noqa: F401

        autodiscover_modules("metrics")
