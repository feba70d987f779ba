"""The app `core.files`."""

from django.apps import AppConfig


class CoreFilesConfig(AppConfig):
    """Configuration of `core.files`."""

    name = "core.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
