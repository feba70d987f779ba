"""Units: taken on the register, corrected, taken off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from clinic.units import permissions
from clinic.units.errors import LicenceTaken, PlaceRefused, StruckOff
from clinic.units.models import IndustrialUnit
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.persian.digits import to_ascii
from core.persian.text import normalise
from core.writing import named_refusals, write

UNIT_FIELDS: Final = frozenset(
    {
        "name", "name_en", "trade", "county", "estate", "plot", "place", "owner", "licence_kind", "licence_number",
        "licence_date", "products", "nominal_capacity", "capacity_unit", "licensed_staff", "founded_on", "status_note",
        "is_illustrative",
    }
)  # fmt: skip
NUMBERS: Final = 4_802
"""Advisory lock under which codes are given out one after the other."""

_REFUSALS: Final = {
    "the plot of a unit lies in its estate": PlaceRefused,
    "the estate of a unit lies in its county": PlaceRefused,
}


def add_unit(*, values: Mapping[str, Any], by: Any | None, now: datetime) -> IndustrialUnit:
    """Take a unit on the register; `values` are `UNIT_FIELDS`. The county of a unit in an estate is the estate's.

    Raises PermissionRefused, InvalidInput, PlaceRefused, LicenceTaken.
    """
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return enter_unit(values=values, by=by, now=now)


def enter_unit(*, values: Mapping[str, Any], by: Any | None, now: datetime) -> IndustrialUnit:
    """`add_unit` inside the transaction of a caller who has asked who may."""
    unit = IndustrialUnit(created_at=now)
    given = _checked(unit, values, now)
    unit.code = _next_code()
    with named_refusals(_REFUSALS):
        return write(unit, given, by=by, now=now, event="units.unit")


def change_unit(*, unit_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> IndustrialUnit:
    """Correct what the register says of a unit; `values` are `UNIT_FIELDS`. Raises like `add_unit`, and StruckOff."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return correct_unit(locked(unit_id), values=values, by=by, now=now)


def correct_unit(unit: IndustrialUnit, *, values: Mapping[str, Any], by: Any | None, now: datetime) -> IndustrialUnit:
    """`change_unit` inside the transaction of a caller who has locked the unit and asked who may."""
    given = _checked(unit, values, now)
    with named_refusals(_REFUSALS):
        return write(unit, given, by=by, now=now, event="units.unit")


def strike_off(*, unit_id: int, on: date, reason: str, by: Any | None, now: datetime) -> IndustrialUnit:
    """Take a unit off the register: it does not exist any more, or was entered twice. Its readings stay, and count no more."""
    permissions.require(by, permissions.WRITE)
    if not reason.strip():
        raise InvalidInput(_("Say why the unit is taken off."), field="reason", code="no_reason")
    with transaction.atomic():
        unit = locked(unit_id)
        if on > tehran_date(now):
            raise InvalidInput(_("This day has not come yet."), field="on", code="in_future")
        write(unit, {"struck_off_on": on, "struck_off_reason": reason}, by=by, now=now, event="units.unit")
        record(action="units.unit.struck_off", by=by, target=unit, now=now, reason=reason)
        return unit


def locked(unit_id: int) -> IndustrialUnit:
    """The unit, locked. Raises NotFound, and StruckOff for one that is no longer on the register."""
    unit: IndustrialUnit | None = IndustrialUnit.objects.select_for_update(of=("self",)).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound()
    if not unit.is_listed:
        raise StruckOff()
    return unit


def _next_code() -> str:
    """The next free code, `U-00042`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERS])
    last = IndustrialUnit.objects.order_by("-code").values_list("code", flat=True).first()
    return f"U-{int(last[2:]) + 1 if last else 1:05d}"


def _checked(unit: IndustrialUnit, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The values with what follows from them. Raises InvalidInput, PlaceRefused, LicenceTaken."""
    unknown = sorted(set(values) - UNIT_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    given = dict(values)
    if given.get("licence_number"):
        # One licence, one spelling: the column is what keeps a second unit out.
        given["licence_number"] = to_ascii(normalise(given["licence_number"])).upper()
    _check_place(unit, given)
    _check_licence(unit, given)
    today = tehran_date(now)
    for name in ("licence_date", "founded_on"):
        if given.get(name) and given[name] > today:
            raise InvalidInput(_("This day has not come yet."), field=name, code="in_future")
    if bool(_value(unit, given, "nominal_capacity")) != bool(_value(unit, given, "capacity_unit")):
        raise InvalidInput(
            _("Give the capacity together with its unit, for example pairs or tonnes."), field="capacity_unit",
            code="capacity_without_unit",
        )  # fmt: skip
    return given


def _check_place(unit: IndustrialUnit, given: dict[str, Any]) -> None:
    estate, plot = _value(unit, given, "estate"), _value(unit, given, "plot")
    if estate is not None:
        # A unit stands in the county of its estate; nobody has to say it twice.
        if given.get("county") not in (None, estate.county):
            raise PlaceRefused(_("This estate lies in another county."), field="county")
        given["county"] = estate.county
    elif not _value(unit, given, "place"):
        raise PlaceRefused(_("Give the estate, or the address when the unit stands in none."), field="place")
    if plot is not None and (estate is None or plot.estate_id != estate.pk):
        raise PlaceRefused(_("This plot lies in another estate."), field="plot")
    if _value(unit, given, "county") is None:
        raise PlaceRefused(_("Give the county."), field="county")


def _check_licence(unit: IndustrialUnit, given: dict[str, Any]) -> None:
    kind, number = _value(unit, given, "licence_kind"), _value(unit, given, "licence_number")
    if bool(kind) != bool(number) or (_value(unit, given, "licence_date") and not number):
        raise InvalidInput(
            _("Give the kind of the licence together with its number."), field="licence_number", code="licence_in_parts"
        )
    if not number:
        return
    other = IndustrialUnit.objects.filter(licence_kind=kind, licence_number=number).exclude(pk=unit.pk).first()
    if other is not None:
        raise LicenceTaken(field="licence_number", params={"name": other.display_name, "code": other.code})


def _value(unit: IndustrialUnit, given: Mapping[str, Any], name: str) -> Any:
    """What the unit will have in this column."""
    if name in given:
        return given[name]
    field = unit._meta.get_field(name)
    return getattr(unit, name) if getattr(unit, field.attname) is not None else None  # type: ignore[union-attr]
