"""The verifier: accepts what is right, finds whatever is changed, and never falls over."""

from __future__ import annotations

import ast
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from allocations.engine import Criterion, Mode, Plot, build, manifest_sha256, record, run, verify
from allocations.engine.canonical import dump_lines, dumps, sha256_hex
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import A, B, World

SCRIPT = Path(verify.__file__)
OUTCOME = worlds.golden().run()
RECORD = build(OUTCOME)
KEYS = {"plots": "plot", "applications": "application", "result": "application", "waiting": "plot", "cutoffs": "plot"}


def verdict(path: Path, data: bytes, **options: str | None) -> tuple[bool, list[str]]:
    target = path / "record.zip"
    target.write_bytes(data)
    said: list[str] = []
    asked = {"manifest": None, "previous": None, "me": None, **options}
    return verify.verify(str(target), say=said.append, **asked), said


def rehashed(changes: dict[str, bytes], **manifest: object) -> bytes:
    """The record with some files changed and the manifest's hashes made to fit."""
    files = {**OUTCOME.files, **changes}
    stated = json.loads(files["manifest.json"])
    stated["files"] = {name: sha256_hex(data) for name, data in files.items() if name != "manifest.json"}
    files["manifest.json"] = dumps({**stated, **manifest})
    return record.build_zip(files)


def edited(name: str, place: int, change: Callable[[dict[str, object]], object]) -> bytes:
    """The record with one object of one file changed, canonical and re-hashed."""
    data = OUTCOME.files[name]
    if name.endswith(".json"):
        value = json.loads(data)
        change(value)
        return rehashed({name: dumps(value)})
    rows = [json.loads(line) for line in data.splitlines()]
    change(rows[place])
    return rehashed({name: dump_lines(rows, key=KEYS[name.split(".")[0]])})


def test_the_worked_example_passes_with_one_line_a_check(tmp_path: Path) -> None:
    good, said = verdict(tmp_path, RECORD)
    assert good
    assert [line.split(":")[0] for line in said] == [
        "ok     container",
        "ok     hashes",
        "ok     canonical form",
        "ok     rules",
        "ok     list",
        "ok     scores",
        "ok     seed",
        "ok     draw numbers",
        "ok     matching",
        "ok     no justified envy",
        "ok     waiting lists",
        "ok     cut-offs",
        "OK     the record is exactly what its rules, its list and the draw give",
    ]
    assert manifest_sha256(OUTCOME) in said[1]


@settings(max_examples=150, deadline=None)
@given(worlds.worlds())
def test_every_record_the_engine_writes_passes(tmp_path_factory: pytest.TempPathFactory, world: World) -> None:
    good, said = verdict(tmp_path_factory.getbasetemp(), build(world.run("fast")))
    assert good, said


def test_one_byte_changed_anywhere_is_found(tmp_path: Path) -> None:
    """Every byte of the ZIP, headers too, each with three other values."""
    rules = worlds.rules(Mode.LOTTERY, title="t")
    people = tuple(worlds.application(rules, name, ["Z-01"]) for name in (A, B))
    data = build(World(rules, (Plot("Z-01", 40),), people).run())
    target = tmp_path / "record.zip"
    target.write_bytes(data)
    with target.open("r+b", buffering=0) as stream:
        for place, byte in enumerate(data):
            for flip in (0x01, 0x20, 0xFF):
                stream.seek(place)
                stream.write(bytes([byte ^ flip]))
                passed = verify.verify(str(target), None, None, None, lambda line: None)
                assert not passed, (place, flip)
            stream.seek(place)
            stream.write(bytes([byte]))
    assert target.read_bytes() == data


def test_one_byte_changed_in_any_file_is_found_even_when_the_container_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "record.zip"
    for name, data in OUTCOME.files.items():
        for place in range(len(data)):
            changed = bytearray(data)
            changed[place] ^= 0x01
            target.write_bytes(record.build_zip({**OUTCOME.files, name: bytes(changed)}))
            passed = verify.verify(str(target), manifest_sha256(OUTCOME), None, None, lambda line: None)
            assert not passed, (name, place)


