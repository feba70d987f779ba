"""`manage.py rehearse zarifan-1405`: a demo call from open to final; `rehearse programs`: a reading, an exhibition and a course
of the demo's programmes; `rehearse clinic`: a stalled unit from request to revival. One line a step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from allocations.choices import RunStatus
from allocations.models import Call, Run
from allocations.selectors import archive
from clinic.consultants.models import Consultant
from core import clock
from core.audit.context import acting
from portal.demo import people, walk_clinic, walk_programmes, world
from portal.demo.walk import Walk
from portal.env import data_dir

PROGRAMMES, CLINIC = "programs", "clinic"


class Command(BaseCommand):
    """Uses the services people use on screen; the clock of this process runs ahead over the deadlines."""

    help = "Walk a demo call, the demo's programmes, or a case of its clinic, from start to end."

    def add_arguments(self, parser: CommandParser) -> None:
        """What is rehearsed."""
        parser.add_argument("what", help=f"slug of a call, for example zarifan-1405, or {PROGRAMMES}, {CLINIC}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each step; of a call, write the record to `.data/records/` too and run its verifier on it."""
        if not settings.DEMO:
            raise CommandError("a rehearsal needs the demo world")
        if options["what"] == PROGRAMMES:
            self._programmes()
            return
        if options["what"] == CLINIC:
            self._clinic()
            return
        call = Call.objects.filter(slug=options["what"]).first()
        if call is None:
            raise CommandError(f"there is no call {options['what']}; load the demo world first (manage.py load_demo)")
        with acting(None, request="rehearse"), override("fa"):
            cast = world.the_cast(people.load(now=clock.now()))
            for line in Walk(call, cast).steps():
                self.stdout.write(line)
        self._verify(call)

    def _programmes(self) -> None:
        with acting(None, request="rehearse"), override("fa"):
            for line in walk_programmes.steps(people.load(now=clock.now())):
                self.stdout.write(line)
        run = walk_programmes.booths_run()
        state = run.exhibition.status
        self._check(f"{run.exhibition.slug}.zip", bytes(run.record), run.manifest_sha256, state=state)

    def _clinic(self) -> None:
        if not Consultant.objects.filter(is_illustrative=True).exists():
            raise CommandError("there are no consultants; load the demo world first (manage.py load_demo)")
        with acting(None, request="rehearse"), override("fa"):
            now = clock.now()
            for line in walk_clinic.steps(people.load(now=now), now=now):
                self.stdout.write(line)
        name, paper = walk_clinic.paper()
        path = self._folder() / name
        path.write_bytes(paper)
        self.stdout.write(f"paper: {path}")

    def _folder(self) -> Path:
        folder = data_dir() / "records"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _verify(self, call: Call) -> None:
        call.refresh_from_db()
        run = Run.objects.get(call=call, status=RunStatus.APPROVED)
        self._check(f"{call.slug}-{run.number}.zip", archive.bytes_of(run), run.manifest_sha256, state=call.status)

    def _check(self, name: str, record: bytes, manifest_sha256: str, *, state: str) -> None:
        path = self._folder() / name
        path.write_bytes(record)
        verifier = Path(settings.BASE_DIR) / "allocations" / "engine" / "verify.py"
        # -I -S: the verifier with the standard library alone, as a citizen would run it.
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(verifier), str(path), "--manifest", manifest_sha256],
            capture_output=True,
            text=True,
        )
        self.stdout.write(done.stdout.rstrip())
        self.stdout.write(f"state: {state}")
        self.stdout.write(f"record: {path}")
        if done.returncode != 0:
            raise CommandError(f"the verifier does not accept the record: {done.stderr}")
