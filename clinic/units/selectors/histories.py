"""What the rules of early warning look at, of every unit at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clinic.units.bands import Thresholds
from clinic.units.choices import Band
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.warning import SLACK, YEAR, History, Neighbourhood, Past
from core.persian.calendar import tehran_date

WORKING = frozenset({Band.ACTIVE, Band.SEMI_ACTIVE})
LOOK_BACK = 2 * YEAR + SLACK
"""A newest reading may be a year old, and is compared with the year before it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit in the list: its history, and whether it stands still already (nobody warns of what has happened)."""

    unit_id: int
    history: History
    has_stopped: bool


def histories(*, today: date, limits: Thresholds) -> list[Standing]:
    """Every listed unit with what was measured in it. 2 queries whatever the number of units."""
    units = list(
        IndustrialUnit.objects.listed().order_by("pk").values_list("pk", "estate_id", "trade_id", "created_at")
    )
    past = _past(today - LOOK_BACK)
    moves = {pk: _move(past.get(pk, ()), today, limits) for pk, _estate, _trade, _created in units}
    estates = _neighbourhoods((estate, moves[pk]) for pk, estate, _trade, _created in units if estate is not None)
    trades = _neighbourhoods((trade, moves[pk]) for pk, _estate, trade, _created in units)
    found = []
    for pk, estate, trade, created in units:
        readings = past.get(pk, ())
        history = History(
            readings=readings,
            since=tehran_date(created),
            estate=_without(estates.get(estate, Neighbourhood()), moves[pk]) if estate else Neighbourhood(),
            trade=_without(trades[trade], moves[pk]),
        )
        stopped = bool(readings) and limits.band_of(readings[0].capacity) is Band.CLOSED
        found.append(Standing(pk, history, stopped))
    return found


def _past(since: date) -> dict[int, tuple[Past, ...]]:
    rows = (
        UnitReading.objects.counting()
        .filter(measured_on__gte=since, unit__struck_off_on__isnull=True)
        .order_by("unit_id", "-measured_on")
        .values_list(
            "unit_id", "measured_on", "actual_capacity_percent", "power_kwh", "insured_staff", "arrears_bank",
            "arrears_tax", "arrears_insurance",
        )
    )  # fmt: skip
    found: dict[int, list[Past]] = defaultdict(list)
    for unit_id, day, capacity, power, insured, *arrears in rows.iterator():
        known = [one for one in arrears if one is not None]
        found[unit_id].append(Past(day, Decimal(capacity), power, insured, sum(known) if known else None))
    return {unit_id: tuple(readings) for unit_id, readings in found.items()}


def _move(readings: tuple[Past, ...], today: date, limits: Thresholds) -> tuple[bool, bool]:
    """Whether the unit worked about a year ago, and whether it has stopped since."""
    year_ago = today - YEAR + timedelta(days=30)
    before = next((one for one in readings if one.measured_on <= year_ago), None)
    worked = before is not None and limits.band_of(before.capacity) in WORKING
    return worked, worked and limits.band_of(readings[0].capacity) not in WORKING


def _neighbourhoods(moves: Iterable[tuple[int, tuple[bool, bool]]]) -> Mapping[int, Neighbourhood]:
    counted: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for key, (worked, stopped) in moves:
        counted[key][0] += worked
        counted[key][1] += stopped
    return {key: Neighbourhood(worked, stopped) for key, (worked, stopped) in counted.items()}


def _without(all_of_them: Neighbourhood, own: tuple[bool, bool]) -> Neighbourhood:
    """The neighbours alone: a unit is no neighbour of its own."""
    return Neighbourhood(all_of_them.worked - own[0], all_of_them.stopped - own[1])
