"""The app `clinic.cases`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Configuration of `clinic.cases`."""

    name = "clinic.cases"
    label = "cases"
    verbose_name = _("requests and cases")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables and the texts that are sent known."""
        from clinic.cases import (  # noqa: F401
            case_messages,
            case_workflow,
            casebook,
            cost_tab,
            files,
            permissions,
            request_permissions,
            texts,
            workflow,
        )
