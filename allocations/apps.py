"""The app `allocations`."""

from django.apps import AppConfig


class AllocationsConfig(AppConfig):
    """Configuration of `allocations`."""

    name = "allocations"
    label = "allocations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make permissions, transition tables, jobs and texts known."""
        from allocations import (  # noqa: F401
            jobs_decision,
            permissions,
            permissions_decision,
            texts_decision,
            workflow,
            workflow_decision,
        )
