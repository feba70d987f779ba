"""The app `core.audit`."""

from django.apps import AppConfig


class CoreAuditConfig(AppConfig):
    """Configuration of `core.audit`."""

    name = "core.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
