"""Settings of the real portal. A missing or bad value refuses to start."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATABASES, env

DEBUG = False
SECRET_KEY = env.required("SECRET_KEY")
ALLOWED_HOSTS = [host for host in env.required("ALLOWED_HOSTS").split(",") if host]
CSRF_TRUSTED_ORIGINS = env.texts("CSRF_TRUSTED_ORIGINS")
PUBLIC_URL = env.public_url(https_only=True)
env.required("DATABASE_URL")
env.required("REDIS_URL")
DEMO = env.flag("DEMO", default=False)
MESSAGE_GATEWAYS = {"sms": env.text("SMS_GATEWAY", "console"), "email": "smtp" if env.text("EMAIL_URL") else "console"}
globals().update(env.email())
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"portal@{ALLOWED_HOSTS[0].lstrip('.')}"

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
