"""The environment of the portal, read once and refused when it is wrong.

Every setting a deployment may change is a row of `SETTINGS`; the table of the README is written from it, so the
two cannot disagree. Nothing else in the project reads `os.environ` for a setting.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ

from portal import addresses
from portal.services import layout

BASE_DIR = Path(__file__).resolve().parent.parent


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, what it means, and what stands when it is not given."""

    name: str
    meaning: str
    default: str


SETTINGS = (
    Setting("DATABASE_URL", "PostgreSQL server, as the application's role", "embedded server under `.data/`"),
    Setting("DATABASE_OWNER_URL", "the same database as the owner of its tables (migrations)", "`DATABASE_URL`"),
    Setting("REDIS_URL", "Redis or Valkey server of the job queue", "embedded server under `.data/`"),
    Setting("CACHE_URL", "Redis or Valkey server of the cache", "the next database of the same server"),
    Setting("PORT", "port of the web server started by `make run`", "8000"),
    Setting("HOST", "address it listens on", "127.0.0.1"),
    Setting("SECRET_KEY", "signing key; production refuses to start without it", "a demo key"),
    Setting("ALLOWED_HOSTS", "host names, by comma; production refuses to start without it", "localhost"),
    Setting("CSRF_TRUSTED_ORIGINS", "origins of forms, by comma", "none"),
    Setting(
        "PUBLIC_URL",
        "address people reach the portal at (`https://…`); the QR code of a paper then opens the page that checks it",
        "the QR code holds the code alone",
    ),
    Setting(
        "TRUSTED_PROXY_COUNT",
        "proxies in front of the web server; tells which entry of `X-Forwarded-For` is the browser's address",
        "0: the address of the connection",
    ),
    Setting("DEMO", "demo world, its sign-in page and its inbox", "on in development, off in production"),
    Setting("STAFF_MFA", "second factor asked of staff", "off in development, on in production"),
    Setting("MEDIA_ROOT", "private folder of papers and photos", "`.data/files`"),
    Setting("EMAIL_URL", "mail server", "the demo inbox in development, none in production"),
    Setting("SMS_GATEWAY", "`inbox` or `console`", "`inbox` in development, `console` in production"),
    Setting(
        "SIGN_ON_SERVER", "issuer address of the national sign-on (OpenID Connect); `https` only", "no national sign-on"
    ),
    Setting("SIGN_ON_CLIENT_ID", "the portal's name there; needed with the server", "none"),
    Setting("SIGN_ON_SECRET", "the portal's secret there; needed with the server", "none"),
    Setting("SIGN_ON_CLAIM", "claim that holds the person's national code", "`national_code`"),
    Setting("SIGN_ON_SCOPES", "scopes that are asked for, by comma", "`openid,profile,phone`"),
    Setting("LOG_LEVEL", "what is logged", "INFO"),
    Setting("DEBUG", "Django's error pages for developers; never in production", "off"),
    Setting("PORTAL_DATA_DIR", "folder of the embedded servers and files", "`.data`"),
)


@dataclass(frozen=True, slots=True)
class SignOn:
    """How the national sign-on is reached: issuer address, the portal's name and secret there, what it is asked for."""

    server: str
    client_id: str
    secret: str
    claim: str
    scopes: tuple[str, ...]


