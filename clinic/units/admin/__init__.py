"""The register at the staff desk."""

from clinic.units.admin import rules, units

__all__ = ["rules", "units"]
