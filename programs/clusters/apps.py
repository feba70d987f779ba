"""The app `programs.clusters`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClustersConfig(AppConfig):
    """Configuration of `programs.clusters`."""

    name = "programs.clusters"
    label = "clusters"
    verbose_name = _("business clusters")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who may do what, the life cycles and the texts that are sent."""
        from programs.clusters import permissions, texts, workflow  # noqa: F401
