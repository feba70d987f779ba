"""The verifier at the limits of what a record may hold, and before files that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from allocations.engine import Criterion, Mode, Plot, build, record, run
from tests.allocations.engine import worlds
from tests.allocations.engine.records import OUTCOME, RECORD, edited, rehashed, verdict
from tests.allocations.engine.worlds import A, World


def test_what_the_engine_allows_at_its_limits_the_verifier_allows_too(tmp_path: Path) -> None:
    rules = worlds.rules(
        Mode.AUCTION, title="ظ" * 1000, call="c" * 64, criteria=(Criterion("a", 100, 10**9),), tie_break=("a",)
    )
    one = replace(worlds.application(rules, A, ["9-"], amount=10**18), points={"a": 10**9})
    edge = World(rules, (Plot("9-", 1), Plot("Z" * 24, 10**18)), (one,), b"v" * 4096)
    draw = replace(edge.draw(), entered_at=rules.randomness.announced_at)
    good, said = verdict(tmp_path, build(run(rules, edge.plots, edge.applications, draw, 10**18, "0" * 64)))
    assert good, said


@pytest.mark.parametrize(
    ("name", "change", "check"),
    [
        ("rules.json", lambda row: row.update(title="x" * 1001), "rules"),
        ("rules.json", lambda row: row.update(title=" "), "rules"),
        ("rules.json", lambda row: row["criteria"][0].update(max=10**9 + 1), "rules"),
        ("rules.json", lambda row: row["criteria"][0].update(weight=0), "rules"),
        ("rules.json", lambda row: row["randomness"].update(announced_at="2026-02-30T00:00:00Z"), "rules"),
        ("plots.jsonl", lambda row: row.update(area_m2=0), "list"),
        ("plots.jsonl", lambda row: row.update(plot="A" * 25), "list"),
        ("applications.jsonl", lambda row: row.update(trade=""), "list"),
        ("applications.jsonl", lambda row: row.update(score=-1), "list"),
        ("draw.json", lambda row: row.update(value=""), "seed"),
        ("draw.json", lambda row: row.update(value="00" * 4097), "seed"),
    ],
)
def test_what_the_engine_would_never_write_is_refused(
    tmp_path: Path, name: str, change: Callable[[dict[str, object]], object], check: str
) -> None:
    good, said = verdict(tmp_path, edited(name, 0, change))
    assert not good and said[-1].startswith(f"WRONG  {check}:"), said[-1]


def hostile() -> dict[str, bytes]:
    """Files that somebody could offer for a record."""

    def zipped(names: list[str], method: int = zipfile.ZIP_STORED) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", method) as archive:
            for name in names:
                archive.writestr(name, OUTCOME.files.get(name, b"x"))
        return stream.getvalue()

    names = list(record.FILES)
    deep = b'{"a":' * 200_000 + b"1" + b"}" * 200_000
    return {
        "empty": b"",
        "text": b"hello",
        "ordinary zip": zipped(names),
        "deflated": zipped(names, zipfile.ZIP_DEFLATED),
        "other order": zipped(names[::-1]),
        "path names": zipped(["../rules.json", *names[1:]]),
        "absolute names": zipped(["/etc/passwd", *names]),
        "one more": zipped([*names, "rules.json2"]),
        "missing": zipped(names[:-1]),
        "extra": RECORD[: RECORD.index(b"PK\1\2")] + zipped(["x"]),
        "trailing": RECORD + b"\n",
        "leading": b"\n" + RECORD,
        "cut": RECORD[: len(RECORD) // 2],
        "huge size": RECORD[:22] + b"\xff\xff\xff\xff" + RECORD[26:],
        "deep JSON": rehashed({"rules.json": deep}),
        "endless number": rehashed({"rules.json": b'{"a":' + b"9" * 100_000 + b"}"}),
        "not UTF-8": rehashed({"draw.json": b'{"a":"\xff"}'}),
        "surrogate": rehashed({"draw.json": b'{"a":"\\ud800"}'}),
        "list for object": rehashed({"draw.json": b"[]"}),
        "NaN": rehashed({"draw.json": b'{"entered_at":NaN,"seed":"","value":""}'}),
        "key that is no text": rehashed({"plots.jsonl": b'{"plot":[1]}\n'}),
        "empty files": rehashed(dict.fromkeys(record.FILES[:-1], b"")),
        "objects without fields": rehashed(dict.fromkeys(record.FILES[:-1], b"{}")),
        "criteria of texts": edited("rules.json", 0, lambda row: row.update(criteria=["x"])),
        "tie break of lists": edited("rules.json", 0, lambda row: row.update(tie_break=[[]])),
        "points of lists": edited("applications.jsonl", 0, lambda row: row.update(points=[])),
        "choices of objects": edited("applications.jsonl", 0, lambda row: row.update(choices=[{}])),
        "mode of list": edited("rules.json", 0, lambda row: row.update(mode=[])),
        "terminal tricks": edited("rules.json", 0, lambda row: row.update(call="\x1b[31m\u202e")),
        "result of nulls": rehashed({"result.jsonl": b'{"application":null}\n'}),
        "waiting of numbers": edited("waiting.jsonl", 0, lambda row: row.update(queue=7)),
        "manifest of a list": rehashed({}, files=[]),
        "manifest run of zero": rehashed({}, run=0),
    }


@pytest.mark.parametrize("kind", sorted(hostile()))
def test_a_hostile_file_gets_one_line_and_no_traceback(tmp_path: Path, kind: str) -> None:
    good, said = verdict(tmp_path, hostile()[kind])
    assert not good
    assert said[-1].startswith("WRONG") and "\n" not in said[-1] and said[-1].isascii() and len(said[-1]) < 1000
    assert "cannot be read as a record" not in said[-1], "the check itself should have found it"
