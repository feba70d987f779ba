"""Top floor of the portal: settings, addresses, servers, the demo world."""

import zoneinfo

# The zones of the pinned package tzdata, not those of the machine: a deadline is the same moment on every server.
zoneinfo.reset_tzpath(to=())

from portal.celery import app as celery_app  # noqa: E402

__all__ = ["celery_app"]
