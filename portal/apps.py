"""The portal as a Django app (demo commands, system checks) and its admin site."""

from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Holds what belongs to no single app."""

    name = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from portal import checks  # noqa: F401


UNUSED_DESKS = (
    "auth.Group",
    "account.EmailAddress",
    "mfa.Authenticator",
    "socialaccount.SocialApp",
    "socialaccount.SocialAccount",
    "socialaccount.SocialToken",
    "usersessions.UserSession",
    "axes.AccessAttempt",
    "axes.AccessLog",
    "axes.AccessFailureLog",
)
"""Tables of packages that write rows past our services; staff have no business there."""


class PortalAdminConfig(AdminConfig):
    """Django's admin with the portal's sign-in in front of it."""

    default_site = "portal.admin_site.PortalAdminSite"

    def ready(self) -> None:
        """Find every app's desk, then take away those of packages."""
        super().ready()
        from django.contrib import admin

        for name in UNUSED_DESKS:
            model = apps.get_model(name)
            if admin.site.is_registered(model):
                admin.site.unregister(model)
