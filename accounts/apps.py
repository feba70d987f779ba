"""The app `accounts`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Configuration of `accounts`."""

    name = "accounts"
    label = "accounts"
    verbose_name = _("people and accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register permissions, workflows, texts, periodic work and who may open the papers of the vault."""
        from accounts import file_access, messages, permissions, signals, workflow  # noqa: F401
