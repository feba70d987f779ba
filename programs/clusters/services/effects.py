"""Indicators of members before and after, gatherings, and what members say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import Conflict
from core.persian.calendar import is_first_day, jalali_day, tehran_date
from core.persian.text import normalise
from core.writing import unique_race, write
from programs.choices import IndicatorKind
from programs.clusters import permissions
from programs.clusters.models import (
    ClusterGathering,
    ClusterIndicator,
    ClusterMember,
    MemberReading,
    SatisfactionAnswer,
)
from programs.clusters.services.checks import (
    in_order,
    locked,
    locked_cluster,
    not_later,
    number,
    of_cluster,
    only,
    refuse,
)

INDICATOR_FIELDS = frozenset({"name", "name_en", "unit", "kind", "better", "decimals", "baseline_month", "position"})
GATHERING_FIELDS = frozenset({"kind", "place", "ends_on", "participants", "report", "is_public", "is_illustrative"})

MOST: Final = Decimal(10) ** 14
PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class Value:
    """What was measured at one member: `value`, or for a ratio its two parts."""

    member_id: int
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def save_indicator(
    *, cluster_id: int, code: str, values: Mapping[str, Any], by: Any | None, now: datetime
) -> ClusterIndicator:
    """Make or change the indicator with this code; `values` are `INDICATOR_FIELDS`. Readings keep its kind for good."""
    only(values, INDICATOR_FIELDS)
    permissions.require(by, permissions.SET_UP)
    month_start(values.get("baseline_month"), field="baseline_month")
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        row = ClusterIndicator.objects.filter(cluster=cluster, code=code).first()
        kind = values.get("kind")
        if row is not None and kind not in (None, row.kind) and row.readings.exists():
            raise refuse("kind", _("The kind cannot change any more: there are readings of it."))
        row = row or ClusterIndicator(cluster=cluster, code=code)
        return write(row, values, by=by, now=now, event="clusters.indicator")


def set_readings(
    *, indicator_id: int, month: date, values: Iterable[Value], by: Any | None, now: datetime
) -> list[MemberReading]:
    """Write what was measured in a month (`month`: its first day), all members or none; returns the new readings.

    As many queries for many members as for one; the triggers keep the history of each row. The same value again writes
    nothing; another one is a new reading that corrects the first, which stays. Raises InvalidInput for a month to come, a
    negative value, a member that did not belong to the cluster then.
    """
    permissions.require(by, permissions.WRITE)
    month_start(month)
    not_later(month, tehran_date(now), field="month")
    with transaction.atomic():
        indicator = locked(ClusterIndicator, indicator_id)
        given = {value.member_id: _parts(indicator, value) for value in values}
        _members_then(indicator, given, month)
        current = MemberReading.objects.current().select_for_update().filter(indicator=indicator, month=month)
        before = {row.member_id: row for row in current.filter(member__in=given)}
        new = {member: parts for member, parts in given.items() if not _says(before.get(member), parts)}
        corrected = [before[member].pk for member in new if member in before]
        MemberReading.objects.filter(pk__in=corrected).update(is_superseded=True)
        rows = [
            MemberReading(
                indicator=indicator, member_id=member, month=month, author=by, created_at=now,
                corrects=before.get(member), **parts,
            )
            for member, parts in new.items()
        ]  # fmt: skip
        with unique_race():
            made = MemberReading.objects.bulk_create(rows)
        if made:
            data = {"month": month.isoformat(), "readings": len(made), "corrected": len(corrected)}
            record(action="clusters.readings.entered", by=by, target=indicator, now=now, data=data)
        return made


def set_grid(
    *, cluster_id: int, month: date, values: Mapping[int, Iterable[Value]], by: Any | None, now: datetime
) -> list[MemberReading]:
    """`set_readings` for several indicators of one cluster (by primary key), all or none."""
    with transaction.atomic():
        locked_cluster(cluster_id)
        made = []
        for indicator_id, rows in sorted(values.items()):
            of_cluster(ClusterIndicator.objects.filter(pk=indicator_id).first(), cluster_id, field="indicator")
            made += set_readings(indicator_id=indicator_id, month=month, values=rows, by=by, now=now)
        return made


def add_gathering(
    *, cluster_id: int, title: str, starts_on: date, values: Mapping[str, Any], by: Any | None, now: datetime
) -> ClusterGathering:
    """Make or change a gathering (by title and first day); `values` are `GATHERING_FIELDS`."""
    only(values, GATHERING_FIELDS)
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        title = normalise(title)
        row = ClusterGathering.objects.filter(cluster=cluster, title=title, starts_on=starts_on).first()
        row = row or ClusterGathering(cluster=cluster, ends_on=starts_on)
        in_order(starts_on, values.get("ends_on", row.ends_on), same_day=True)
        whole = {"title": title, "starts_on": starts_on, **values}
        return write(row, whole, by=by, now=now, event="clusters.gathering")


def answer(
    *,
    member_id: int,
    score: int,
    answered_on: date,
    by: Any | None,
    now: datetime,
    gathering: ClusterGathering | None = None,
    year: int | None = None,
    half: str = "",
    comment: str = "",
) -> SatisfactionAnswer:
    """Write down what a member answered, 1 to 5, about a gathering or about half a year; once each."""
    permissions.require(by, permissions.WRITE)
    if score not in (1, 2, 3, 4, 5):
        raise refuse("score", _("The answer is a number from 1 to 5."))
    if (gathering is None) == (year is None or not half):
        raise refuse("event", _("An answer is about a gathering, or about half a year."))
    if year is not None and year > jalali_day(now).year:
        raise refuse("year", _("The year %(year)s has not come yet."), year=year)
    not_later(answered_on, tehran_date(now), field="answered_on")
    with transaction.atomic():
        member = locked(ClusterMember, member_id)
        of_cluster(gathering, member.cluster_id, field="event")
        key = {"member": member, "event": gathering, "year": year, "half": half}
        if SatisfactionAnswer.objects.filter(**key).exists():
            raise Conflict(_("This member has answered already."), code="answered_already")
        row = SatisfactionAnswer(cluster_id=member.cluster_id, **key)
        values = {"score": score, "comment": comment, "answered_on": answered_on}
        return write(row, values, by=by, now=now, event="clusters.answer")


def month_start(day: date | None, *, field: str = "month") -> None:
    """Raise InvalidInput unless `day` is the first of a Jalali month (or None)."""
    if day is not None and not is_first_day(day):
        raise refuse(field, _("A month is named by its first day."))


def _members_then(indicator: ClusterIndicator, wanted: Iterable[int], month: date) -> None:
    """Raise InvalidInput unless all of these belonged to the cluster in the month."""
    wanted = set(wanted)
    found = list(ClusterMember.objects.filter(pk__in=wanted, cluster_id=indicator.cluster_id))
    if len(found) != len(wanted):
        raise refuse("member", _("This belongs to another cluster."))
    for member in found:
        if member.left_on is not None and member.left_on <= month:
            raise refuse("member", _("%(name)s had left the cluster by then."), name=member.name)


def _says(row: MemberReading | None, parts: Mapping[str, Decimal | None]) -> bool:
    return row is not None and all(getattr(row, name) == part for name, part in parts.items())


def _parts(indicator: ClusterIndicator, value: Value) -> dict[str, Decimal | None]:
    if indicator.kind != IndicatorKind.RATIO:
        return {"value": _fitting(value.value, "value"), "numerator": None, "denominator": None}
    return {
        "value": None,
        "numerator": _fitting(value.numerator, "numerator"),
        "denominator": _fitting(value.denominator, "denominator", above=True),
    }


def _fitting(value: Any, field: str, *, above: bool = False) -> Decimal:
    """A number the column can hold: fourteen digits before the point and four after it."""
    found = number(value, field, above=above)
    if found >= MOST or found != round(found, PLACES):
        raise refuse(field, _("This number is not possible."))
    return found
