"""Consultants at the staff desk."""

from clinic.consultants.admin import conduct, people, trust

__all__ = ["conduct", "people", "trust"]
