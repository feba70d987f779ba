"""What each data sheet holds (the check of an entry stands in sheet_values.py).

A sheet is stored as {"items": {name: value}, "rows": [{name: value}, …]}. Whole numbers and rials are JSON numbers,
decimals and dates (ISO) are texts; what is not known is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import SheetKind
from core.persian.money import MOST_RIALS


class Kind(StrEnum):
    """What a value is."""

    TEXT = "TEXT"
    LONG = "LONG"
    INTEGER = "INTEGER"
    RIALS = "RIALS"
    DECIMAL = "DECIMAL"
    PERCENT = "PERCENT"
    YEAR = "YEAR"
    DATE = "DATE"


LIMITS: Final[dict[Kind, tuple[int, int]]] = {
    Kind.INTEGER: (0, 10_000_000),
    Kind.RIALS: (0, MOST_RIALS),
    Kind.DECIMAL: (0, 1_000_000_000),
    Kind.PERCENT: (0, 150),
    Kind.YEAR: (1300, 1500),
}
"""Least and most of numbers; capacity may exceed 100 percent when a unit works in more shifts than its licence names."""
LENGTHS: Final = {Kind.TEXT: 200, Kind.LONG: 2000}
MOST_ROWS: Final = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One value: its name in the sheet, its label, its kind and, for numbers, the unit shown behind it."""

    name: str
    label: Promise
    kind: Kind = Kind.TEXT
    required: bool = False
    unit: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The schema of one kind: single values, then a table of rows under `rows_label` (no columns: no table)."""

    kind: SheetKind
    items: tuple[Item, ...] = ()
    rows_label: Promise | str = ""
    columns: tuple[Item, ...] = ()
    hint: Promise | str = ""


PERSONS, PIECES = pgettext_lazy("unit of a number", "people"), pgettext_lazy("unit of a number", "pieces")

SHEETS: Final[dict[SheetKind, Sheet]] = {
    sheet.kind: sheet
    for sheet in (
        Sheet(
            SheetKind.IDENTITY,
            (
                Item("manager", _("managing director"), required=True),
                Item("founded", _("year of foundation"), Kind.YEAR),
                Item("stopped", _("year in which work stopped"), Kind.YEAR),
                Item("partners", _("number of partners"), Kind.INTEGER),
                Item("products", _("main products"), Kind.LONG, required=True),
                Item("history", _("what happened, in short"), Kind.LONG),
            ),
        ),
        Sheet(
            SheetKind.LICENCES,
            rows_label=_("Licences and permits"),
            columns=(
                Item("name", _("licence"), required=True),
                Item("number", _("number of the paper")),
                Item("issuer", _("issued by")),
                Item("valid_until", _("valid until"), Kind.DATE),
            ),
        ),
        Sheet(
            SheetKind.CAPACITY,
            (
                Item("product", _("product that is counted"), required=True),
                Item("measure", _("unit of measure, for example tonnes a year"), required=True),
                Item("nominal", _("capacity by the licence"), Kind.DECIMAL, required=True),
                Item("actual_percent", _("capacity in use"), Kind.PERCENT, required=True, unit=_("percent")),
                Item("shifts", _("shifts a day"), Kind.INTEGER),
                Item("days", _("working days a year"), Kind.INTEGER),
                Item("limit", _("what limits production"), Kind.LONG),
            ),
        ),
        Sheet(
            SheetKind.STAFF,
            (
                Item("licensed", _("staff by the licence"), Kind.INTEGER, unit=PERSONS),
                Item("present", _("staff now"), Kind.INTEGER, required=True, unit=PERSONS),
                Item("insured", _("insured staff"), Kind.INTEGER, required=True, unit=PERSONS),
                Item("skilled", _("skilled workers and technicians"), Kind.INTEGER, unit=PERSONS),
                Item("unpaid_months", _("months of wages that are owed"), Kind.INTEGER),
                Item("best_year", _("most staff the unit ever had"), Kind.INTEGER, unit=PERSONS),
            ),
        ),
        Sheet(
            SheetKind.DEBTS,
            (
                Item("bank", _("debt to banks"), Kind.RIALS, required=True),
                Item("bank_overdue", _("of that overdue"), Kind.RIALS, required=True),
                Item("insurance", _("debt to social insurance"), Kind.RIALS, required=True),
                Item("tax", _("debt to the tax office"), Kind.RIALS, required=True),
                Item("suppliers", _("debt to suppliers"), Kind.RIALS),
                Item("utilities", _("debt for water, power and gas"), Kind.RIALS),
                Item("estate", _("debt to the estate"), Kind.RIALS),
                Item("receivable", _("what others owe the unit"), Kind.RIALS),
                Item("seized", _("what a bank or court has seized"), Kind.LONG),
            ),
            hint=_("Enter 0 where nothing is owed."),
        ),
        Sheet(
            SheetKind.SALES,
            rows_label=_("Sales of the last three years"),
            columns=(
                Item("year", _("year"), Kind.YEAR, required=True),
                Item("amount", _("sales"), Kind.RIALS, required=True),
                Item("quantity", _("quantity sold"), Kind.DECIMAL),
                Item("export", _("of that export"), Kind.RIALS),
            ),
        ),
        Sheet(
            SheetKind.MACHINES,
            rows_label=_("Machines and lines"),
            columns=(
                Item("name", _("machine"), required=True),
                Item("count", _("number of pieces"), Kind.INTEGER, required=True, unit=PIECES),
                Item("made", _("year of make"), Kind.YEAR),
                Item("state", _("state of the machine")),
            ),
        ),
        Sheet(
            SheetKind.MARKET,
            (
                Item("customers", _("who buys"), Kind.LONG, required=True),
                Item("largest_share", _("share of the largest customer"), Kind.PERCENT, unit=_("percent")),
                Item("export_share", _("share of export"), Kind.PERCENT, unit=_("percent")),
                Item("competitors", _("competitors"), Kind.LONG),
                Item("price", _("price beside theirs"), Kind.LONG),
            ),
        ),
        Sheet(
            SheetKind.ORDERS,
            rows_label=_("Orders in hand"),
            columns=(
                Item("product", _("product"), required=True),
                Item("quantity", _("quantity ordered"), Kind.DECIMAL),
                Item("amount", _("value of the order"), Kind.RIALS, required=True),
                Item("due", _("to be delivered until"), Kind.DATE),
            ),
        ),
    )
}
"""Kind → schema, in the order in which the sheets are shown."""
