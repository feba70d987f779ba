"""The walks of `make rehearsal` through the demo world: a call from open to final, the programmes, a case of the clinic."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from allocations.choices import ApplicationStatus
from allocations.models import Application, Award, Call
from core.audit.verification import verify
from tests.flows.conftest import APPLICANTS, Demo

pytestmark = pytest.mark.django_db

VERIFIER = Path(__file__).resolve().parents[2] / "allocations" / "engine" / "verify.py"


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records and papers of the walks lie in a folder of the test."""
    monkeypatch.setenv("PORTAL_DATA_DIR", str(tmp_path))


def rehearse(what: str = "zarifan-1405") -> list[str]:
    out = StringIO()
    call_command("rehearse", what, stdout=out)
    return out.getvalue().splitlines()


def verdict(record: Path) -> int:
    done = subprocess.run([sys.executable, "-I", "-S", str(VERIFIER), str(record)], capture_output=True)
    return done.returncode


def chain_holds() -> bool:
    """Whether every act of the walk is in the audit chain, sealed as a commit would do it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return verify().ok


def test_the_rehearsal_of_a_call_ends_final_and_verified_and_a_second_one_says_so(demo: Demo) -> None:
    lines = rehearse()
    assert [line.split(":")[0] for line in lines[:3]] == ["closed", "reviewed", "scored"]
    assert lines[-3].startswith("OK")
    assert lines[-2] == "state: FINAL"
    call = Call.objects.get(slug="zarifan-1405")
    awarded = Application.objects.filter(call=call, status=ApplicationStatus.AWARDED).count()
    assert awarded == Award.objects.filter(call=call).count() > APPLICANTS // 2

    again = rehearse()
    assert all("already done" in line for line in again[:9])
    assert again[-3:] == lines[-3:]

    record = Path(lines[-1].removeprefix("record: "))
    assert verdict(record) == 0
    data = bytearray(record.read_bytes())
    data[len(data) // 2] ^= 1
    record.write_bytes(bytes(data))
    assert verdict(record) == 1
    assert chain_holds()


def test_a_reading_an_exhibition_and_a_course_are_walked_and_a_second_walk_finds_them_done(demo: Demo) -> None:
    lines, again = ([line.split(":") for line in rehearse("programs")] for _walk in range(2))
    assert [line[0] for line in lines[:7]] == ["reading"] * 2 + ["exhibition"] * 2 + ["course"] * 3
    assert lines[7][0] == "certificate" and "genuine" in lines[7][1]
    assert lines[-3][0].startswith("OK") and lines[-2] == ["state", " APPROVED"]
    assert [line[-1].strip() for line in again[:3]] == ["already done for this month", "already done", "already done"]
    assert chain_holds()
    call_command("verify_programs", stdout=StringIO())


def test_a_shoe_unit_is_walked_from_request_to_revival_and_a_second_walk_finds_the_same_report(demo: Demo) -> None:
    lines, again = rehearse("clinic"), rehearse("clinic")
    stages = [line.split(":")[0] for line in lines]
    assert stages == [
        "request", "case", "team", "visit", "diagnosis", "report", "plan", "treatment", *["follow-up"] * 3, "outcome",
        "report", "paper",
    ]  # fmt: skip
    assert "REVIVED" in lines[11] and "genuine" in lines[12]
    assert Path(lines[13].removeprefix("paper: ")).read_bytes().startswith(b"%PDF-")
    assert "already done: REVIVED" in again[0] and again[1:] == lines[12:]
    assert chain_holds()


def test_a_rehearsal_of_a_call_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(CommandError, match="there is no call"):
        call_command("rehearse", "nowhere")
