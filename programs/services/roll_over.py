"""Next year's plan of a programme: what remains is carried, the old plan and its baseline stay as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import Conflict, InvalidInput
from core.persian.calendar import first_of_month, tehran_date, year_range
from core.writing import write
from programs import permissions
from programs.choices import HUNDRED, ProgrammeStatus, RiskStatus
from programs.errors import NothingRemains
from programs.models import Activity, Indicator, Milestone, Programme, ProgrammeEstate, Risk
from programs.selectors.progress import physical
from programs.services.rows import locked

ZERO = Decimal(0)
CENT = Decimal("0.01")
COPIED = (
    "group", "name", "name_en", "purpose", "owner", "position", "is_public", "is_illustrative", "source", "source_date",
)  # fmt: skip


def roll_over(*, programme_id: int, year: int, by: Any | None, now: datetime) -> Programme:
    """Make the plan of `year` (Jalali) from what is not done yet, in draft; returns the new programme.

    Milestones at 100 per cent stay behind; the others come with weights in proportion to their remaining work, so that they
    add up to 100 again. Estates, open risks and indicators (without targets) come along; money is approved anew.
    Raises PermissionRefused, InvalidInput for a year that is not later, Conflict when it was done before, NothingRemains.
    """
    permissions.require(by, permissions.CHANGE)
    with transaction.atomic():
        old = locked(programme_id)
        _refuse_year(old, year)
        remaining = _remaining(old, first_of_month(tehran_date(now)))
        if not remaining:
            raise NothingRemains()
        first, after = year_range(year)
        values = {name: getattr(old, name) for name in COPIED}
        values |= {"year": year, "starts_on": first, "ends_on": after - timedelta(days=1)}
        new = Programme(slug=_slug(old, year), previous=old, created_at=now)
        write(new, values, by=by, now=now, event="programs.programme")
        _carry(new, remaining)
        _bring_along(old, new)
        record(action="programs.programme.rolled_over", by=by, target=old, now=now, data={"to": new.slug})
        return new


def _refuse_year(old: Programme, year: int) -> None:
    if year <= old.year:
        raise InvalidInput(_("The new plan must be of a later year."), field="year")
    if old.status == ProgrammeStatus.STOPPED:
        raise Conflict(_("A programme that was given up is not carried on."), code="given_up")
    if old.following.exists():
        raise Conflict(_("The plan of the following year has been made already."), code="rolled_over")


def _remaining(old: Programme, month: date) -> list[tuple[Activity, Decimal, list[tuple[Milestone, Decimal]]]]:
    """What is not done by `month`: activities with their remaining work in percent of the programme, and the same of their milestones."""
    done = {
        pk: max(months.values(), default=ZERO) for pk, months in physical([old.pk], month)[old.pk].milestones.items()
    }
    milestones: dict[int, list[tuple[Milestone, Decimal]]] = defaultdict(list)
    for milestone in Milestone.objects.filter(activity__programme=old, weight__gt=0).order_by("position"):
        left = milestone.weight * (HUNDRED - done[milestone.pk]) / HUNDRED
        if left > 0:
            milestones[milestone.activity_id].append((milestone, left))
    activities = old.activities.filter(weight__gt=0).order_by("position")
    return [
        (
            activity,
            activity.weight * sum(left for _row, left in milestones[activity.pk]) / HUNDRED,
            milestones[activity.pk],
        )
        for activity in activities
        if milestones[activity.pk]
    ]


def _carry(new: Programme, remaining: Sequence[tuple[Activity, Decimal, list[tuple[Milestone, Decimal]]]]) -> None:
    weights = shares([left for _activity, left, _milestones in remaining])
    for position, ((activity, _left, milestones), weight) in enumerate(zip(remaining, weights, strict=True), start=1):
        starts_on, ends_on = _within(new, activity.starts_on), _within(new, activity.ends_on, last=True)
        carried = Activity.objects.create(
            programme=new, position=position, name=activity.name, weight=weight, owner=activity.owner,
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        parts = shares([left for _milestone, left in milestones])
        for place, ((milestone, _rest), part) in enumerate(zip(milestones, parts, strict=True), start=1):
            due = min(max(_within(new, milestone.due_on, last=True), starts_on), ends_on)
            Milestone.objects.create(activity=carried, position=place, name=milestone.name, weight=part, due_on=due)


def shares(parts: Sequence[Decimal]) -> list[Decimal]:
    """Parts of 100 in these proportions, to two places; the largest takes what rounding leaves, so they make exactly 100."""
    total = sum(parts, Decimal(0))
    rounded = [(part * HUNDRED / total).quantize(CENT, ROUND_HALF_UP) for part in parts]
    rounded[rounded.index(max(rounded))] += HUNDRED - sum(rounded, Decimal(0))
    return rounded


def _within(programme: Programme, day: date, *, last: bool = False) -> date:
    """`day` when it lies in the new year, else the year's first day; for ends (`last`) its last day."""
    if programme.starts_on <= day <= programme.ends_on:
        return day
    return programme.ends_on if last else programme.starts_on


def _bring_along(old: Programme, new: Programme) -> None:
    ProgrammeEstate.objects.bulk_create(
        ProgrammeEstate(programme=new, estate_id=link.estate_id) for link in old.estate_links.all()
    )
    for risk in old.risks.filter(status=RiskStatus.OPEN):
        Risk.objects.create(programme=new, **_same(risk, "name", "likelihood", "impact", "response", "owner", "due_on"))
    for indicator in old.indicators.filter(activity__isnull=True):
        names = ("code", "name", "unit", "kind", "better", "metric", "dimensions", "decimals")
        Indicator.objects.create(programme=new, **_same(indicator, *names))


def _same(row: Any, *names: str) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in names}


def _slug(old: Programme, year: int) -> str:
    """The old address with the new year: zarifan, zarifan-1406, zarifan-1407."""
    return f"{old.slug.removesuffix(f'-{old.year}')[:54]}-{year}"
