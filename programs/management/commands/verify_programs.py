"""`manage.py verify_programs`: works every figure of programmes out again and names what differs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core import clock
from core.audit import verification as record
from core.persian.calendar import first_of_month
from programs import verification


class Command(BaseCommand):
    """Exit code 1 when a figure, a reading or the record behind it is not what it was."""

    help = (
        "Recomputes all figures of programmes from the approved readings, and compares readings with the audit record."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """`--no-record` leaves the hash chain to verify_audit."""
        parser.add_argument("--no-record", action="store_true", help="do not check the hash chain of the audit record")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and say."""
        verdict = verification.verify(first_of_month(clock.today()))
        lines = [str(difference) for difference in verdict.differences]
        if not options["no_record"]:
            lines += [f"audit record: {finding}" for finding in record.verify().findings]
        for line in lines:
            self.stderr.write(line)
        self.stdout.write(f"{verdict.figures} figures compared, {len(lines)} differences")
        if lines:
            raise SystemExit(1)
