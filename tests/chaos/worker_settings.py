"""Settings of the workers that chaos tests start: the test database and a queue of their own."""

import os

from portal.settings.test import *  # noqa: F403
from portal.settings.test import DATABASES, INSTALLED_APPS

DATABASES["default"]["NAME"] = os.environ["CHAOS_DATABASE"]
# The ground floor alone: these workers start quickly and do no job but the tests'.
UPPER_FLOORS = {"estates", "allocations", "training", "programs", "clinic"}
INSTALLED_APPS = [*(name for name in INSTALLED_APPS if name.split(".")[0] not in UPPER_FLOORS), "tests.chaos.work"]
ROOT_URLCONF = "core.jobs.urls"
