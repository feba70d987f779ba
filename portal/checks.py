"""System checks of promises that settings could break."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

READ_COMMITTED = r"read\ committed"
"""As it is written in the options of a connection."""


@register()
def read_committed_is_pinned(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Locks and constraints are designed for READ COMMITTED; another level would change who wins a race."""
    options = dict(settings.DATABASES["default"].get("OPTIONS", {}))
    levels = re.findall(r"default_transaction_isolation=((?:\\.|\S)+)", str(options.get("options", "")))
    if "isolation_level" in options or levels[-1:] != [READ_COMMITTED]:
        return [Error("The isolation level of the database must stay READ COMMITTED.", id="portal.E001")]
    return []


@register()
def only_postgresql(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Constraints, triggers and locks are PostgreSQL's."""
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        return [Error("The portal works on PostgreSQL alone.", id="portal.E002")]
    return []
