"""The portal as a Django app (demo commands, system checks) and its admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Holds what belongs to no single app."""

    name = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from portal import checks  # noqa: F401


class PortalAdminConfig(AdminConfig):
    """Django's admin with the portal's sign-in in front of it."""

    default_site = "portal.admin_site.PortalAdminSite"
