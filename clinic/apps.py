"""The app `clinic`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClinicConfig(AppConfig):
    """Configuration of `clinic`."""

    name = "clinic"
    label = "clinic"
    verbose_name = _("industry clinic")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Who looks after the portal reads neither the record nor the messages of what is between a unit and the clinic."""
        from core.audit import private
        from core.messages import registry

        private.keep(
            "cases.", "treatment.", "clinic_reports.", "units.unitreading", "units.warningentry", "consultants.rating",
            "consultants.caseconference", "consultants.peerreview", "consultants.conflictofinterest",
        )  # fmt: skip
        registry.keep_private("clinic.", "clinic_reports.", "consultants.")
