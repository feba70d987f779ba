"""Changes of the dashboards' own tables."""
