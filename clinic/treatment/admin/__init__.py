"""Treatment at the staff desk."""

from clinic.treatment.admin import catalogue

__all__ = ["catalogue"]
