"""`manage.py settings_table`: the table of settings in README.md, from portal/env.py."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.env import SETTINGS

PLACE = re.compile(r"(<!-- settings -->\n).*?(<!-- /settings -->)", re.DOTALL)


class Command(BaseCommand):
    """Writes the table between its marks; `--check` only compares and fails when it differs."""

    help = "Write the table of settings into README.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--check`."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        page = settings.BASE_DIR / "README.md"
        text = page.read_text("utf8")
        rows = [f"| `{row.name}` | {row.meaning} | {row.default} |" for row in SETTINGS]
        table = "\n".join(["| setting | meaning | when not given |", "|---|---|---|", *rows, ""])
        written = PLACE.sub(lambda found: found[1] + table + found[2], text)
        if options["check"] and written != text:
            raise CommandError(
                "the settings table of README.md is not what portal/env.py says; run manage.py settings_table"
            )
        if not options["check"]:
            page.write_text(written, "utf8")
