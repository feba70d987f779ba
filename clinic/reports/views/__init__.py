"""Pages of reports and the dashboard of the clinic."""
