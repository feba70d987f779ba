"""The demo world and the walk of a call from open to final, by the real services, as `make rehearsal` does it."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from allocations.choices import ApplicationStatus, CallStatus
from allocations.models import Application, Award, Call
from core import clock
from core.audit.verification import verify
from portal.demo import people, world

pytestmark = pytest.mark.django_db(transaction=True)

VERIFIER = Path(__file__).resolve().parents[2] / "allocations" / "engine" / "verify.py"
APPLICANTS = 14


def rehearse(what: str = "zarifan-1405") -> list[str]:
    out = StringIO()
    call_command("rehearse", what, stdout=out)
    return out.getvalue().splitlines()


def verdict(record: Path) -> int:
    done = subprocess.run([sys.executable, "-I", "-S", str(VERIFIER), str(record)], capture_output=True)
    return done.returncode


def test_the_rehearsal_ends_final_and_verified_and_a_second_one_says_so(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setenv("PORTAL_DATA_DIR", str(tmp_path))
    said: list[str] = []
    with clock.shifted(-world.BEFORE_ALL_CALLS):
        people.load(now=clock.now())
    assert world.is_unfinished(), "a start that was interrupted here is ended by the next one"
    world.load(now=clock.now(), say=said.append, applicants=APPLICANTS)
    assert not world.is_unfinished()
    assert len(said) >= 5 + len((*world.OF_PROGRAMMES, *world.OF_THE_CLINIC, *world.OF_ALL))
    call = Call.objects.get(slug="zarifan-1405")
    assert call.phase_at(clock.now()) is CallStatus.OPEN
    handed_in = Application.objects.filter(call=call).exclude(status=ApplicationStatus.DRAFT)
    assert handed_in.count() == APPLICANTS
    assert Call.objects.get(slug="eshragh-1404").status == CallStatus.FINAL

    world.load(now=clock.now(), say=said.append, applicants=APPLICANTS)
    assert handed_in.count() == APPLICANTS, "a second load changes nothing"

    lines = rehearse()
    assert [line.split(":")[0] for line in lines[:3]] == ["closed", "reviewed", "scored"]
    assert lines[-3].startswith("OK")
    assert lines[-2] == "state: FINAL"
    awarded = Application.objects.filter(call=call, status=ApplicationStatus.AWARDED).count()
    assert awarded == Award.objects.filter(call=call).count() > APPLICANTS // 2

    again = rehearse()
    assert all("already done" in line for line in again[:9])
    assert again[-3:] == lines[-3:]

    walk_the_programmes()
    walk_the_clinic()

    record = Path(lines[-1].removeprefix("record: "))
    assert verdict(record) == 0
    data = bytearray(record.read_bytes())
    data[len(data) // 2] ^= 1
    record.write_bytes(bytes(data))
    assert verdict(record) == 1
    assert verify().ok


def walk_the_programmes() -> None:
    """A reading, an exhibition and a course of the loaded world; the second walk finds them done."""
    lines, again = ([line.split(":") for line in rehearse("programs")] for _walk in range(2))
    assert [line[0] for line in lines[:7]] == ["reading"] * 2 + ["exhibition"] * 2 + ["course"] * 3
    assert lines[7][0] == "certificate" and "genuine" in lines[7][1]
    assert lines[-3][0].startswith("OK") and lines[-2] == ["state", " APPROVED"]
    assert [line[-1].strip() for line in again[:3]] == ["already done for this month", "already done", "already done"]
    call_command("verify_programs", stdout=StringIO())


def walk_the_clinic() -> None:
    """A shoe unit of the loaded world from request to revival; the second walk finds it done, and the same report genuine."""
    lines, again = rehearse("clinic"), rehearse("clinic")
    stages = [line.split(":")[0] for line in lines]
    assert stages == [
        "request", "case", "team", "visit", "diagnosis", "report", "plan", "treatment", *["follow-up"] * 3, "outcome",
        "report", "paper",
    ]  # fmt: skip
    assert "REVIVED" in lines[11] and "genuine" in lines[12]
    assert Path(lines[13].removeprefix("paper: ")).read_bytes().startswith(b"%PDF-")
    assert "already done: REVIVED" in again[0] and again[1:] == lines[12:]


def test_a_rehearsal_of_a_call_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(CommandError, match="there is no call"):
        call_command("rehearse", "nowhere")


def test_outside_the_demo_nothing_is_loaded(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="only where DEMO is on"):
        call_command("load_demo")