@pytest.mark.parametrize(
    ("name", "place", "change", "check"),
    [
        ("rules.json", 0, lambda row: row.update(title="x"), "seed"),
        ("rules.json", 0, lambda row: row.update(mode="LOTTERY"), "scores"),
        ("rules.json", 0, lambda row: row.update(tie_break=[]), "seed"),
        ("rules.json", 0, lambda row: row.update(call="other"), "rules"),
        ("rules.json", 0, lambda row: row["criteria"][0].update(weight=61), "rules"),
        ("rules.json", 0, lambda row: row["criteria"][0].update(max=7999), "list"),
        ("rules.json", 0, lambda row: row["randomness"].update(event="another"), "seed"),
        ("rules.json", 0, lambda row: row.update(more=1), "rules"),
        ("rules.json", 0, lambda row: row.pop("groups"), "rules"),
        ("plots.jsonl", 0, lambda row: row.update(area_m2=49), "seed"),
        ("plots.jsonl", 0, lambda row: row.update(area_m2="48"), "list"),
        ("plots.jsonl", 1, lambda row: row.update(trades=["knife", "copper"]), "list"),
        ("plots.jsonl", 1, lambda row: row.update(trades=[]), "seed"),
        ("plots.jsonl", 2, lambda row: row.update(reserved_for=None), "seed"),
        ("plots.jsonl", 2, lambda row: row.update(reserved_for="friends"), "list"),
        ("applications.jsonl", 0, lambda row: row.update(score=6801), "scores"),
        ("applications.jsonl", 0, lambda row: row["points"].update(jobs=5001), "seed"),
        ("applications.jsonl", 0, lambda row: row["points"].update(jobs=5010), "scores"),
        ("applications.jsonl", 0, lambda row: row["points"].update(jobs=10001), "list"),
        ("applications.jsonl", 0, lambda row: row.update(choices=["Z-02", "Z-01"]), "seed"),
        ("applications.jsonl", 0, lambda row: row.update(choices=["Z-01", "Z-01"]), "list"),
        ("applications.jsonl", 0, lambda row: row.update(choices=["Z-09"]), "list"),
        ("applications.jsonl", 0, lambda row: row.update(amount=1), "list"),
        ("applications.jsonl", 0, lambda row: row.update(submitted_at="2026-11-01T08:00:01Z"), "seed"),
        ("applications.jsonl", 0, lambda row: row.update(application="f" * 26), "seed"),
        ("draw.json", 0, lambda row: row.update(value="00"), "seed"),
        ("draw.json", 0, lambda row: row.update(seed="0" * 64), "seed"),
        ("draw.json", 0, lambda row: row.update(entered_at="2026-11-20T07:59:59Z"), "seed"),
        ("result.jsonl", 0, lambda row: row.update(draw_number=3), "draw numbers"),
        ("result.jsonl", 0, lambda row: row.update(plot=None), "matching"),
        ("result.jsonl", 0, lambda row: row.update(choice=1), "matching"),
        ("result.jsonl", 1, lambda row: row.update(plot="Z-02", choice=2), "matching"),
        ("result.jsonl", 1, lambda row: row.update(note="x"), "matching"),
        ("waiting.jsonl", 0, lambda row: row["queue"].reverse(), "waiting lists"),
        ("waiting.jsonl", 0, lambda row: row["queue"].pop(), "waiting lists"),
        ("waiting.jsonl", 0, lambda row: row["queue"].append("f" * 26), "waiting lists"),
        ("cutoffs.jsonl", 0, lambda row: row.update(score=8199), "cut-offs"),
        ("cutoffs.jsonl", 0, lambda row: row.update(tier=1), "cut-offs"),
        ("cutoffs.jsonl", 0, lambda row: row.update(holder=None), "cut-offs"),
        ("cutoffs.jsonl", 0, lambda row: row.update(draw_number=9), "cut-offs"),
        ("cutoffs.jsonl", 0, lambda row: row.update(applicants=4), "cut-offs"),
    ],
)
def test_a_change_of_meaning_is_found_though_every_hash_fits(
    tmp_path: Path, name: str, place: int, change: Callable[[dict[str, object]], object], check: str
) -> None:
    good, said = verdict(tmp_path, edited(name, place, change))
    assert not good
    assert said[-1].startswith(f"WRONG  {check}:"), said[-1]


