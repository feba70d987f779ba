"""Live figures that apps offer to dashboards and programmes."""
