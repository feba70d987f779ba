"""What a data sheet takes and refuses, each kind of value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clinic.cases.choices import SheetKind
from clinic.cases.sheet_values import clean
from clinic.cases.sheets import SHEETS
from core.errors import InvalidInput

DEBTS = {"bank": 100, "bank_overdue": 40, "insurance": 0, "tax": "0"}


def errors(kind: str, items: dict[str, Any], rows: list[dict[str, Any]] | None = None) -> set[str]:
    """Names of the fields that are refused."""
    with pytest.raises(InvalidInput) as refusal:
        clean(kind, items, rows or [])
    return set(refusal.value.errors)


def test_every_kind_has_a_schema_and_a_refusal_of_nothing_at_all() -> None:
    assert set(SHEETS) == set(SheetKind)
    for kind in SheetKind:
        assert errors(kind, {})


def test_values_are_kept_in_one_form_and_what_is_not_known_is_left_out() -> None:
    kept = clean(
        "CAPACITY", {"product": " کفش  چرمي ", "measure": "جفت", "nominal": "1200.50", "actual_percent": 12}, []
    )
    assert kept == {
        "items": {"product": "کفش چرمی", "measure": "جفت", "nominal": "1200.5", "actual_percent": "12"}, "rows": [],
    }  # fmt: skip
    rows = [{"name": "پروانه", "valid_until": date(2027, 3, 20)}, {"name": "", "valid_until": None}]
    assert clean("LICENCES", {}, rows)["rows"] == [{"name": "پروانه", "valid_until": "2027-03-20"}]


def test_numbers_beyond_their_limits_halves_of_people_and_endless_texts_are_refused() -> None:
    staff = {"present": 3, "insured": 2}
    for odd in (-1, 2.5, "x", 10_000_001, True, float("inf"), float("nan")):
        assert errors("STAFF", {**staff, "present": odd}) == {"present"}
    for odd in (151, -1, "NaN"):
        wrong = {"product": "کفش", "measure": "جفت", "nominal": 1, "actual_percent": odd}
        assert errors("CAPACITY", wrong) == {"actual_percent"}
    assert errors("DEBTS", {**DEBTS, "tax": 10**18}) == {"tax"}
    assert errors("MARKET", {"customers": "ا" * 2001}) == {"customers"}
    assert errors("IDENTITY", {"manager": "م", "products": "ک", "founded": 1299}) == {"founded"}
    assert errors("LICENCES", {}, [{"name": "پ", "valid_until": "1405/13/01"}]) == {"rows_0_valid_until"}


def test_what_contradicts_itself_is_refused_beside_its_field() -> None:
    assert errors("DEBTS", {**DEBTS, "bank_overdue": 101}) == {"bank_overdue"}
    rows = [{}, {"year": 1403, "amount": 5}, {"year": 1403, "amount": 5, "export": 6}]
    assert errors("SALES", {}, rows) == {"rows_2_year", "rows_2_export"}
    assert errors("ORDERS", {}, [{"product": "کفش"}]) == {"rows_0_amount"}
    assert errors("SALES", {}, [{}, {"year": None, "amount": ""}]) == {"__all__"}


def test_unknown_names_kinds_and_endless_rows_are_refused() -> None:
    with pytest.raises(TypeError):
        clean("STAFF", {"present": 1, "insured": 1, "status": "x"}, [])
    with pytest.raises(InvalidInput):
        clean("NOTHING", {}, [])
    with pytest.raises(InvalidInput):
        clean("MACHINES", {}, [{"name": "م", "count": 1}] * 41)
    with pytest.raises(InvalidInput):
        clean("STAFF", {"present": 1, "insured": 1}, [{"x": 1}])
