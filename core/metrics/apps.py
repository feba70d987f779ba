"""The app `core.metrics`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreMetricsConfig(AppConfig):
    """Configuration of `core.metrics`."""

    name = "core.metrics"
    label = "metrics"
    verbose_name = _("live figures")
    default_auto_field = "django.db.models.BigAutoField"
