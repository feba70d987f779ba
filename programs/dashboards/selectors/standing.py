"""Where programmes stand: readings and plans, as the selectors of programmes give them, turned into values of the forecast.

The one place for lights, earned value and trends of programmes: what is kept ready (`services.snapshots`) and what the pages
work out on the spot both come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.persian.calendar import first_of_month, month_number, month_numbered, months_between
from programs import forecast
from programs.aggregation import CENT, kept
from programs.choices import ProgrammeStatus
from programs.dashboards.models import LightRule
from programs.models import Programme
from programs.months import judged_month
from programs.selectors import plans, progress
from programs.selectors.plans import Curve as PlannedCurve
from programs.selectors.plans import Planned
from programs.selectors.progress import Financial, Physical

ENDED = (ProgrammeStatus.COMPLETED, ProgrammeStatus.STOPPED)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme, or one of its activities, at the end of a month. Months are first days; see `ProgrammeSnapshot`."""

    month: date
    planned: Decimal | None
    actual: Decimal | None
    deviation: Decimal | None
    light: forecast.Light
    trend: forecast.Trend
    needed: Decimal | None

    @property
    def expected(self) -> date | None:
        """Month of the expected end."""
        return day_of(self.trend.expected)

    @property
    def earliest(self) -> date | None:
        """The end at the best pace of late."""
        return day_of(self.trend.earliest)

    @property
    def latest(self) -> date | None:
        """The end at the worst pace of late; None when it has no end."""
        return day_of(self.trend.latest)


@dataclass(frozen=True, slots=True)
class MonthOfProgramme:
    """A programme at the end of a month, with its money in rials."""

    standing: Standing
    earned: forecast.EarnedValue
    approved: int
    allocated: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of one programme: its plan by activity, the plan as a whole by month, work and money."""

    programme: Programme
    curves: Sequence[PlannedCurve]
    planned: Mapping[date, Planned]
    physical: Physical
    financial: Financial
    rule: forecast.Rule
    judged: date

    @property
    def plan_months(self) -> list[date]:
        """Every month of the plan, to its last."""
        return months_between(self.programme.starts_on, max(self.programme.ends_on, self.judged))


def day_of(number: int | None) -> date | None:
    """First day of the month with this number; None stays None."""
    return None if number is None else month_numbered(number)


def rules() -> dict[str, forecast.Rule]:
    """The rule of the lights of each group that has one of its own. One query."""
    return {row.group: row.rule for row in LightRule.objects.all()}


def sources(programmes: Iterable[Programme], today: date) -> list[Sources]:
    """What is known of these programmes. Twelve queries, however many there are."""
    rows = list(programmes)
    ids, running = [row.pk for row in rows], first_of_month(today)
    months = months_between(
        min((row.starts_on for row in rows), default=running), max((row.ends_on for row in rows), default=running)
    )
    months = sorted({*months, *months_between(months[0] if months else running, running)})
    work, money = progress.physical(ids, running), progress.financial(ids, running)
    whole, curves, own_rules = plans.planned(ids, months), plans.curves(ids), rules()
    return [
        Sources(
            programme=row,
            curves=curves.get(row.pk, []),
            planned=whole.get(row.pk, {}),
            physical=work[row.pk],
            financial=money[row.pk],
            rule=own_rules.get(row.group, forecast.DEFAULT_RULE),
            judged=_judged(row, today, work[row.pk].reported_until),
        )
        for row in rows
    ]


def _judged(programme: Programme, today: date, reported_until: date | None) -> date:
    """The month up to which a programme is judged; one that has ended is not followed beyond its plan."""
    month = judged_month(today, reported_until)
    if programme.status not in ENDED:
        return month
    last = first_of_month(programme.ends_on)
    return min(month, max(last, reported_until or last))


def months_of(source: Sources) -> list[MonthOfProgramme]:
    """The programme at the end of each month from its beginning to the judged one."""
    planned, actual = planned_curve(source), actual_curve(source.physical.months, source.physical)
    return [
        MonthOfProgramme(
            standing=_standing(planned, actual, month, source),
            earned=earned_value(source, month),
            approved=source.financial.whole.approved,
            allocated=source.financial.whole.allocated.get(month, 0),
        )
        for month in months_between(source.programme.starts_on, source.judged)
    ]


def now_of(source: Sources) -> Standing:
    """The programme at the end of the judged month."""
    return _standing(
        planned_curve(source), actual_curve(source.physical.months, source.physical), source.judged, source
    )


def activity_standing(source: Sources, activity_id: int, ends_on: date) -> Standing:
    """One activity at the end of the judged month, by its own share of the plan and the group's rule."""
    given = next((curve for curve in source.curves if curve.activity_id == activity_id), None)
    planned = {} if given is None else {month_number(month): given.at(month)[0] for month in given.months}
    actual = actual_curve(source.physical.activities.get(activity_id, {}), source.physical)
    return _standing(planned, actual, source.judged, source, ends_on=ends_on)


def planned_curve(source: Sources) -> dict[int, Decimal]:
    """Percent to be done by the end of each month of the plan, by number of the month; empty without an approved plan."""
    return {
        month_number(month): kept(value[0], CENT)
        for month, value in source.planned.items()
        if month >= first_of_month(source.programme.starts_on)
    }


def actual_curve(months: Mapping[date, Decimal], physical: Physical) -> dict[int, Decimal]:
    """Percent done by the end of each month, by number of the month, from the first month with a reading on."""
    # Before the first reading nothing is known, which is not the same as nothing done.
    first = physical.reported_from
    return {month_number(month): value for month, value in months.items() if first is not None and month >= first}


def earned_value(source: Sources, month: date) -> forecast.EarnedValue:
    """Earned value at the end of `month`; the budget of an activity is what the plan in force gives it."""
    works = [
        forecast.Work(
            budget=curve.values[-1][1],
            planned_cost=curve.at(month)[1],
            done=source.physical.activities.get(curve.activity_id, {}).get(month, NOTHING),
        )
        for curve in source.curves
    ]
    return forecast.earned_value(works, paid=source.financial.whole.paid.get(month, 0))


def _standing(
    planned: forecast.Curve,
    actual: forecast.Curve,
    month: date,
    source: Sources,
    *,
    ends_on: date | None = None,
) -> Standing:
    number = month_number(month)
    deviation = forecast.deviation(planned, actual, number)
    known = any(one <= number for one in actual)
    done = forecast.at(actual, number)
    last = month_number(first_of_month(ends_on or source.programme.ends_on))
    return Standing(
        month=month,
        planned=forecast.at(planned, number) if planned else None,
        actual=done if known else None,
        deviation=deviation,
        light=forecast.light(deviation, source.rule),
        trend=forecast.trend({one: value for one, value in actual.items() if one <= number}, now=number),
        needed=forecast.needed_per_month(done, now=number, last=last) if planned or known else None,
    )
