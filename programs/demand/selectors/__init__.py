"""The register as applicants, visitors and planners see it."""
