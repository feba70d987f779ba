"""Canonical JSON: one value, one sequence of bytes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocations.engine import EngineRefusal, Mode, canonical

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    st.none() | st.integers(-(10**18), 10**18) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


def test_keys_are_sorted_by_code_point_and_nothing_is_padded() -> None:
    assert canonical.dumps({"b": 1, "a": [1, None, "x"], "ا": "ظ"}) == '{"a":[1,null,"x"],"b":1,"ا":"ظ"}'.encode()


def test_keys_beyond_the_first_plane_come_last() -> None:
    assert canonical.dumps({"\U00010000": 1, "\uffee": 2}) == '{"\uffee":2,"\U00010000":1}'.encode()


def test_texts_are_written_in_nfc() -> None:
    assert canonical.dumps({"t": "A\u030a"}) == '{"t":"Å"}'.encode()


def test_only_what_must_be_escaped_is_escaped() -> None:
    assert canonical.dumps({"t": '"\\/\b\t\n\f\r\x01\x7f'}) == b'{"t":"\\"\\\\/\\b\\t\\n\\f\\r\\u0001\x7f"}'


def test_an_enum_is_written_as_its_text() -> None:
    assert canonical.dumps([Mode.SCORED]) == b'["SCORED"]'


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        True,
        False,
        b"x",
        {1: 2},
        "\ud800",
        10**18 + 1,
        -(10**18) - 1,
        {1, 2},
        pytest.param(object(), id="an object"),
    ],
    ids=repr,
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(EngineRefusal) as refused:
        canonical.dumps({"v": value})
    assert refused.value.problems[0].code == "NOT_CANONICAL"


def test_two_keys_that_are_one_in_nfc_are_refused() -> None:
    with pytest.raises(EngineRefusal):
        canonical.dumps({"Å": 1, "A\u030a": 2})


@given(st.dictionaries(texts, values, max_size=4))
def test_what_was_written_reads_back_and_is_json(value: dict[str, object]) -> None:
    try:
        written = canonical.dumps(value)
    except EngineRefusal:
        return  # two keys fell together in NFC
    assert canonical.dumps(canonical.loads(written)) == written
    assert json.loads(written) == canonical.loads(written)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"1",
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1}\n',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":-0}',
        b'{"a":01}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":true}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        '{"a":"A\u030a"}'.encode(),
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=lambda data: repr(data[:24]),
)
def test_bytes_that_are_not_canonical_are_refused(data: bytes) -> None:
    with pytest.raises(EngineRefusal):
        canonical.loads(data)


def test_lines_are_sorted_by_their_key_and_each_is_ended() -> None:
    lines = canonical.dump_lines([{"k": "b"}, {"k": "a"}], key="k")
    assert lines == b'{"k":"a"}\n{"k":"b"}\n'
    assert canonical.load_lines(lines, key="k") == [{"k": "a"}, {"k": "b"}]
    assert canonical.dump_lines([], key="k") == b"" and canonical.load_lines(b"", key="k") == []


@pytest.mark.parametrize("data", [b'{"k":"a"}', b'{"k":"b"}\n{"k":"a"}\n', b'{"k":"a"}\n{"k":"a"}\n', b"\n"])
def test_lines_out_of_order_repeated_or_not_ended_are_refused(data: bytes) -> None:
    with pytest.raises(EngineRefusal):
        canonical.load_lines(data, key="k")
