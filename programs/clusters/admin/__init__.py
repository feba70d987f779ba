"""Clusters at the staff desk."""

from programs.clusters.admin import clusters, effects, market, members, plans, project, technology

__all__ = ["clusters", "effects", "market", "members", "plans", "project", "technology"]
