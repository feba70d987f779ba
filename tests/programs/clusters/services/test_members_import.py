"""A sheet of members comes in whole or not at all, and every wrong cell is named with its row."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from accounts.models import User
from core.errors import PermissionRefused
from core.sheets import SheetRefused
from programs.clusters import sheets
from programs.clusters.models import Cluster
from programs.clusters.services import members_import
from programs.clusters.sheets import SheetUnreadable
from tests.factories import accounts
from tests.factories.clusters import NOW, MemberFactory
from tests.factories.estates import TradeFactory

pytestmark = pytest.mark.django_db
HEADINGS = list(sheets.HEADINGS.values())
GOOD: dict[str, Any] = {
    "name": "چاقوسازی نمونه", "role": "PRODUCER", "county": "زنجان", "trade": "چاقوسازي", "staff": "۱۲",
    "joined_on": "۱۴۰۴/۰۳/۰۱", "is_public": "بله",
}  # fmt: skip


def sheet(*rows: dict[str, Any], headings: list[str] | None = None) -> bytes:
    book = Workbook()
    page = book.active
    page.append(headings if headings is not None else HEADINGS)
    for row in rows:
        page.append([row.get(name, "") for name in sheets.HEADINGS])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def bring_in(cluster: Cluster, by: User, *rows: dict[str, Any]) -> list[Any]:
    return members_import.import_members(cluster_id=cluster.pk, rows=sheets.read(sheet(*rows)), by=by, now=NOW)


def test_a_good_sheet_comes_in_with_any_spelling(cluster: Cluster, officer: User) -> None:
    TradeFactory("knife_making", "چاقوسازی")
    (member,) = bring_in(cluster, officer, GOOD, {})
    assert (member.name, member.staff, member.trade.code, member.is_public) == (
        "چاقوسازی نمونه",
        12,
        "knife_making",
        True,
    )
    assert member.joined_on.isoformat() == "2025-05-22"


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"name": ""}, "name"),
        ({"name": "ن" * 161}, "name"),
        ({"role": "شاه"}, "role"),
        ({"role": ""}, "role"),
        ({"county": "تهران"}, "county"),
        ({"trade": "نجوم"}, "trade"),
        ({"staff": "بسیار"}, "staff"),
        ({"staff": "-3"}, "staff"),
        ({"joined_on": "1404/13/01"}, "joined_on"),
        ({"joined_on": "1406/01/01"}, "joined_on"),
        ({"joined_on": ""}, "joined_on"),
        ({"is_public": "شاید"}, "is_public"),
        ({"phone": "0" * 16}, "phone"),
    ],
)
def test_one_wrong_cell_keeps_the_whole_sheet_out(
    cluster: Cluster, officer: User, wrong: dict[str, str], column: str
) -> None:
    TradeFactory()
    with pytest.raises(SheetRefused) as refusal:
        bring_in(cluster, officer, GOOD, {**GOOD, "name": "دیگری", **wrong})
    assert [(error.row, error.column) for error in refusal.value.rows] == [(3, sheets.HEADINGS[column])]
    assert not cluster.members.exists()


def test_a_name_stands_once_in_the_sheet_and_not_in_the_cluster(cluster: Cluster, officer: User) -> None:
    TradeFactory()
    MemberFactory(cluster, name="کارگاه یک")
    with pytest.raises(SheetRefused) as refusal:
        bring_in(cluster, officer, {**GOOD, "name": "کارگاه يك"}, GOOD, GOOD)
    assert [error.row for error in refusal.value.rows] == [2, 4]


def test_only_officers_bring_members_in(cluster: Cluster) -> None:
    with pytest.raises(PermissionRefused):
        bring_in(cluster, accounts.manager(), GOOD)


def bomb() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (sheets.MOST_UNPACKED + 1))
    return stream.getvalue()


def not_a_book() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as parts:
        parts.writestr("hello.txt", "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not a file", b"x" * (sheets.MOST_BYTES + 1), bomb(), not_a_book(), sheet(headings=["نام واحد"]),
        sheet(*[{"name": "نام"}] * (sheets.MOST_ROWS + 1)),
    ],
    ids=["empty", "text", "large", "bomb", "zip", "headings", "rows"],
)  # fmt: skip
def test_what_is_no_table_of_members_is_refused(content: bytes) -> None:
    with pytest.raises(SheetUnreadable):
        sheets.read(content)


def test_the_empty_sheet_has_every_heading_and_can_be_read() -> None:
    content = sheets.empty_sheet()
    assert [cell.value for cell in load_workbook(BytesIO(content)).active[1]] == HEADINGS
    assert sheets.read(content) == []
