"""The app `core.audit`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreAuditConfig(AppConfig):
    """Grants the application's rights again after each migration, when all tables are there."""

    name = "core.audit"
    label = "audit"
    verbose_name = _("audit record")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the last app's post_migrate."""
        from django.apps import apps

        from core.audit.grants import grant_after_migrate

        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(grant_after_migrate, sender=last, dispatch_uid="audit_grants")
