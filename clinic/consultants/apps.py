"""The app `clinic.consultants`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultantsConfig(AppConfig):
    """Configuration of `clinic.consultants`."""

    name = "clinic.consultants"
    label = "consultants"
    verbose_name = _("consultants")
    default_auto_field = "django.db.models.BigAutoField"
