"""Read models of the pages of readings; a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from core.errors import NotFound
from core.metrics import selectors as live_figures
from programs.choices import ProgrammeStatus, ReadingStatus, Series
from programs.models import BudgetLine, Indicator, Milestone, Programme, Reading
from programs.reading_facts import COLUMN, names_of
from programs.selectors.indicator_figures import live_of

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Readings of one programme and month that are in the same state: what a list shows as one line."""

    programme: Programme
    month: date
    status: str
    author: str
    count: int
    since: datetime
    note: str


@dataclass(slots=True)
class Line:
    """One target on the sheet of a month. `before` is the newest counting reading of an earlier month, `counting` that of
    this month, `open` the one on its way, `live` what the portal itself counts (indicators only)."""

    series: str
    target: Milestone | BudgetLine | Indicator
    group: str
    names: tuple[str, ...]
    before: Reading | None = None
    counting: Reading | None = None
    open: Reading | None = None
    live: Decimal | None = None
    live_at: datetime | None = None

    @property
    def place(self) -> Place:
        """Series and target."""
        return self.series, self.target.pk

    def is_free_for(self, user: Any) -> bool:
        """Whether `user` may type here: nothing stands for this month, or his own reading that was not handed in."""
        if self.open is not None:
            return self.open.author_id == user.pk and self.open.status in (ReadingStatus.DRAFT, ReadingStatus.RETURNED)
        return self.counting is None


@dataclass(slots=True)
class Sheet:
    """Everything a programme reports for a month, in the order of its plan."""

    programme: Programme
    month: date
    lines: list[Line] = field(default_factory=list)

    def of(self, series: str) -> list[Line]:
        """The lines of one series."""
        return [line for line in self.lines if line.series == series]


def programmes_to_report() -> list[Programme]:
    """Programmes that take readings. One query."""
    rows = Programme.objects.filter(status__in=[ProgrammeStatus.ACTIVE, ProgrammeStatus.SUSPENDED])
    return list(rows.order_by("group", "position", "pk"))


def programme_to_report(slug: str) -> Programme:
    """One of them. Raises NotFound."""
    found = next((row for row in programmes_to_report() if row.slug == slug), None)
    if found is None:
        raise NotFound()
    return found


def mine(user: Any) -> list[Bundle]:
    """What this person has in work, returned first, then drafts, then what waits for approval; oldest first. One query."""
    order = {ReadingStatus.RETURNED: 0, ReadingStatus.DRAFT: 1, ReadingStatus.SUBMITTED: 2}
    rows = Reading.objects.filter(author=user).exclude(status=ReadingStatus.APPROVED)
    return sorted(_bundles(rows), key=lambda row: (order[ReadingStatus(row.status)], row.since))


def queue(user: Any) -> list[Bundle]:
    """What waits for approval by age, one's own left out. One query."""
    rows = Reading.objects.filter(status=ReadingStatus.SUBMITTED).exclude(author=user)
    return sorted(_bundles(rows), key=lambda row: row.since)


def decided(limit: int = 12) -> list[Bundle]:
    """What was approved last. One query."""
    rows = Reading.objects.counting()
    return sorted(_bundles(rows, newest=limit), key=lambda row: row.since, reverse=True)


def _bundles(rows: QuerySet[Reading], newest: int = 0) -> list[Bundle]:
    keys = ("programme_id", "programme__name", "programme__name_en", "programme__slug", "month", "status",
            "author__first_name", "author__last_name")  # fmt: skip
    moment = Max("reviewed_at") if newest else Min("submitted_at")
    grouped = (
        rows.order_by()
        .values(*keys)
        .annotate(count=Count("pk"), begun=Min("created_at"), moment=moment, told=Max("review_note"))
    )
    if newest:
        grouped = grouped.order_by("-moment")[:newest]
    return [
        Bundle(
            programme=Programme(
                pk=row["programme_id"],
                name=row["programme__name"],
                name_en=row["programme__name_en"],
                slug=row["programme__slug"],
            ),
            month=row["month"],
            status=row["status"],
            author=f"{row['author__first_name']} {row['author__last_name']}".strip(),
            count=row["count"],
            since=row["moment"] or row["begun"],
            note=row["told"] if row["status"] == ReadingStatus.RETURNED else "",
        )
        for row in grouped
    ]


