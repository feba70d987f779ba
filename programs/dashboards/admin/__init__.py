"""The staff desk of the dashboards."""

from programs.dashboards.admin import reports, rules, snapshots

__all__ = ["reports", "rules", "snapshots"]
