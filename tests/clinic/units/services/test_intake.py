"""A sheet of units comes in whole or not at all, every wrong cell is named with its row, and twice changes nothing."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from accounts.models import User
from clinic.units.models import IndustrialUnit, UnitImport, UnitReading
from clinic.units.services import intake
from clinic.units.sheets import HEADINGS
from core.errors import PermissionRefused, WrongState
from core.sheets import SheetRefused, SheetUnreadable
from tests.factories import accounts
from tests.factories.clinic_units import NOW, TODAY, ReadingFactory, UnitFactory
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory, TradeFactory

pytestmark = pytest.mark.django_db
GOOD: dict[str, Any] = {
    "name": "کفش نمونه", "trade": "كفش دوزي", "county": "زنجان", "place": "بازار", "licence_kind": "پروانه بهره‌برداری",
    "licence_number": "۱۲۳", "licence_date": "۱۳۹۸/۰۵/۰۱", "nominal_capacity": "۱۲٬۰۰۰", "capacity_unit": "جفت",
    "licensed_staff": "۱۲", "measured_on": "1405/08/30", "actual_capacity_percent": "۴۲٫۵", "staff": 9,
    "sales_rials": "1,200,000,000",
}  # fmt: skip


def lead_of_a_clinic() -> User:
    """Who brings sheets in, where the trade and the county of a good one are known."""
    TradeFactory("shoe_making", "کفش‌دوزی")
    CountyFactory()
    return accounts.clinic_lead()


@pytest.fixture(scope="module")
def once_lead(make_once: Any) -> User:
    return make_once(lead_of_a_clinic)


@pytest.fixture
def lead(once_lead: User) -> User:
    return deepcopy(once_lead)


def sheet(*rows: dict[str, Any]) -> bytes:
    book = Workbook()
    page = book.active
    page.append(list(HEADINGS.values()))
    for row in rows:
        page.append([row.get(name, "") for name in HEADINGS])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def check(by: User, *rows: dict[str, Any]) -> UnitImport:
    return intake.preview(content=sheet(*rows), file_name="units.xlsx", by=by, now=NOW)


def bring_in(by: User, *rows: dict[str, Any]) -> UnitImport:
    return intake.apply(import_id=check(by, *rows).pk, by=by, now=NOW)


def errors(row: UnitImport) -> list[tuple[int, str]]:
    return [(number, column) for number, column, _message in row.errors]


def test_a_good_sheet_comes_in_with_any_spelling_and_again_it_changes_nothing(lead: User) -> None:
    done = bring_in(lead, GOOD, {**GOOD, "name": "دیگری", "licence_number": "124", "measured_on": "", "staff": "",
                                 "actual_capacity_percent": "", "sales_rials": ""})  # fmt: skip
    assert (done.status, done.summary) == ("APPLIED", {"new": 2, "changed": 0, "same": 0, "readings": 1})
    unit = IndustrialUnit.objects.get(licence_number="123")
    assert (unit.name, unit.trade.code, unit.nominal_capacity, unit.licensed_staff) == (
        "کفش نمونه", "shoe_making", 12_000, 12,
    )  # fmt: skip
    reading = unit.readings.get()
    assert (float(reading.actual_capacity_percent), reading.staff, reading.sales_rials) == (42.5, 9, 1_200_000_000)
    assert bring_in(lead, GOOD).summary == {"new": 0, "changed": 0, "same": 1, "readings": 0}
    assert IndustrialUnit.objects.count() == 2
    assert UnitReading.objects.count() == 1


def test_a_unit_is_known_by_code_or_licence_and_empty_cells_take_nothing_away(lead: User) -> None:
    unit = UnitFactory(products="کفش چرمی")
    new = {"code": unit.code.lower(), "trade": "", "products": "", "licensed_staff": "60", "place": ""}
    assert bring_in(lead, new).summary["changed"] == 1
    unit.refresh_from_db()
    assert (unit.products, unit.licensed_staff) == ("کفش چرمی", 60)
    assert bring_in(lead, {"licence_kind": "OPERATING", "licence_number": unit.licence_number}).summary["same"] == 1


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"name": ""}, "name"),
        ({"name": "ن" * 161}, "name"),
        ({"trade": "نجوم"}, "trade"),
        ({"trade": ""}, "trade"),
        ({"county": "تهران"}, "county"),
        ({"place": ""}, "place"),
        ({"estate": "ناکجا"}, "estate"),
        ({"plot": "X-1"}, "plot"),
        ({"owner": "10380284790"}, "owner"),
        ({"licence_number": ""}, "licence_number"),
        ({"licence_number": "123"}, "licence_number"),
        ({"licence_kind": "شاه"}, "licence_kind"),
        ({"licence_date": "1404/13/01"}, "licence_date"),
        ({"founded_on": "1410/01/01"}, "founded_on"),
        ({"nominal_capacity": "1e5"}, "nominal_capacity"),
        ({"capacity_unit": ""}, "capacity_unit"),
        ({"licensed_staff": "-3"}, "licensed_staff"),
        ({"actual_capacity_percent": "151"}, "actual_capacity_percent"),
        ({"actual_capacity_percent": ""}, "actual_capacity_percent"),
        ({"measured_on": ""}, "measured_on"),
        ({"staff": "NaN"}, "staff"),
        ({"sales_rials": "بسیار"}, "sales_rials"),
        ({"code": "U-99999"}, "code"),
    ],
)
def test_one_wrong_cell_keeps_the_whole_sheet_out(lead: User, wrong: dict[str, str], column: str) -> None:
    row = check(lead, GOOD, {**GOOD, "name": "دیگری", "licence_number": "124", **wrong})
    assert row.status == "REFUSED"
    assert row.rows == []
    assert (3, HEADINGS[column]) in errors(row)
    with pytest.raises(WrongState):
        intake.apply(import_id=row.pk, by=lead, now=NOW)
    assert not IndustrialUnit.objects.exists()


def test_each_wrong_cell_is_named_once_in_the_order_of_the_sheet(lead: User) -> None:
    wrong = {"name": "", "trade": "نجوم", "county": "تهران", "licence_date": "1404/13/01", "licensed_staff": "-2"}
    found = errors(check(lead, {**GOOD, **wrong}))
    assert found == [(2, HEADINGS[name]) for name in ("name", "trade", "county", "licence_date", "licensed_staff")]


def test_places_go_together(lead: User) -> None:
    abhar = CountyFactory("abhar", "ابهر")
    estate = EstateFactory(county=abhar, name="شهرک ابهر")
    other = PlotFactory()
    inside = {**GOOD, "estate": "شهرک ابهر", "place": ""}
    assert errors(check(lead, inside)) == [(2, HEADINGS["county"])]
    assert errors(check(lead, {**inside, "county": "", "plot": other.code})) == [(2, HEADINGS["plot"])]
    plot = PlotFactory(estate=estate)
    bring_in(lead, {**inside, "county": "", "plot": plot.code.lower()})
    unit = IndustrialUnit.objects.get()
    assert (unit.estate, unit.plot, unit.county) == (estate, plot, abhar)


def test_a_unit_stands_once_in_the_sheet_and_a_namesake_asks_for_its_code(lead: User) -> None:
    bare = {name: GOOD[name] for name in ("name", "trade", "county", "place")}
    assert errors(check(lead, bare, {**bare, "name": "كفش نمونه"})) == [(3, HEADINGS["name"])]
    UnitFactory(name="کفش نمونه")
    assert errors(check(lead, bare)) == [(2, HEADINGS["name"])]


def test_other_figures_of_a_day_are_corrected_on_the_page_not_by_a_sheet(lead: User) -> None:
    unit = UnitFactory()
    ReadingFactory(unit, 40)
    day = "1405/09/02"
    assert TODAY.isoformat() == "2026-11-23"
    same = {"code": unit.code, "measured_on": day, "actual_capacity_percent": "40"}
    assert check(lead, same).summary["readings"] == 0
    assert errors(check(lead, {**same, "actual_capacity_percent": "41"})) == [(2, HEADINGS["measured_on"])]


def test_what_changed_between_check_and_bringing_in_keeps_the_sheet_out(lead: User) -> None:
    row = check(lead, GOOD)
    UnitFactory(name="کفش نمونه")
    with pytest.raises(SheetRefused) as refusal:
        intake.apply(import_id=row.pk, by=lead, now=NOW)
    assert [error.row for error in refusal.value.rows] == [2]
    row.refresh_from_db()
    assert row.status == "CHECKED"


def test_a_sheet_comes_in_once_and_only_by_the_lead(lead: User) -> None:
    row = bring_in(lead, GOOD)
    with pytest.raises(WrongState):
        intake.apply(import_id=row.pk, by=lead, now=NOW)
    for role in ("admin", "consultant", "manager", "auditor"):
        with pytest.raises(PermissionRefused):
            check(getattr(accounts, role)(), GOOD)
    with pytest.raises(SheetUnreadable):
        intake.preview(content=b"not a sheet", file_name="x", by=lead, now=NOW)
