"""The app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Configuration of `accounts`."""

    name = "accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
