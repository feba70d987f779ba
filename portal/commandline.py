"""What `manage.py` does around a command: the right database role, and servers that are running."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from portal.env import Environment
from portal.services import ServiceError, using

WITHOUT_SERVERS = frozenset(
    {
        "",
        "help",
        "version",
        "--help",
        "-h",
        "--version",
        "check",
        "collectstatic",
        "compilemessages",
        "catalogue",
        "diagrams",
        "settings_table",
    }
)
"""Commands that work on files alone."""

AS_OWNER = frozenset({"migrate", "makemigrations", "sqlmigrate", "showmigrations", "pgtrigger", "flush"})
"""Commands that change tables; every other one works with the rights the web server has."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, which needs no traceback."""


def run(arguments: list[str]) -> int:
    """Run one management command; a server that cannot be had is one sentence and exit code 1."""
    command = arguments[1] if len(arguments) > 1 else ""
    if command in AS_OWNER:
        os.environ.setdefault("PORTAL_DB_ROLE", "owner")
    environment = Environment()
    needed = command not in WITHOUT_SERVERS and "--help" not in arguments
    try:
        with using(database=needed and environment.embedded_database, redis=needed and environment.embedded_redis):
            execute_from_command_line(arguments)
    except ServiceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0