@pytest.mark.parametrize(
    ("name", "old", "new", "check"),
    [
        ("rules.json", b'"weight":60', b'"weight":60.0', "rules"),
        ("plots.jsonl", b'"area_m2":48', b'"area_m2":48.0', "list"),
        ("plots.jsonl", b'"area_m2":48', b'"area_m2":1000000000000000001', "list"),
        ("applications.jsonl", b'"score":6800', b'"score":6800.0', "list"),
        ("applications.jsonl", b'"jobs":5000', b'"jobs":5000.0', "list"),
        ("result.jsonl", b'"draw_number":2', b'"draw_number":2.0', "draw numbers"),
        ("result.jsonl", b'"choice":1', b'"choice":true', "matching"),
        ("cutoffs.jsonl", b'"tier":0', b'"tier":false', "cut-offs"),
        ("cutoffs.jsonl", b'"score":8200', b'"score":8200.0', "cut-offs"),
    ],
)
def test_a_number_in_another_dress_is_found_though_every_hash_fits(
    tmp_path: Path, name: str, old: bytes, new: bytes, check: str
) -> None:
    data = OUTCOME.files[name]
    assert old in data
    good, said = verdict(tmp_path, rehashed({name: data.replace(old, new)}))
    assert not good and said[-1].startswith(f"WRONG  {check}:"), said[-1]


@pytest.mark.parametrize("name", [name for name in record.FILES if name.endswith(".jsonl")])
def test_a_line_taken_away_doubled_or_moved_is_found_though_every_hash_fits(tmp_path: Path, name: str) -> None:
    first, second, *rest = OUTCOME.files[name].splitlines(keepends=True)
    for lines in (
        [second, *rest],
        [first, first, second, *rest],
        [second, first, *rest],
        [first, second, *rest, b"\n"],
    ):
        good, said = verdict(tmp_path, rehashed({name: b"".join(lines)}))
        assert not good and said[-1].startswith("WRONG"), said


def test_two_people_who_swap_their_plots_are_found(tmp_path: Path) -> None:
    """A swap that keeps every count and every cut-off's sum: only the matching can tell."""
    rows = [json.loads(line) for line in OUTCOME.files["result.jsonl"].splitlines()]
    rows[0].update(plot="Z-01", choice=1)
    rows[2].update(plot="Z-02", choice=1)
    good, said = verdict(tmp_path, rehashed({"result.jsonl": dump_lines(rows, key="application")}))
    assert not good
    assert said[-1].startswith("WRONG  matching: result.jsonl line 1: expected")


def test_envy_is_found_without_the_matching(tmp_path: Path) -> None:
    parsed = verify.Record(dict(OUTCOME.files))
    for check in (verify.check_draw_numbers, verify.check_matching):
        check(parsed)
    parsed.result[0]["plot"], parsed.result[4]["plot"] = None, "Z-02"
    del parsed.held[A]
    with pytest.raises(verify.Wrong, match="stands before its holder"):
        verify.check_envy(parsed)
    parsed.result[4]["plot"] = None
    with pytest.raises(verify.Wrong, match="stayed free"):
        verify.check_envy(parsed)


def test_the_stated_manifest_must_be_the_records_own(tmp_path: Path) -> None:
    assert verdict(tmp_path, RECORD, manifest=manifest_sha256(OUTCOME))[0]
    assert verdict(tmp_path, RECORD, manifest=manifest_sha256(OUTCOME).upper())[0]
    good, said = verdict(tmp_path, RECORD, manifest="0" * 64)
    assert not good and said[-1].startswith("WRONG  manifest:")


