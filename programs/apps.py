"""The app `programs`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    """Configuration of `programs`."""

    name = "programs"
    label = "programs"
    verbose_name = _("programmes")
    default_auto_field = "django.db.models.BigAutoField"
