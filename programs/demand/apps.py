"""The app `programs.demand`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemandConfig(AppConfig):
    """Configuration of `programs.demand`."""

    name = "programs.demand"
    label = "demand"
    verbose_name = _("unmet demand")
    default_auto_field = "django.db.models.BigAutoField"
