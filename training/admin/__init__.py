"""Courses at the staff desk."""

from training.admin import courses, people

__all__ = ["courses", "people"]
