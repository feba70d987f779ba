"""The app `allocations`."""

from django.apps import AppConfig


class AllocationsConfig(AppConfig):
    """Configuration of `allocations`."""

    name = "allocations"
    label = "allocations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables, jobs, texts and the questions of files known."""
        from allocations import (  # noqa: F401
            file_access,
            jobs_decision,
            permissions,
            permissions_decision,
            texts_decision,
            workflow,
            workflow_decision,
        )
