"""Read models of the dashboards."""
