"""Top floor of the portal: settings, addresses, servers, the demo world."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
