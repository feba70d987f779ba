"""Exhibitions at the staff desk."""

from programs.exhibitions.admin import exhibitions

__all__ = ["exhibitions"]
