"""Everything a monthly report says, as JSON that is frozen with it. Numbers come from the selectors of the pages alone.

Decimals are texts ("40.80"), days and moments ISO 8601, names in the language of the portal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from core.persian.calendar import JalaliDate, months_between
from programs.choices import IssueStatus, RiskStatus
from programs.clusters import selectors as clusters
from programs.clusters.models import Cluster, ClusterGathering
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.reports.decisions import needed
from programs.dashboards.selectors.company import Compared, Figures, funnel, live_groups, occupancy, unmet
from programs.dashboards.selectors.programmes import ProgrammeLine, Programmes, programmes
from programs.exhibitions.choices import Status as ExhibitionStatus
from programs.exhibitions.models import Exhibition
from programs.models import Issue, Programme, Risk
from programs.months import month_numbered, number_of
from programs.selectors import plans
from training.models import Course

Data = dict[str, Any]
STATE: Final = (
    "planned", "actual", "deviation", "spi", "cpi", "bac", "pv", "ev", "ac", "approved", "allocated", "trend", "pace",
    "expected", "earliest", "latest", "needed", "reported_until",
)  # fmt: skip
"""What is taken over of the state of a programme as it is kept."""
FIRST_RISKS: Final = 3


def last_day(month: date) -> date:
    """Last day of a Jalali month given by its first."""
    return month_numbered(number_of(month) + 1) - timedelta(days=1)


def content(month: date, now: datetime) -> Data:
    """The figures of a month as they are known at `now`."""
    day = last_day(month)
    figures = Figures(day, None)
    found = programmes(day)
    data: Data = {
        "month": month.isoformat(),
        "year": JalaliDate.from_date(month).year,
        "as_of": now.isoformat(),
        "read_at": plain(figures.read_at),
        "is_illustrative": figures.is_illustrative or any(line.programme.is_illustrative for line in found.lines),
        "groups": [_group(group.value, group.label, group.rule) for group in found.groups],
        "programmes": _programmes(found, month, day),
        "funnel": _funnel(figures),
        "estates": _estates(figures),
        "unmet": _unmet(figures),
        "clusters": _clusters(day),
        "events": _events(month, day),
        "figures": _figures(figures),
    }
    return {**data, "decisions": needed(data)}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


def _group(value: str, label: str, rule: Any) -> Data:
    return {"value": value, "label": label, "amber": plain(rule.amber), "red": plain(rule.red)}


def _programmes(found: Programmes, month: date, day: date) -> list[Data]:
    rows = [line.programme for line in found.lines]
    curves = _curves(rows, month)
    issues = _grouped(Issue.objects.filter(programme__in=rows, status=IssueStatus.OPEN).order_by("due_on", "pk"))
    risks = _grouped(Risk.objects.filter(programme__in=rows).exclude(status=RiskStatus.CLOSED))
    return [
        _programme(line, group.value)
        | {"curve": curves[line.programme.pk]}
        | {"issues": [_issue(row, day) for row in issues.get(line.programme.pk, [])]}
        | {"risks": [_risk(row) for row in sorted(risks.get(line.programme.pk, []), key=_weight)[:FIRST_RISKS]]}
        for group in found.groups
        for line in group.lines
    ]


def _programme(line: ProgrammeLine, group: str) -> Data:
    row, state = line.programme, line.state
    facts = {name: plain(getattr(state, name)) if state else None for name in STATE}
    return {
        "slug": row.slug,
        "name": row.display_name,
        "group": group,
        "status": row.status,
        "status_label": row.get_status_display(),
        "is_public": row.is_shown,
        "is_illustrative": row.is_illustrative,
        "ends_on": row.ends_on.isoformat(),
        "light": line.light.value,
        "light_label": str(line.light.label),
        "state_month": plain(state.month) if state else None,
        "month_ago": plain(line.month_ago),
        "year_ago": plain(line.year_ago),
        **facts,
    }


def _curves(rows: Sequence[Programme], month: date) -> dict[int, list[Data]]:
    """Planned and done of every month of each plan; what was done is known up to the month of the report."""
    ids = [row.pk for row in rows]
    first = min((row.starts_on for row in rows), default=month)
    last = max((row.ends_on for row in rows), default=month)
    planned = plans.planned(ids, months_between(first, last))
    done: dict[tuple[int, date], Decimal | None] = {
        (state.programme_id, state.month): state.actual
        for state in ProgrammeSnapshot.objects.filter(programme__in=ids, month__lte=month)
    }
    return {
        row.pk: [
            {
                "month": at.isoformat(),
                "planned": plain(planned[row.pk][at][0].quantize(Decimal("0.01"))) if row.pk in planned else None,
                "actual": plain(done.get((row.pk, at))),
            }
            for at in months_between(row.starts_on, row.ends_on)
        ]
        for row in rows
    }


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.programme_id, []).append(row)
    return found


def _weight(risk: Risk) -> tuple[int, int]:
    return -risk.score, risk.pk


def _issue(row: Issue, day: date) -> Data:
    late = row.due_on is not None and row.due_on <= day
    return {"name": row.name, "response": row.response, "due_on": plain(row.due_on), "is_late": late}


def _risk(row: Risk) -> Data:
    return {"name": row.name, "response": row.response, "score": row.score}


def _compared(row: Compared) -> Data:
    return {
        "metric": row.metric.name,
        "label": str(row.metric.label),
        "unit": str(row.metric.unit),
        "total": plain(row.total),
        "month_ago": plain(row.month_ago),
        "year_ago": plain(row.year_ago),
    }


def _funnel(figures: Figures) -> Data:
    found = funnel(figures)
    return {
        "ages": list(found.ages),
        "steps": [
            {**_compared(step.compared), "share": plain(step.share), "ages": [plain(cell.value) for cell in step.ages]}
            for step in found.steps
        ],
    }


def _estates(figures: Figures) -> list[Data]:
    return [
        {
            "slug": row.slug,
            "name": row.name,
            **{name: plain(getattr(row, name).value) for name in ("plots", "prepared", "offered", "awarded", "free")},
            "returned": plain(row.returned),
            "unprepared": plain(row.unprepared),
        }
        for row in occupancy(figures)
    ]


def _unmet(figures: Figures) -> Data | None:
    found = unmet(figures)
    if found is None:
        return None
    parts: Mapping[str, Any] = {"trades": found.trades, "sizes": found.sizes, "places": found.places}
    return _compared(found.compared) | {
        part: [{"code": line.code, "name": line.name, "value": plain(line.cell.value)} for line in lines]
        for part, lines in parts.items()
    }


def _clusters(day: date) -> list[Data]:
    """Clusters something is known of, as they are on `day` (plans as they stand now)."""
    cards = clusters.cards(Cluster.objects.all(), day)
    return [_cluster(card, day) for card in cards if card.members or card.phase]


def _cluster(card: clusters.ClusterCard, day: date) -> Data:
    plan = clusters.action_plan(card.cluster, day)
    exports = clusters.exports(card.cluster).by_year
    marks = clusters.trademarks(card.cluster, day)
    return {
        "slug": card.cluster.slug,
        "name": card.cluster.display_name,
        "phase": card.phase.label if card.phase else "",
        "members": card.members,
        "staff": card.staff,
        "plan": None if plan is None else {
            "actions": len(plan.items), "budget": plan.budget, "done_percent": plain(plan.done_percent.quantize(Decimal("0.01"))),
            "overdue": len(plan.overdue),
        },
        "exports": {"year": exports[0].label, "usd": plain(exports[0].value_usd)} if exports else None,
        "marks": len(marks),
        "marks_expiring": [mark.row.brand for mark in marks if mark.state == "EXPIRING"],
    }  # fmt: skip


def _events(month: date, day: date) -> list[Data]:
    """Exhibitions, gatherings of clusters and courses that began in this month."""
    gatherings = ClusterGathering.objects.filter(starts_on__range=(month, day)).select_related("cluster")
    courses: Any = Course.objects.public()  # type: ignore[attr-defined]
    rows = [
        {
            "title": row.title, "kind": row.get_kind_display(), "place": row.place, "starts_on": plain(row.starts_on),
            "of": row.cluster.display_name, "is_public": row.is_public,
        }
        for row in gatherings
    ]  # fmt: skip
    rows += [
        {
            "title": row.name, "kind": str(Course._meta.verbose_name), "place": row.place, "starts_on": plain(row.starts_on),
            "of": row.host, "is_public": True,
        }
        for row in courses.filter(starts_on__range=(month, day))
    ]  # fmt: skip
    exhibitions = Exhibition.objects.public().exclude(status=ExhibitionStatus.CANCELLED)
    rows += [
        {
            "title": row.display_name, "kind": str(Exhibition._meta.verbose_name), "place": row.city,
            "starts_on": plain(row.starts_on), "of": "، ".join(cluster.display_name for cluster in row.clusters.all()) or "–",
            "is_public": True,
        }
        for row in exhibitions.filter(starts_on__range=(month, day)).prefetch_related("clusters")
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["starts_on"], row["title"]))


def _figures(figures: Figures) -> list[Data]:
    return [
        {"group": group.label, **_compared(row), "app": row.metric.name.split(".")[0]}
        for group in live_groups(figures)
        for row in group.figures
    ]
