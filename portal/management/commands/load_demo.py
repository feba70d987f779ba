"""`manage.py load_demo`: the demo world."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from accounts.demo_cast import sign_ins
from core import clock
from core.audit.context import acting
from portal.demo import world
from portal.demo.side_by_side import processes_here


class Command(BaseCommand):
    """Loads the demo world; running it again changes nothing."""

    help = "Load the demo world (idempotent)."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--if-empty` for start-up, `--sign-ins` to print who can sign in."""
        parser.add_argument(
            "--if-empty", action="store_true", help="load only when there is no account, or to end an interrupted load"
        )
        parser.add_argument("--sign-ins", action="store_true", help="print the demo people; alone, do nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses outside the demo: its people have a published password."""
        if not settings.DEMO:
            raise CommandError("the demo world is loaded only where DEMO is on")
        if self._wanted(options):
            with acting(None, request="load_demo"), override("fa"):
                world.load(now=clock.now(), say=self._say, processes=processes_here())
        if options["sign_ins"]:
            for line in sign_ins():
                self.stdout.write(f"  {line}")

    def _say(self, line: str) -> None:
        """At once: several processes tell in turn, and none may repeat what another left unsaid."""
        self.stdout.write(f"  {line}")
        self.stdout.flush()

    def _wanted(self, options: dict[str, Any]) -> bool:
        if options["if_empty"]:
            return world.is_empty() or world.is_unfinished()
        return not options["sign_ins"]
