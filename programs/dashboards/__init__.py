"""The managers' dashboards and the monthly report."""
