"""The app `clinic`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClinicConfig(AppConfig):
    """Configuration of `clinic`."""

    name = "clinic"
    label = "clinic"
    verbose_name = _("industry clinic")
    default_auto_field = "django.db.models.BigAutoField"
