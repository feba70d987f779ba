"""What the rows of a sheet would do to the register: each row read, each error with its row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from clinic.units import cells
from clinic.units.choices import ReadingSource
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.models.reading import FIGURES
from clinic.units.sheets import HEADINGS, LICENCES
from core.errors import Text
from core.persian.calendar import tehran_date
from core.persian.digits import to_ascii
from core.persian.text import search_key
from core.sheets import RowError, SheetRow
from estates.models import County, Estate, Plot, Trade

TEXTS: Final = ("name", "place", "licence_number", "products", "capacity_unit")
NUMBERS: Final = ("nominal_capacity", "licensed_staff")
NEEDED_OF_NEW: Final = ("name", "trade", "county")
COLUMNS: Final = tuple(HEADINGS.values())
NO_READING: Final[Mapping[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Step:
    """What one row does: a new unit (`unit` is None) or values of a known one, and a reading (`NO_READING`: none)."""

    row: int
    unit: IndustrialUnit | None
    values: dict[str, Any]
    reading: Mapping[str, Any] = field(default_factory=dict)


def read_rows(rows: Sequence[SheetRow], *, now: datetime) -> tuple[list[Step], list[RowError]]:
    """What would be done, and what is wrong, row by row. Writes nothing; at most nine queries whatever the number of rows."""
    known = _Known(rows, now)
    steps, errors = [], []
    for row in rows:
        step, wrong = known.read(row)
        steps.append(step)
        errors += wrong
    if not rows:
        errors.append(RowError(1, "", _("The sheet has no rows below its heading.")))
    return steps, errors


class _Known:
    """What cells may name, read once."""

    def __init__(self, rows: Sequence[SheetRow], now: datetime) -> None:
        self.today = tehran_date(now)
        self.named = {
            "county": _by_names(County.objects.all(), "slug"),
            "trade": _by_names(Trade.objects.all(), "code"),
            "estate": _by_names(Estate.objects.select_related("county"), "slug"),
        }
        self.kinds = {search_key(text): kind.value for kind, name in LICENCES.items() for text in (kind.value, name)}
        codes = {to_ascii(row.cells.get("plot", "")) for row in rows} - {""}
        self.plots = {plot.code.upper(): plot for plot in Plot.objects.filter(code__in={c.upper() for c in codes})}
        ids = {to_ascii(row.cells.get("owner", "")) for row in rows} - {""}
        self.owners = {
            **{one.person.national_code: one for one in _owners(person__national_code__in=ids)},
            **{one.legal_entity.legal_national_id: one for one in _owners(legal_entity__legal_national_id__in=ids)},
        }
        units = list(IndustrialUnit.objects.select_related("estate", "plot", "county"))
        self.by_code = {unit.code: unit for unit in units}
        self.by_licence = {(unit.licence_kind, unit.licence_number): unit for unit in units if unit.licence_number}
        self.by_name = {(search_key(unit.name), unit.county_id): unit for unit in units if unit.is_listed}
        self.seen: set[Any] = set()
        self.readings: dict[tuple[int, date], UnitReading] = {
            (one.unit_id, one.measured_on): one
            for one in UnitReading.objects.counting().filter(measured_on__in=self._days(rows))
        }

    def _days(self, rows: Sequence[SheetRow]) -> set[date]:
        found = (cells.day("", row.cells.get("measured_on", ""), self.today, lambda *_args: None) for row in rows)
        return {one for one in found if one is not None}

    def read(self, row: SheetRow) -> tuple[Step, list[RowError]]:
        """What one row does, and its errors."""
        errors: list[RowError] = []

        def wrong(column: str, message: Text) -> None:
            errors.append(RowError(row.number, HEADINGS[column], message))

        given = {name: row.cells.get(name, "") for name in HEADINGS}
        values: dict[str, Any] = {name: cells.words(name, given[name], wrong) for name in TEXTS}
        values["licence_number"] = to_ascii(values["licence_number"]).upper()
        values |= {name: cells.number(name, given[name], wrong) for name in NUMBERS}
        values |= {name: cells.day(name, given[name], self.today, wrong) for name in ("licence_date", "founded_on")}
        values |= {name: self._named(name, given[name], wrong) for name in self.named}
        values["licence_kind"] = self._kind(given["licence_kind"], wrong)
        values["plot"] = self._found(self.plots, "plot", given["plot"].upper(), wrong)
        values["owner"] = self._found(self.owners, "owner", given["owner"], wrong)
        # An empty cell says nothing; it never takes away what the register knows.
        values = {name: value for name, value in values.items() if value not in (None, "")}
        unit = self._unit(given, values, wrong)
        if not errors:
            self._place(unit, values, wrong)
            self._once(unit, values, wrong)
        reading = self._reading(unit, given, wrong)
        errors.sort(key=lambda error: COLUMNS.index(error.column))
        return Step(row.number, unit, values, reading), errors

    def _named(self, column: str, text: str, wrong: cells.Wrong) -> Any:
        found = self.named[column].get(search_key(text)) if text else None
        if text and found is None:
            wrong(column, _("Nothing is known by this name."))
        return found

    def _kind(self, text: str, wrong: cells.Wrong) -> str:
        found = self.kinds.get(search_key(text), "") if text else ""
        if text and not found:
            wrong("licence_kind", _("Nothing is known by this name."))
        return found

    def _found(self, known: Mapping[str, Any], column: str, text: str, wrong: cells.Wrong) -> Any:
        found = known.get(to_ascii(text)) if text else None
        if text and found is None:
            wrong(column, _("The portal knows none with this number. Leave the cell empty if you are not sure."))
        return found

    def _unit(self, given: Mapping[str, str], values: Mapping[str, Any], wrong: cells.Wrong) -> IndustrialUnit | None:
        """The unit of the register the row is about, by code or by licence; None for a new one."""
        code = given["code"]
        licence = (values.get("licence_kind"), values.get("licence_number"))
        if bool(licence[0]) != bool(licence[1]) and not code:
            wrong("licence_number", _("Give the kind of the licence together with its number."))
        unit = self.by_code.get(to_ascii(code).upper()) if code else self.by_licence.get(licence)  # type: ignore[arg-type]
        if code and unit is None:
            wrong("code", _("No unit has this code. Leave the cell empty for a new unit."))
        elif code and all(licence) and self.by_licence.get(licence, unit) is not unit:  # type: ignore[arg-type]
            wrong("licence_number", _("Another unit stands on the register with this licence."))
        if unit is not None and not unit.is_listed:
            wrong("code", _("This unit was taken off the register."))
        for name in NEEDED_OF_NEW if unit is None and not code else ():
            if not given[name] and not (name == "county" and given["estate"]):
                wrong(name, _("This cell is empty."))
        return unit

    def _place(self, unit: IndustrialUnit | None, values: dict[str, Any], wrong: cells.Wrong) -> None:
        estate = values.get("estate") or (unit.estate if unit else None)
        plot = values.get("plot") or (unit.plot if unit else None)
        if estate is None and not (values.get("place") or (unit and unit.place)):
            wrong("place", _("Give the estate, or the address when the unit stands in none."))
        if estate is not None and values.get("county") not in (None, estate.county):
            wrong("county", _("This estate lies in another county."))
        if plot is not None and (estate is None or plot.estate_id != estate.pk):
            wrong("plot", _("This plot lies in another estate."))
        capacity = bool(values.get("nominal_capacity") or (unit and unit.nominal_capacity))
        if capacity != bool(values.get("capacity_unit") or (unit and unit.capacity_unit)):
            wrong("capacity_unit", _("Give the capacity together with its unit, for example pairs or tonnes."))

    def _once(self, unit: IndustrialUnit | None, values: Mapping[str, Any], wrong: cells.Wrong) -> None:
        """A unit stands once in the sheet, and a new one is not there already under its name."""
        if unit is not None:
            key: Any = unit.pk
        else:
            estate = values.get("estate")
            key = (search_key(values["name"]), estate.county_id if estate else values["county"].pk)
            namesake = self.by_name.get(key)
            if namesake is not None:
                wrong(
                    "name",
                    _("A unit of this name stands on the register of the county. If it is this one, give its code."),
                )
            licence = (values.get("licence_kind"), values.get("licence_number"))
            if all(licence):
                if licence in self.seen:
                    wrong("licence_number", _("This licence stands further up in the sheet."))
                self.seen.add(licence)
        if key in self.seen:
            wrong("name", _("This unit stands further up in the sheet."))
        self.seen.add(key)

    def _reading(self, unit: IndustrialUnit | None, given: Mapping[str, str], wrong: cells.Wrong) -> Mapping[str, Any]:
        figures = {name: cells.number(name, given[name], wrong) for name in FIGURES}
        day = cells.day("measured_on", given["measured_on"], self.today, wrong)
        typed = any(given[name] for name in FIGURES)
        if typed and not given["measured_on"]:
            wrong("measured_on", _("Say on which day it was measured."))
        if given["measured_on"] and not given["actual_capacity_percent"]:
            wrong("actual_capacity_percent", _("Give the capacity in use; without it nothing was measured."))
        if day is None or figures["actual_capacity_percent"] is None:
            return NO_READING
        known = self.readings.get((unit.pk, day)) if unit else None
        if known is None:
            return {"measured_on": day, **figures, "source": ReadingSource.IMPORT}
        if any(value is not None and value != getattr(known, name) for name, value in figures.items()):
            wrong("measured_on", _("Other figures were entered for this day. Correct them on the page of the unit."))
        return NO_READING


def _by_names(rows: Any, code: str) -> dict[str, Any]:
    return {search_key(text): row for row in rows for text in (row.name, row.name_en, getattr(row, code)) if text}


def _owners(**found: Any) -> Any:
    return Applicant.objects.filter(**found).select_related("person", "legal_entity")
