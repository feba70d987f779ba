"""Tables as CSV: readable in Excel, and never a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from core.web.csv import cell, csv_response


@pytest.mark.parametrize("text", ["=1+1", "+98", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("http://x")'])
def test_a_text_is_never_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (-5, "-5"),
        (Decimal("-1.50"), "-1.50"),
        (Decimal("1E+3"), "1000"),
        ("چاقوی زنجان", "چاقوی زنجان"),
        ("0912", "0912"),
        (dt.date(2026, 11, 23), "1405/09/02"),
        (dt.datetime(2026, 11, 23, 11, 0, tzinfo=dt.UTC), "1405/09/02 14:30"),
        (True, "True"),
    ],
)
def test_values_are_written_plainly(value: object, written: str) -> None:
    assert cell(value) == written


def test_the_file_has_a_byte_order_mark_and_keeps_quotes_and_line_breaks() -> None:
    rows = [["الف، «ب»", 'a "b", c', "one\ntwo"]]
    answer = csv_response("x.csv", ["ستون ۱", "=2", "3"], rows)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="x.csv"'
    read = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert read == [["ستون ۱", "'=2", "3"], rows[0]]
