"""Settings of the workers that chaos tests start: the test database and a queue of their own."""

import os

from portal.settings.test import *  # noqa: F403
from portal.settings.test import DATABASES, INSTALLED_APPS

DATABASES["default"]["NAME"] = os.environ["CHAOS_DATABASE"]
# The ground floor alone: these workers start quickly and do no job but the tests'.
INSTALLED_APPS = [*(name for name in INSTALLED_APPS if name not in ("estates", "allocations")), "tests.chaos.work"]
ROOT_URLCONF = "core.jobs.urls"
