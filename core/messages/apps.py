"""The app `core.messages`."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreMessagesConfig(AppConfig):
    """Configuration of `core.messages`."""

    name = "core.messages"
    label = "outbox"
    verbose_name = _("messages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every app's texts.py, which registers what it sends."""
        from core.messages import gateways, permissions  # noqa: F401

        register(gateways.gateways_are_known)
        autodiscover_modules("texts")
