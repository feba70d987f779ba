"""Settings of the test suite: the demo's, with quick passwords and a database of its own."""

import os

os.environ.setdefault("PORTAL_DB_ROLE", "owner")  # the suite makes and drops its own databases

from portal.addresses import cache_beside
from portal.settings.dev import *  # noqa: F403
from portal.settings.dev import CACHES, DATABASES, LOGGING

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("PORTAL_TEST_DB", "test_portal")}
# Each process of the suite has a cache of its own: a test that empties it must not take away what another one relies on.
for _place in range(1 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 12):
    CACHES["default"]["LOCATION"] = cache_beside(str(CACHES["default"]["LOCATION"]))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = True
# Each test client would list the thousands of files of the front-end packages: most of a second, a thousand times.
WHITENOISE_AUTOREFRESH = True
# Tests that need a queue start one of their own (tests/chaos); no test may speak to the workers of a running portal.
CELERY_BROKER_URL = os.environ.get("PORTAL_TEST_BROKER", "memory://")
# pytest keeps all that is logged, each with its traceback: for thousands of refusals that tests ask for on purpose.
LOGGING["root"]["level"] = "WARNING"
LOGGING["loggers"]["django.request"] = {"level": "ERROR"}
