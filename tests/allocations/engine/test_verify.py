"""The verifier accepts what is right and finds whatever is changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from allocations.engine import Mode, Plot, build, manifest_sha256, record, verify
from allocations.engine.canonical import dump_lines
from tests.allocations.engine import worlds
from tests.allocations.engine.records import OUTCOME, RECORD, edited, rehashed, verdict
from tests.allocations.engine.worlds import A, B, World


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


@settings(max_examples=80, deadline=None)
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
