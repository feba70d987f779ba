"""The app `training`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Configuration of `training`."""

    name = "training"
    label = "training"
    verbose_name = _("courses and certificates")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables, the question of files and certificates to verify known."""
        from training import file_access, permissions, verification, workflow  # noqa: F401
