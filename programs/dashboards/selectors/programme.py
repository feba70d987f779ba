"""The page of one programme: worked out on the spot from its readings and its plan, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from core.errors import NotFound
from core.persian.calendar import first_of_month, month_number
from programs import forecast
from programs.choices import PhotoStage, RiskStatus
from programs.dashboards.choices import LIGHT_TONES, LightColour, Outlook
from programs.dashboards.selectors import standing
from programs.dashboards.selectors.standing import Sources, Standing
from programs.models import Activity, BudgetLine, Programme, ProgrammePhoto, Reading, Risk
from programs.selectors import progress
from programs.selectors.progress import IndicatorFigure, Money

NEWEST_READINGS: Final = 12
SCALE: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class CurveMonth:
    """One month of the S-curve: percent and rials, cumulative; None where nothing is planned, or not known yet."""

    month: date
    planned: Decimal | None
    actual: Decimal | None
    planned_cost: int | None
    paid: int | None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity at the end of the judged month. `slippage`: months by which its expected end lies after the planned one."""

    activity: Activity
    standing: Standing
    slippage: int | None
    has_begun: bool

    @property
    def light(self) -> LightColour:
        """Its light."""
        return LightColour(self.standing.light.value)

    @property
    def tone(self) -> str:
        """How the light is shown beside its word."""
        return LIGHT_TONES[self.light]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A budget line with what was approved, allocated and paid."""

    line: BudgetLine
    money: Money


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Risks of one likelihood and impact; `weight` is their product."""

    impact: int
    weight: int
    risks: Sequence[Risk]


@dataclass(slots=True)
class Photos:
    """Pairs of before and after, and the others."""

    pairs: list[tuple[ProgrammePhoto, ProgrammePhoto]] = field(default_factory=list)
    others: list[ProgrammePhoto] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """Everything the page of a programme shows."""

    programme: Programme
    source: Sources
    standing: Standing
    earned: forecast.EarnedValue
    curve: Sequence[CurveMonth]
    activities: Sequence[ActivityRow]
    lines: Sequence[LineRow]
    indicators: Sequence[IndicatorFigure]
    readings: Sequence[Reading]
    registers: Mapping[str, Sequence[Any]]
    photos: Photos
    neighbours: Sequence[Programme]
    """The plan it was rolled over from, and the one its rest went into, as far as there are such."""

    @property
    def light(self) -> LightColour:
        """Its light."""
        return LightColour(self.standing.light.value)

    @property
    def tone(self) -> str:
        """How the light is shown beside its word."""
        return LIGHT_TONES[self.light]

    @property
    def money(self) -> Money:
        """The budget as a whole."""
        return self.source.financial.whole

    @property
    def matrix(self) -> list[tuple[int, list[MatrixCell]]]:
        """Watched risks by likelihood (the highest first) and impact."""
        watched = [risk for risk in self.registers["risks"] if risk.status != RiskStatus.CLOSED]
        return [
            (
                likelihood,
                [
                    MatrixCell(
                        impact,
                        likelihood * impact,
                        [risk for risk in watched if (risk.likelihood, risk.impact) == (likelihood, impact)],
                    )
                    for impact in SCALE
                ],
            )
            for likelihood in reversed(SCALE)
        ]


def programme_page(slug: str, today: date) -> ProgrammePage:
    """One programme of any state. Raises NotFound. A fixed number of queries."""
    programme = Programme.objects.select_related("owner", "previous").filter(slug=slug).first()
    if programme is None:
        raise NotFound()
    source = standing.sources([programme], today)[0]
    activities = list(programme.activities.filter(weight__gt=0).select_related("owner").order_by("position"))
    return ProgrammePage(
        programme=programme,
        source=source,
        standing=standing.now_of(source),
        earned=standing.earned_value(source, source.judged),
        curve=_curve(source),
        activities=[_activity(source, activity) for activity in activities],
        lines=[
            LineRow(line, source.financial.lines[line.pk])
            for line in programme.budget_lines.order_by("year", "pk")
            if line.pk in source.financial.lines
        ],
        indicators=progress.indicator_values([programme.pk], first_of_month(today))[programme.pk],
        readings=_readings(programme),
        registers={
            "risks": sorted(programme.risks.select_related("owner"), key=lambda risk: (-risk.score, risk.pk)),
            "issues": list(programme.issues.select_related("owner").order_by("status", "-raised_on", "pk")),
            "decisions": list(programme.decisions.all()),
            "documents": list(programme.documents.select_related("file")),
            "estates": list(programme.estate_links.select_related("estate").order_by("estate__sort_key")),
        },
        photos=_photos(programme),
        neighbours=[row for row in (programme.previous, Programme.objects.filter(previous=programme).first()) if row],
    )


def _curve(source: Sources) -> list[CurveMonth]:
    planned = standing.planned_curve(source)
    actual = standing.actual_curve(source.physical.months, source.physical)
    paid = source.financial.whole.paid
    return [
        CurveMonth(
            month=month,
            planned=planned.get(month_number(month)),
            actual=actual.get(month_number(month)) if month <= source.judged else None,
            planned_cost=source.planned[month][1] if month in source.planned else None,
            paid=paid.get(month) if month <= source.judged else None,
        )
        for month in source.plan_months
    ]


def _activity(source: Sources, activity: Activity) -> ActivityRow:
    state = standing.activity_standing(source, activity.pk, activity.ends_on)
    has_begun = bool(state.actual) or first_of_month(activity.starts_on) <= source.judged
    slippage = None
    if state.trend.expected is not None and state.trend.state.value == Outlook.EXPECTED:
        slippage = max(state.trend.expected - month_number(first_of_month(activity.ends_on)), 0)
    return ActivityRow(activity, state, slippage, has_begun)


def _readings(programme: Programme) -> list[Reading]:
    rows = programme.readings.select_related(
        "milestone", "budget_line", "indicator", "author", "reviewed_by"
    ).prefetch_related("parts")
    return list(rows.order_by("-month", "-pk")[:NEWEST_READINGS])


def _photos(programme: Programme) -> Photos:
    shown = list(programme.photos.select_related("file__thumbnail"))
    found = Photos()
    pairs: dict[str, dict[str, ProgrammePhoto]] = {}
    for photo in shown:
        if photo.pair_key and photo.stage != PhotoStage.DURING:
            pairs.setdefault(photo.pair_key, {})[photo.stage] = photo
    found.pairs = [(pair[PhotoStage.BEFORE], pair[PhotoStage.AFTER]) for pair in pairs.values() if len(pair) == 2]
    paired = {photo.pk for pair in found.pairs for photo in pair}
    found.others = [photo for photo in shown if photo.pk not in paired]
    return found
