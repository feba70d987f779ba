"""The rows plans are made from, and what is wrong with them: sentences that name the row and the sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from core.persian.calendar import is_first_day, months_between
from core.wording import day_text, number_text
from programs.choices import HUNDRED
from programs.models import Activity, Programme
from programs.wording import month_text, percent_text


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as it is to be. `weight` in percent of the programme; `id` of the row it changes, None for a new one."""

    position: int
    name: str
    weight: Decimal
    starts_on: date
    ends_on: date
    owner_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as it is to be. `weight` in percent of the activity; `id` of the row it changes, None for a new one."""

    position: int
    name: str
    weight: Decimal
    due_on: date
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What is to be done of an activity by the end of a month: percent and cost in rials, both from its beginning on."""

    activity_id: int
    month: date
    planned_percent: Decimal
    planned_cost: int = 0


def wrong_activities(rows: Sequence[ActivityRow], programme: Programme) -> list[str]:
    """What is wrong with the activities of a programme; empty when they make a plan."""
    found = [*_wrong_parts(rows)]
    for row in rows:
        if row.ends_on < row.starts_on:
            found.append(_("“%(name)s” ends before it begins.") % {"name": row.name})
        if row.starts_on < programme.starts_on or row.ends_on > programme.ends_on:
            found.append(outside(row.name, programme.starts_on, programme.ends_on))
    total = sum((row.weight for row in rows), Decimal(0))
    if total != HUNDRED:
        found.append(_("The weights of the activities add up to %(sum)s, not to 100.") % {"sum": percent_text(total)})
    return found


def wrong_milestones(rows: Sequence[MilestoneRow], activity: Activity) -> list[str]:
    """What is wrong with the milestones of an activity; empty when they make a plan."""
    found = [*_wrong_parts(rows)]
    for row in rows:
        if not activity.starts_on <= row.due_on <= activity.ends_on:
            found.append(outside(row.name, activity.starts_on, activity.ends_on))
    total = sum((row.weight for row in rows), Decimal(0))
    if total != HUNDRED:
        found.append(
            _("The weights of the milestones of “%(activity)s” add up to %(sum)s, not to 100.")
            % {"activity": activity.name, "sum": percent_text(total)}
        )
    return found


def wrong_months(rows: Iterable[MonthRow], programme: Programme, activities: Sequence[Activity]) -> list[str]:
    """What is wrong with a plan by month; empty when it leads every activity to 100 per cent inside the programme."""
    curves: dict[int, list[MonthRow]] = defaultdict(list)
    for row in rows:
        curves[row.activity_id].append(row)
    names = {activity.pk: activity.name for activity in activities}
    found = [_("A row belongs to an activity of another programme.")] if set(curves) - set(names) else []
    allowed = set(months_between(programme.starts_on, programme.ends_on))
    for activity in activities:
        if activity.weight or curves[activity.pk]:
            found += _wrong_curve(activity.name, sorted(curves[activity.pk], key=lambda row: row.month), allowed)
    return found


def _wrong_curve(name: str, rows: Sequence[MonthRow], allowed: set[date]) -> Iterator[str]:
    """What is wrong with the months of one activity, given in their order."""
    percent, cost, last = Decimal(0), 0, None
    for row in rows:
        words = {"name": name, "month": month_text(row.month), "percent": percent_text(row.planned_percent)}
        if not is_first_day(row.month) or row.month not in allowed:
            yield _("“%(name)s”: %(month)s lies outside the programme.") % words
        if row.month == last:
            yield _("“%(name)s”: %(month)s stands there twice.") % words
        if not 0 <= row.planned_percent <= HUNDRED:
            yield _("“%(name)s”: %(percent)s percent in %(month)s is not between 0 and 100.") % words
        elif row.planned_percent < percent:
            yield _("“%(name)s”: the plan goes back in %(month)s. Each month includes the months before it.") % words
        if row.planned_cost < cost:
            yield _("“%(name)s”: the planned cost goes back in %(month)s.") % words
        percent, cost, last = max(percent, row.planned_percent), max(cost, row.planned_cost), row.month
    if percent < HUNDRED:
        yield _("“%(name)s” does not reach 100 percent; it ends at %(percent)s.") % {
            "name": name,
            "percent": percent_text(percent),
        }


def _wrong_parts(rows: Sequence[ActivityRow] | Sequence[MilestoneRow]) -> Iterator[str]:
    """What holds for activities and milestones alike: a name, a place of its own, a weight from 0 to 100."""
    seen: set[int] = set()
    for row in rows:
        if not row.name.strip():
            yield _("Row %(position)s has no name.") % {"position": number_text(row.position)}
        if row.position in seen:
            yield _("The position %(position)s is given twice.") % {"position": number_text(row.position)}
        if not 0 <= row.weight <= HUNDRED:
            yield _("“%(name)s”: the weight must be between 0 and 100.") % {"name": row.name}
        seen.add(row.position)


def outside(name: str, starts_on: date, ends_on: date) -> str:
    """The sentence for a part that leaves the days of what it belongs to."""
    return _("“%(name)s” must lie between %(start)s and %(end)s.") % {
        "name": name,
        "start": day_text(starts_on),
        "end": day_text(ends_on),
    }
