"""`manage.py verify_audit`: is the record of who did what still what was written?"""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.audit.verification import verify


class Command(BaseCommand):
    """Ends with 0 when every event and every link is as it was written, with 1 and the places when not."""

    help = "Recompute the hash chain of the audit record and compare it with every event."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--end` is a hash that was published earlier: it must still be part of the chain."""
        parser.add_argument("--end", default="", help="a hash published earlier; must still be part of the chain")
        parser.add_argument("--limit", type=int, default=100, help="findings of one kind that are printed")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the findings and the verdict."""
        from core.audit.models import Link

        began = time.monotonic()
        verdict = verify(limit=options["limit"])
        for finding in verdict.findings:
            self.stderr.write(str(finding))
        if options["end"] and not Link.objects.filter(hash=options["end"]).exists():
            raise CommandError(f"the published hash {options['end']} is not part of the chain")
        if not verdict.ok:
            raise CommandError(f"{len(verdict.findings)} places of the record are not what was written")
        seconds = time.monotonic() - began
        self.stdout.write(
            f"OK: {verdict.links} links over {verdict.rows} rows in {seconds:.1f} s; end {verdict.end or '-'}"
        )
