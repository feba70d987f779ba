"""The record: eight files, one possible sequence of bytes, and back again."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

from allocations.engine import EngineRefusal, build, manifest_sha256, parse, record
from allocations.engine.canonical import sha256_hex
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import World

OUTCOME = worlds.golden().run()
RECORD = build(OUTCOME)


def test_the_worked_example_never_changes_its_bytes() -> None:
    assert sha256_hex(RECORD) == "7a03b71a85f0e8ef2bab557ce8f6302c115ad4c89927b7d479e532a9eb95d028"
    assert manifest_sha256(OUTCOME) == "cd55dc3bbdf07ebe40c72b6ab8179d82f8d1d9e637babe57a1b6f1ba27cd0680"


def test_any_unzip_program_reads_it_and_finds_the_files_in_order_stored_and_dated_1980() -> None:
    with zipfile.ZipFile(io.BytesIO(RECORD)) as archive:
        assert archive.testzip() is None
        assert tuple(archive.namelist()) == record.FILES
        for info in archive.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.extra, info.comment) == (b"", b"")
            assert archive.read(info) == OUTCOME.files[info.filename]


def test_single_objects_have_no_final_line_feed_and_lines_have_one_each() -> None:
    for name, data in OUTCOME.files.items():
        assert data.endswith(b"\n") == name.endswith(".jsonl")


def test_the_manifest_names_the_hash_of_every_other_file() -> None:
    assert dict(OUTCOME.manifest.files) == {
        name: sha256_hex(data) for name, data in OUTCOME.files.items() if name != "manifest.json"
    }


@settings(max_examples=60, deadline=None)
@given(worlds.worlds())
def test_a_record_reads_back_as_it_was_written(world: World) -> None:
    outcome = world.run()
    back = parse(build(outcome))
    assert build(back) == build(outcome)
    assert (back.results, back.waiting, back.cutoffs) == (outcome.results, outcome.waiting, outcome.cutoffs)
    assert (back.rules, back.draw, back.manifest) == (outcome.rules, outcome.draw, outcome.manifest)
    assert [one.choices for one in back.applications] == [one.choices for one in outcome.applications]


def test_a_run_of_a_record_read_back_gives_the_same_bytes() -> None:
    back = parse(RECORD)
    assert build(World(back.rules, back.plots, back.applications, worlds.golden().value).run("fast")) == RECORD


def test_a_record_of_other_files_is_not_built() -> None:
    with pytest.raises(EngineRefusal, match="WRONG_FILES"):
        record.build_zip({**OUTCOME.files, "extra.txt": b""})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        RECORD[:-1],
        RECORD + b"\0",
        b"\0" + RECORD,
        RECORD[:400],
        RECORD.replace(b"rules.json", b"Rules.json"),
    ],
)
def test_a_damaged_container_is_refused(data: bytes) -> None:
    with pytest.raises(EngineRefusal, match="DAMAGED_RECORD"):
        parse(data)


@pytest.mark.parametrize("name", record.FILES[:-1])
def test_a_file_that_does_not_fit_its_hash_is_refused(name: str) -> None:
    files = {**OUTCOME.files, name: OUTCOME.files[name].replace(b"0", b"1")}
    with pytest.raises(EngineRefusal, match="WRONG_HASH"):
        parse(record.build_zip(files))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rules.json", b"{}", "BAD_FIELDS"),
        ("plots.jsonl", b'{"plot":"Z-01"}\n', "BAD_FIELDS"),
        ("draw.json", b'{"entered_at":1,"seed":"a","value":"a"}', "BAD_FIELD"),
        ("waiting.jsonl", b'{"plot":"Z-01","queue":[1]}\n', "BAD_FIELD"),
        ("waiting.jsonl", b'{"plot":"Z-01","queue":{}}\n', "BAD_FIELD"),
        ("result.jsonl", b'{"application":"a","choice":"1","draw_number":1,"plot":null}\n', "BAD_FIELD"),
        ("cutoffs.jsonl", b'{"plot":"Z-01"', "NOT_CANONICAL"),
    ],
)
def test_a_file_of_another_shape_is_refused(name: str, data: bytes, code: str) -> None:
    files = {**OUTCOME.files, name: data}
    stated = OUTCOME.files["manifest.json"].decode()
    files["manifest.json"] = stated.replace(OUTCOME.manifest.files[name], sha256_hex(data)).encode()
    with pytest.raises(EngineRefusal, match=code):
        parse(record.build_zip(files))
