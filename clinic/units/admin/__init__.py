"""The register at the staff desk."""