def sheet(programme: Programme, month: date) -> Sheet:
    """The sheet of a month with what stood before it. Eight queries at most, whatever the number of lines."""
    found = Sheet(programme, month)
    milestones = Milestone.objects.filter(activity__programme=programme, activity__weight__gt=0)
    for milestone in milestones.select_related("activity").order_by("activity__position", "position"):
        found.lines.append(Line(Series.PHYSICAL, milestone, milestone.activity.name, ("percent",)))
    for line in BudgetLine.objects.filter(programme=programme).order_by("year", "pk"):
        found.lines.append(Line(Series.FINANCIAL, line, "", ("allocated", "paid")))
    indicators = list(Indicator.objects.filter(programme=programme).order_by("pk"))
    for row in indicators:
        found.lines.append(Line(Series.INDICATOR, row, "", names_of(Series.INDICATOR, row)))
    _fill_readings(found)
    _fill_live(found, indicators)
    return found


def _fill_readings(found: Sheet) -> None:
    lines = {line.place: line for line in found.lines}
    rows = Reading.objects.filter(programme=found.programme).select_related("author")
    for row in rows.counting().filter(month__lt=found.month).order_by("month"):
        line = lines.get(_place(row))
        if line is not None:
            line.before = row
    this_month = rows.filter(month=found.month, superseded=False)
    for row in this_month.order_by("pk").prefetch_related("evidence__file", "parts__county", "parts__trade"):
        line = lines.get(_place(row))
        if line is not None and row.status == ReadingStatus.APPROVED:
            line.counting = row
        elif line is not None:
            line.open = row


def _place(row: Reading) -> Place:
    return row.series, getattr(row, f"{COLUMN[Series(row.series)]}_id")


def _fill_live(found: Sheet, indicators: Sequence[Indicator]) -> None:
    names = {row.metric for row in indicators if row.metric}
    if not names:
        return
    figures = live_figures.latest(names)
    estates = list(found.programme.estate_links.values_list("estate__slug", flat=True))
    for line in found.of(Series.INDICATOR):
        figure = figures.get(line.target.metric) if isinstance(line.target, Indicator) else None
        if figure is not None:
            line.live, line.live_at = live_of(figure, estates), figure.taken_at


def to_review(slug: str, month: date) -> Sheet:
    """The sheet of a month with the lines that wait for approval alone. Raises NotFound."""
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise NotFound()
    found = sheet(programme, month)
    found.lines = [
        line for line in found.lines if line.open is not None and line.open.status == ReadingStatus.SUBMITTED
    ]
    return found


def papers_of(lines: Iterable[Line]) -> dict[Any, tuple[Any, list[Line]]]:
    """Evidence of open readings: each paper once, with the lines it stands for."""
    found: dict[Any, tuple[Any, list[Line]]] = {}
    for line in lines:
        for row in line.open.evidence.all() if line.open is not None else ():
            found.setdefault(row.file_id, (row, []))[1].append(line)
    return found


def reading(pk: int) -> Reading:
    """One reading with what its page shows. Raises NotFound."""
    rows = Reading.objects.select_related(
        "programme", "milestone__activity", "budget_line", "indicator", "author", "reviewed_by", "corrects"
    )
    found: Reading | None = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound()
    return found


def history(row: Reading) -> list[Reading]:
    """Every reading of the same target and month, oldest first. One query."""
    column = COLUMN[Series(row.series)]
    rows = Reading.objects.filter(**{f"{column}_id": getattr(row, f"{column}_id"), "month": row.month})
    return list(rows.select_related("author", "reviewed_by").order_by("pk"))


def reading_of_evidence(evidence_id: int) -> Reading:
    """The reading a paper stands for, with its programme. Raises NotFound."""
    found: Reading | None = Reading.objects.select_related("programme").filter(evidence=evidence_id).first()
    if found is None:
        raise NotFound()
    return found


def own_papers(lines: Iterable[Line]) -> list[Any]:
    """Evidence of the readings a person still has in work, each paper once."""
    return [row for row, _lines in papers_of(lines).values()]
