"""The app `programs.dashboards`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardsConfig(AppConfig):
    """Configuration of `programs.dashboards`."""

    name = "programs.dashboards"
    label = "dashboards"
    verbose_name = _("dashboards")
    default_auto_field = "django.db.models.BigAutoField"
