"""Settings of a developer's machine and of the demo: embedded servers, demo world, no certificates."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import env

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", "demo-key-of-the-development-settings-never-used-in-production-0123456789")
ALLOWED_HOSTS = env.texts("ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]", "testserver"))
CSRF_TRUSTED_ORIGINS = env.texts("CSRF_TRUSTED_ORIGINS")
DEMO = env.flag("DEMO", default=True)
STAFF_MFA = env.flag("STAFF_MFA", default=False)
MESSAGE_GATEWAYS = {"sms": env.text("SMS_GATEWAY", "inbox"), "email": "inbox"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
