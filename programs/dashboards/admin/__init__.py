"""The staff desk of the dashboards."""

from programs.dashboards.admin import rules, snapshots

__all__ = ["rules", "snapshots"]
