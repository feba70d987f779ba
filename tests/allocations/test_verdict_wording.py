"""The lines of the verifier in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation

from allocations import verdict_wording
from allocations.engine import Mode, build, manifest_sha256, verify
from tests.allocations.engine import worlds


def printed(folder: Path, mode: Mode) -> list[str]:
    """What the verifier prints of a second run of this mode, when everything it can compare is given to it."""
    world = worlds.large_world(3, people=12, plots=5, mode=mode)
    first = world.run()
    second = world.run(run_number=2, previous=manifest_sha256(first))
    (folder / "before.zip").write_bytes(build(first))
    (folder / "record.zip").write_bytes(build(second))
    said: list[str] = []
    paths = (str(folder / "record.zip"), manifest_sha256(second), str(folder / "before.zip"))
    assert verify.verify(*paths, None, said.append), said
    return said


@pytest.mark.parametrize("mode", list(Mode))
def test_every_line_of_a_good_verdict_is_known(tmp_path: Path, mode: Mode) -> None:
    said = printed(tmp_path, mode)
    shown = verdict_wording.lines("\n".join(said))
    assert len(shown) == len(said) > 14
    assert [line.text for line in shown if line.is_raw] == []


def test_numbers_and_codes_keep_their_place_and_take_the_digits_of_the_language() -> None:
    line = "ok     hashes: run 2 of call zarifan-1405; the manifest's SHA-256 is " + "ab" * 32
    with translation.override("en"):
        assert verdict_wording.lines(line)[0].text == (
            "Fingerprints of the files: run 2 of the call \u2068zarifan-1405\u2069; fingerprint \u2068"
            + "ab" * 32
            + "\u2069"
        )
    with translation.override("fa"):
        text = verdict_wording.lines("ok     matching: 17 of 20 plots given")[0].text
    assert "۱۷" in text and "۲۰" in text and "17" not in text


@pytest.mark.parametrize(
    "line",
    [
        "WRONG  list: byte 5 of the ZIP is not as its contents require",
        "ok     something new: 5 things",
        "ok     matching: seventeen of twenty plots given",
        "ok     matching: 17 of 20 plots given, and more",
        "Traceback (most recent call last):",
        "",
    ],
)
def test_a_line_that_is_not_known_is_shown_word_for_word(line: str) -> None:
    assert verdict_wording.lines(line + "\nx")[0] == verdict_wording.Line(line, is_raw=True)
