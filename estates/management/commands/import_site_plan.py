"""`manage.py import_site_plan <estate> <file.geojson> [--dry-run]`: a site plan, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import clock
from core.audit import acting
from core.errors import NotFound
from estates.errors import PlanRefused
from estates.plans.issues import Issue
from estates.plans.reading import LARGEST_FILE
from estates.services import site_plans


class Command(BaseCommand):
    """Prints every error with the number of its feature and the plot's code; exit code 1 when there is one."""

    help = "Import the site plan of an estate from a GeoJSON file: checked as a whole, brought in as a whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        """Estate, file, dry run."""
        parser.add_argument("estate", help="slug of the estate")
        parser.add_argument("file", type=Path, help="GeoJSON FeatureCollection, longitude first")
        parser.add_argument("--dry-run", action="store_true", help="check only, write nothing")

    def handle(self, *args: Any, estate: str, file: Path, dry_run: bool, **options: Any) -> None:
        """Read the file and hand it to the service."""
        content = _read(file)
        try:
            with acting(None, reason=f"import_site_plan {estate} {file.name}"):
                changes = site_plans.load(
                    estate_slug=estate, content=content, dry_run=dry_run, by=None, now=clock.now()
                )
        except NotFound as error:
            raise CommandError(f"There is no estate {estate}.") from error
        except PlanRefused as refused:
            for issue in refused.issues:
                self.stderr.write(str(issue))
            raise CommandError(f"{len(refused.issues)} errors; nothing was changed.") from refused
        if changes.nothing:
            self.stdout.write(f"no change: {changes.unchanged} plots are as the file says")
            return
        verb = "would be " if dry_run else ""
        self.stdout.write(
            f"{len(changes.added)} plots {verb}added, {len(changes.changed)} {verb}changed, {changes.unchanged} unchanged"
        )
        if changes.absent:
            self.stdout.write(f"not in the file and left as they are: {', '.join(changes.absent)}")


def _read(file: Path) -> bytes:
    try:
        # The size is asked first: a file of many gigabytes is not read to be refused.
        if file.stat().st_size > LARGEST_FILE:
            raise CommandError(str(Issue("too_large", params={"limit": LARGEST_FILE // 1024 // 1024})))
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
