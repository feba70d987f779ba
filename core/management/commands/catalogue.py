"""`manage.py catalogue`: is every text for people there in Persian?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import catalogue


class Command(BaseCommand):
    """`--check` lists what is missing and fails; `--write` brings the catalogue in line with the code and compiles it."""

    help = "Check or write the Persian catalogue."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One of two things to do."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--check", action="store_true")
        what.add_argument("--write", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and print what was found."""
        if options["write"]:
            new = catalogue.write()
            catalogue.compile_catalogue()
            self.stdout.write(f"{new} new texts")
            return
        found = catalogue.problems()
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(f"the Persian catalogue has {len(found)} problems")
        self.stdout.write("the Persian catalogue is complete")
