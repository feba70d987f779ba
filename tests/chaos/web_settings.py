"""Settings of the web server that a chaos test starts: the whole portal on the test database."""

import os

from portal.settings.test import *  # noqa: F403
from portal.settings.test import DATABASES

DATABASES["default"]["NAME"] = os.environ["CHAOS_DATABASE"]