class Environment:
    """Typed access to the settings of `SETTINGS`, with the embedded servers as their default."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._env = environ.Env()
        if environment is not None:
            self._env.ENVIRON = dict(environment)
        self.as_owner = self._env.str("PORTAL_DB_ROLE", default="app") == "owner"

    @property
    def embedded_database(self) -> bool:
        """True when no PostgreSQL server was named."""
        return not self._env.str("DATABASE_URL", default="")

    @property
    def embedded_redis(self) -> bool:
        """True when no Redis or Valkey server was named."""
        return not self._env.str("REDIS_URL", default="")

    def database(self) -> dict[str, Any]:
        """The Django database entry of the role this process works as (owner for migrations, else application)."""
        if self.embedded_database:
            return {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": layout.DATABASE,
                "USER": layout.OWNER_ROLE if self.as_owner else layout.APP_ROLE,
                "HOST": str(layout.current().socket_dir),
                "PORT": str(layout.PG_PORT),
            }
        name = (
            "DATABASE_OWNER_URL"
            if self.as_owner and self._env.str("DATABASE_OWNER_URL", default="")
            else "DATABASE_URL"
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an address of nothing known is refused with a sentence of ours
            entry = dict(self._env.db_url(name))
        # libpq's spelling of a socket folder: postgres://user@%2Fvar%2Frun%2Fpostgresql/name
        entry["HOST"] = unquote(str(entry.get("HOST") or ""))
        return entry

    def app_role(self) -> str:
        """Name of the role the application works as: events are granted to it without UPDATE and DELETE."""
        if self.embedded_database:
            return layout.APP_ROLE
        return str(self._env.db_url("DATABASE_URL").get("USER", ""))

    def redis_url(self) -> str:
        """Address of the job queue's server, in the form of redis-py."""
        return self._env.str("REDIS_URL", default="") or f"unix://{layout.current().valkey_socket}?db=0"

    def cache_url(self) -> str:
        """Address of the cache's server, in the form of redis-py."""
        return self._env.str("CACHE_URL", default="") or addresses.cache_beside(self.redis_url())

    def broker_url(self) -> str:
        """Address of the job queue's server, in the form of Celery."""
        return addresses.for_celery(self.redis_url())

    def email(self) -> dict[str, object]:
        """Django's mail settings of `EMAIL_URL`, or none."""
        return dict(self._env.email_url("EMAIL_URL")) if self.text("EMAIL_URL") else {}

    def sign_on(self) -> SignOn | None:
        """The national sign-on, or None when it is not given; refuses to start with half of it or without https."""
        names = ("SIGN_ON_SERVER", "SIGN_ON_CLIENT_ID", "SIGN_ON_SECRET")
        server, client_id, secret = (self.text(name) for name in names)
        if not (server or client_id or secret):
            return None
        for name in names:
            if not self.text(name):
                raise SystemExit(f"{name} is not set: the national sign-on needs {', '.join(names)} together, or none.")
        where = urlsplit(server)
        own_machine = where.scheme == "http" and where.hostname in LOOPBACK
        if not where.hostname or not (where.scheme == "https" or own_machine):
            raise SystemExit("SIGN_ON_SERVER must be an https address: over http anybody on the way could sign in.")
        return SignOn(
            server=server.rstrip("/"),
            client_id=client_id,
            secret=secret,
            claim=self.text("SIGN_ON_CLAIM") or "national_code",
            scopes=tuple(self.texts("SIGN_ON_SCOPES", ("openid", "profile", "phone"))),
        )

    def text(self, name: str, default: str = "") -> str:
        """A text setting, or its default."""
        return str(self._env.str(name, default=default))

    def texts(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        """A comma-separated setting."""
        return list(self._env.list(name, default=list(default)))

    def flag(self, name: str, default: bool) -> bool:
        """An on/off setting."""
        return bool(self._env.bool(name, default=default))

    def count(self, name: str) -> int:
        """A whole number from 0 on; 0 when it is not given, refused when it is something else."""
        given = self.text(name).strip()
        if not given:
            return 0
        if not (given.isascii() and given.isdigit()):
            raise SystemExit(f"{name}={given} is not a number (0, 1, 2 …); see the settings table in README.md.")
        return int(given)

    def public_url(self, *, https_only: bool = False) -> str:
        """Address people reach the portal at, without a closing slash, or nothing; refuses what is no such address."""
        given = self.text("PUBLIC_URL").strip()
        if not given:
            return ""
        address = addresses.of_portal(given, https_only=https_only)
        if address is None:
            raise SystemExit(
                f"PUBLIC_URL={given} is not the address of a portal: it begins with https://{'' if https_only else ' or http://'}"
                " and ends with the host or a path; see the settings table in README.md."
            )
        return address

    def required(self, name: str) -> str:
        """A setting production cannot do without; refuses to start when it is missing."""
        value = self._env.str(name, default="")
        if not value:
            raise SystemExit(
                f"{name} is not set. Production does not start without it; see the settings table in README.md."
            )
        return value


def data_dir() -> Path:
    """Folder of everything the portal keeps on this machine outside the database."""
    return Path(os.environ.get("PORTAL_DATA_DIR", "") or BASE_DIR / ".data")
