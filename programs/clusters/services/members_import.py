"""Bringing many members in from a sheet: each row is checked, and all rows come in or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput, Text
from core.persian.calendar import tehran_date
from core.persian.dates import parse_date
from core.persian.digits import parse_integer
from core.persian.errors import PersianValueError
from core.persian.text import search_key
from core.sheets import RowError, SheetRefused
from estates.models import County, Trade
from programs.clusters import permissions
from programs.clusters.choices import ChainRole
from programs.clusters.models import ClusterMember
from programs.clusters.services.checks import locked_cluster
from programs.clusters.services.members import enter_member
from programs.clusters.sheets import HEADINGS, SheetRow

YES: Final = frozenset(map(search_key, ("بله", "بلی", "آری", "yes", "1")))
NO: Final = frozenset(map(search_key, ("خیر", "نه", "no", "0", "")))
LONGEST_NAME: Final = 160


def check_rows(
    *, cluster_id: int, rows: Sequence[SheetRow], now: datetime
) -> tuple[list[dict[str, Any]], list[RowError]]:
    """What would be brought in, and what is wrong, row by row. Writes nothing; four queries whatever the number of rows."""
    known = _Known(cluster_id, now)
    values, errors = [], []
    for row in rows:
        found, wrong = known.read(row)
        values.append(found)
        errors += wrong
    if not rows:
        errors.append(RowError(1, "", _("The sheet has no rows below its heading.")))
    return values, errors


def import_members(*, cluster_id: int, rows: Sequence[SheetRow], by: Any | None, now: datetime) -> list[ClusterMember]:
    """Take all rows in as members, or none. Raises SheetRefused with the errors of each row."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        values, errors = check_rows(cluster_id=cluster_id, rows=rows, now=now)
        if errors:
            raise SheetRefused(errors)
        made = []
        for row, found in zip(rows, values, strict=True):
            try:
                made.append(enter_member(cluster, found, by=by, now=now))
            except InvalidInput as refusal:
                texts = [text for messages in refusal.errors.values() for text in messages] or [refusal.message]
                raise SheetRefused([RowError(row.number, "", text) for text in texts]) from refusal
        record(action="clusters.members.imported", by=by, target=cluster, now=now, data={"members": len(made)})
        return made


class _Known:
    """What cells may name, read once: counties, trades, roles, members that are there."""

    def __init__(self, cluster_id: int, now: datetime) -> None:
        self.today = tehran_date(now)
        self.counties = _by_names(County.objects.all(), "slug")
        self.trades = _by_names(Trade.objects.all(), "code")
        self.roles = {search_key(name): value for value, label in ChainRole.choices for name in (value, str(label))}
        present = ClusterMember.objects.filter(cluster_id=cluster_id, left_on__isnull=True)
        self.names = {search_key(name) for name in present.values_list("name", flat=True)}

    def read(self, row: SheetRow) -> tuple[dict[str, Any], list[RowError]]:
        """The values of one row, and its errors."""
        errors: list[RowError] = []

        def wrong(column: str, message: Text) -> None:
            """Note what is wrong with a cell of this row, under the heading the file has for it."""
            errors.append(RowError(row.number, HEADINGS[column], message))

        cell = {name: row.cells.get(name, "") for name in HEADINGS}
        values: dict[str, Any] = {name: cell[name] for name in ("name", "contact_name", "phone", "address")}
        self._read_name(cell["name"], wrong)
        values["role"] = self._named(self.roles, cell["role"], "role", wrong, needed=True)
        values["county"] = self._named(self.counties, cell["county"], "county", wrong, needed=True)
        values["trade"] = self._named(self.trades, cell["trade"], "trade", wrong)
        values["staff"] = _staff(cell["staff"], wrong)
        values["joined_on"] = self._joined(cell["joined_on"], wrong)
        answer = search_key(cell["is_public"])
        if answer not in YES | NO:
            wrong("is_public", _("Write yes or no."))
        values["is_public"] = answer in YES
        for name, most in (("contact_name", 120), ("phone", 15), ("address", 300)):
            if len(cell[name]) > most:
                wrong(name, _("This text is too long."))
        return values, errors

    def _read_name(self, name: str, wrong: Any) -> None:
        if not name:
            wrong("name", _("The name is missing."))
        elif len(name) > LONGEST_NAME:
            wrong("name", _("This text is too long."))
        elif search_key(name) in self.names:
            wrong("name", _("A member with this name is in the cluster, or further up in this sheet."))
        self.names.add(search_key(name))

    def _named(self, known: Mapping[str, Any], text: str, column: str, wrong: Any, *, needed: bool = False) -> Any:
        found = known.get(search_key(text)) if text else None
        if found is None and (text or needed):
            wrong(column, _("Nothing is known by this name.") if text else _("This cell is empty."))
        return found

    def _joined(self, text: str, wrong: Any) -> date | None:
        if not text:
            wrong("joined_on", _("This cell is empty."))
            return None
        try:
            day = parse_date(text).to_date()
        except PersianValueError:
            wrong("joined_on", _("Write a Jalali date, for example 1404/07/15."))
            return None
        if day > self.today:
            wrong("joined_on", _("This day has not come yet."))
        return day


def _staff(text: str, wrong: Any) -> int | None:
    if not text:
        return None
    try:
        staff = parse_integer(text)
    except PersianValueError:
        wrong("staff", _("Type a number."))
        return None
    if not 0 <= staff <= 100_000:
        wrong("staff", _("This number is not possible."))
    return staff


def _by_names(rows: Any, code: str) -> dict[str, Any]:
    return {search_key(text): row for row in rows for text in (row.name, row.name_en, getattr(row, code)) if text}
