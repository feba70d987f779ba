"""Who the unit is: its entry in the register, what was measured, and the data sheets of the case."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from clinic.cases.models import Case, DataSheet
from clinic.cases.selectors.diagnosis import sheets_of, values_of
from clinic.cases.sheets import SHEETS
from clinic.reports.paper.words import number, percent, rials, value_text
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.selectors.register import readings_of
from clinic.units.selectors.rules import thresholds
from core.fields.language import local_digits
from core.pdf.blocks import Block, facts, heading, note, table
from core.persian.calendar import tehran_date
from core.wording import day_text

MOST_READINGS = 6


def profile(case: Case) -> list[Block]:
    """The first part of the report. 4 queries."""
    return [
        heading(_("Profile of the unit")),
        *facts(_register(case.unit, case)),
        *_measured(readings_of(case.unit)[:MOST_READINGS]),
    ]


def _register(unit: IndustrialUnit, case: Case) -> list[tuple[str, str]]:
    place = unit.estate.display_name if unit.estate else unit.place
    return [
        (_("Code in the register"), unit.code),
        (_("Trade"), unit.trade.display_name),
        (_("Products"), unit.products),
        (_("Place"), f"{place}، {unit.county.display_name}"),
        (_("Plot"), unit.plot.code if unit.plot else ""),
        (_("Applicant"), case.request.applicant.display_name),
        (_("Licence"), _licence(unit)),
        (_("Nominal capacity a year"), _nominal(unit)),
        (_("Staff by the licence"), number(unit.licensed_staff) if unit.licensed_staff else ""),
        (_("Founded"), day_text(unit.founded_on)),
    ]


def _licence(unit: IndustrialUnit) -> str:
    if not unit.licence_number:
        return ""
    issued = day_text(unit.licence_date)
    known = f"{unit.get_licence_kind_display()} {local_digits(unit.licence_number)}"
    return _("%(licence)s of %(day)s") % {"licence": known, "day": issued} if issued else known


def _nominal(unit: IndustrialUnit) -> str:
    return "" if unit.nominal_capacity is None else f"{number(unit.nominal_capacity)} {unit.capacity_unit}"


def _measured(readings: Sequence[UnitReading]) -> list[Block]:
    limits = thresholds()
    rows = [
        [
            day_text(one.measured_on), percent(one.actual_capacity_percent),
            str(limits.band_of(one.actual_capacity_percent).label), number(one.staff), rials(one.sales_rials),
            rials(one.arrears),
        ]
        for one in readings
    ]  # fmt: skip
    head = [
        _("measured on"), _("capacity in use"), _("band"), _("staff at work"), _("sales in a month"), _("arrears"),
    ]  # fmt: skip
    found = table(head, rows, wide=(0,))
    return [heading(_("What was measured"), 2), *found] if found else []


def sheets(case: Case) -> list[Block]:
    """The data sheets as they were entered, as an annex. 1 query."""
    found: list[Block] = []
    for card in sheets_of(case):
        if card.latest is not None:
            found += _sheet(card.latest)
    return [heading(_("Annex: the data sheets")), *found] if found else []


def _sheet(sheet: DataSheet) -> list[Block]:
    schema = SHEETS[sheet.kind]  # type: ignore[index]
    single, rows = values_of(sheet)
    words = {
        "version": local_digits(sheet.version),
        "name": sheet.entered_by.display_name,
        "day": day_text(tehran_date(sheet.entered_at)),
    }
    return [
        heading(str(schema.kind.label), 2),
        *facts([(str(one.item.label), value_text(one)) for one in single]),
        *table([str(item.label) for item in schema.columns], [[value_text(one) for one in row] for row in rows]),
        note(_("version %(version)s, entered by %(name)s on %(day)s") % words),
    ]
