"""The app `core.messages`."""

from django.apps import AppConfig


class CoreMessagesConfig(AppConfig):
    """Configuration of `core.messages`."""

    name = "core.messages"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"
