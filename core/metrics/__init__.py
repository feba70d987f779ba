"""Live figures that apps offer to dashboards and programmes.

An app registers each figure in its `metrics.py` (`registry.register`). A job reads them every ten minutes into
`MetricValue`; pages read from there, in one query however many figures they show (`selectors.latest`). What the last
refresh of a month wrote stays as the month's value, and is sealed when the month is over.
"""
