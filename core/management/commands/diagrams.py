"""`manage.py diagrams`: docs/states.md from the workflow tables."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import diagrams


class Command(BaseCommand):
    """Writes the page; `--check` only compares and fails when it differs."""

    help = "Draw docs/states.md from the workflow tables."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--check`."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        page = settings.BASE_DIR / "docs" / "states.md"
        drawn = diagrams.draw()
        if options["check"]:
            if not page.exists() or page.read_text("utf8") != drawn:
                raise CommandError("docs/states.md is not what the workflow tables say; run `make diagrams`")
            return
        page.parent.mkdir(exist_ok=True)
        page.write_text(drawn, "utf8")
