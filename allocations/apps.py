"""The app `allocations`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AllocationsConfig(AppConfig):
    """Configuration of `allocations`."""

    name = "allocations"
    label = "allocations"
    verbose_name = _("calls and applications")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables, jobs, texts, the questions of files and receipts to verify known."""
        from allocations import file_access, permissions, verification, workflow  # noqa: F401
        from allocations.estate_notices import calls_of, wishes_of
        from estates import notices

        notices.register(calls_of)
        notices.register_wishes(wishes_of)
