"""Monthly reports as their pages show them; each function makes a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Prefetch

from core.errors import NotFound
from core.persian.calendar import first_of_month, month_number, month_numbered
from programs.dashboards.choices import ReportFileKind
from programs.dashboards.models import MonthlyReport, ReportFile, ReportSubscription

MONTHS_OFFERED: Final = 13
"""Months a report can be asked for on the page: the running one and a year before it."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its papers and slides, and the other versions of its month."""

    report: MonthlyReport
    paper: ReportFile | None
    public: ReportFile | None
    slides: Sequence[ReportFile]
    versions: Sequence[MonthlyReport]

    @property
    def is_latest(self) -> bool:
        """Whether no newer version replaced it."""
        return self.versions[0] == self.report


@dataclass(frozen=True, slots=True)
class ProgrammePair:
    """A programme in two reports (percent; None where a report does not know it)."""

    name: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def done(self) -> tuple[Decimal | None, Decimal | None]:
        """Done in the one and in the other."""
        return _decimal(self.before, "actual"), _decimal(self.after, "actual")

    @property
    def change(self) -> Decimal | None:
        """Points gained between the two."""
        return _change(*self.done)


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A figure in two reports."""

    label: str
    unit: str
    before: Decimal | None
    after: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """By how much it moved."""
        return _change(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side, the older first."""

    before: MonthlyReport
    after: MonthlyReport
    programmes: Sequence[ProgrammePair]
    figures: Sequence[FigurePair]


def reports() -> list[MonthlyReport]:
    """The newest version of each month, newest month first, without its figures. One query."""
    rows = MonthlyReport.objects.order_by("-month", "-version").distinct("month").defer("data")
    return list(rows.select_related("made_by"))


def months(today: date) -> list[date]:
    """Months a report can be asked for, the last whole one first, the running one at the end."""
    running = month_number(first_of_month(today))
    return [*(month_numbered(running - back) for back in range(1, MONTHS_OFFERED)), month_numbered(running)]


def is_subscribed(user: Any) -> bool:
    """Whether this person is told of new reports. One query."""
    return ReportSubscription.objects.filter(user=user).exists()


def report_page(report_id: int) -> ReportPage:
    """One report. Raises NotFound. Three queries."""
    files = Prefetch("files", queryset=ReportFile.objects.select_related("file__thumbnail").order_by("position"))
    report = MonthlyReport.objects.select_related("made_by").prefetch_related(files).filter(pk=report_id).first()
    if report is None:
        raise NotFound()
    by_kind: dict[str, list[ReportFile]] = {}
    for row in report.files.all():
        by_kind.setdefault(row.kind, []).append(row)
    return ReportPage(
        report=report,
        paper=next(iter(by_kind.get(ReportFileKind.PAPER, [])), None),
        public=next(iter(by_kind.get(ReportFileKind.PUBLIC, [])), None),
        slides=by_kind.get(ReportFileKind.SLIDE, []),
        versions=list(MonthlyReport.objects.filter(month=report.month).defer("data").order_by("-version")),
    )


def published() -> list[ReportFile]:
    """Papers everybody may open, newest month first. One query."""
    rows = ReportFile.objects.filter(kind=ReportFileKind.PUBLIC, report__published_at__isnull=False)
    return list(rows.select_related("report", "file").defer("report__data").order_by("-report__month"))


def comparison(one: int, other: int) -> Comparison:
    """Two reports by their frozen figures. Raises NotFound. One query."""
    found = MonthlyReport.objects.in_bulk({one, other})
    if len(found) < 2:
        raise NotFound()
    before, after = sorted(found.values(), key=lambda row: (row.month, row.version))
    return Comparison(
        before=before,
        after=after,
        programmes=_programmes(before.data, after.data),
        figures=_figures(before.data, after.data),
    )


def _programmes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[ProgrammePair]:
    old = {row["slug"]: row for row in before["programmes"]}
    new = {row["slug"]: row for row in after["programmes"]}
    return [
        ProgrammePair((new.get(slug) or old[slug])["name"], old.get(slug), new.get(slug)) for slug in {**new, **old}
    ]


def _figures(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FigurePair]:
    old, new = _all_figures(before), _all_figures(after)
    return [
        FigurePair(row["label"], row["unit"], _decimal(old.get(name), "total"), _decimal(new.get(name), "total"))
        for name, row in {**old, **new}.items()
    ]


def _all_figures(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    rows = [*data["funnel"]["steps"], *([data["unmet"]] if data["unmet"] else []), *data["figures"]]
    return {row["metric"]: row for row in rows}


def _decimal(row: Mapping[str, Any] | None, name: str) -> Decimal | None:
    return None if row is None or row[name] is None else Decimal(row[name])


def _change(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if before is None or after is None else after - before
