"""Cases at the staff desk."""

from clinic.cases.admin import causes

__all__ = ["causes"]
