"""The app `programs.clusters`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClustersConfig(AppConfig):
    """Configuration of `programs.clusters`."""

    name = "programs.clusters"
    label = "clusters"
    verbose_name = _("business clusters")
    default_auto_field = "django.db.models.BigAutoField"