def test_runs_are_chained_by_their_manifests(tmp_path: Path) -> None:
    older = tmp_path / "older.zip"
    older.write_bytes(RECORD)
    second = worlds.golden().run(run_number=2, previous=manifest_sha256(OUTCOME))
    assert verdict(tmp_path, build(second), previous=str(older))[0]
    for wrong in (
        RECORD,
        build(worlds.golden().run(run_number=2)),
        build(worlds.golden().run(run_number=2, previous="0" * 64)),
    ):
        good, said = verdict(tmp_path, wrong, previous=str(older))
        assert not good and said[-1].startswith("WRONG  previous run:")
    older.write_bytes(RECORD[:-1])
    assert not verdict(tmp_path, build(second), previous=str(older))[0]
    assert not verdict(tmp_path, rehashed({}, previous="0" * 64))[0]


def test_one_persons_explanation_is_in_words(tmp_path: Path) -> None:
    good, said = verdict(tmp_path, RECORD, me=B)
    assert good
    assert said[-5:-1] == [
        f"{B}: draw number 5 of 5",
        "  1. Z-01: not yours. The holder's score is 82.00, yours 68.00. You are number 2 in its queue.",
        "  2. Z-02: not yours. Same score; the holder's points for experience are 80.00, yours 70.00. "
        "You are number 2 in its queue.",
        "  3. Z-03: not yours. It is kept first for the group veterans. You are number 1 in its queue.",
    ]
    good, said = verdict(tmp_path, RECORD, me="z" * 26)
    assert not good and said[-1].startswith("WRONG  explanation:")


@settings(max_examples=60, deadline=None)
@given(worlds.worlds())
def test_everybody_can_be_explained(tmp_path_factory: pytest.TempPathFactory, world: World) -> None:
    data = build(world.run())
    for one in world.applications:
        good, said = verdict(tmp_path_factory.getbasetemp(), data, me=one.application)
        assert good and len(said) == 14 + len(one.choices)


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


def command(*arguments: str, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-I", *arguments], capture_output=True, text=True, check=False, env={"PYTHONIOENCODING": "ascii"}
    )


def test_the_command_runs_alone_beside_a_record_and_ends_with_its_verdict(tmp_path: Path) -> None:
    script, target = tmp_path / "verify.py", tmp_path / "record.zip"
    shutil.copy(SCRIPT, script)
    target.write_bytes(RECORD)
    done = command(str(script), str(target), "--manifest", manifest_sha256(OUTCOME), "--me", A)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.splitlines()[-1].startswith("OK ")
    target.write_bytes(RECORD[:-1])
    done = command(str(script), str(target))
    assert (done.returncode, done.stderr) == (1, "") and done.stdout.startswith("WRONG  container:")
    for missing in (tmp_path / "nothing.zip", tmp_path):
        done = command(str(script), str(missing))
        assert (done.returncode, done.stderr) == (1, "") and done.stdout.startswith("WRONG")


def test_a_reader_who_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    target = tmp_path / "record.zip"
    target.write_bytes(RECORD)
    done = subprocess.run(
        f"{sys.executable} -u {SCRIPT} {target} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_the_command_runs_from_the_engines_own_folder(tmp_path: Path) -> None:
    target = tmp_path / "record.zip"
    target.write_bytes(RECORD)
    done = subprocess.run([sys.executable, str(SCRIPT), str(target)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_verifier_is_one_file_of_standard_library_for_python_3_8() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


def test_a_record_in_another_mode_explains_by_its_own_key(tmp_path: Path) -> None:
    for mode, words in [
        (Mode.LOTTERY, "draw number"),
        (Mode.DIRECT, "submitted"),
        (Mode.AUCTION, "rials"),
    ]:
        rules = worlds.rules(mode)
        amount = 10 if mode == Mode.AUCTION else None
        first = worlds.application(rules, A, ["Z-01"], amount=amount)
        second = replace(first, application=B, submitted_at="2026-11-01T08:00:01Z", amount=amount and amount - 1)
        outcome = World(rules, (Plot("Z-01", 40),), (first, second)).run()
        loser = next(line.application for line in outcome.results if line.plot is None)
        good, said = verdict(tmp_path, build(outcome), me=loser)
        assert good and words in said[-2]
