"""Everything a monthly report says, as JSON that is frozen with it. Numbers come from the selectors of the pages alone.

Decimals are texts ("40.80"), days and moments ISO 8601, names in the language of the portal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from core.persian.calendar import JalaliDate, month_number, month_numbered, months_between
from programs.choices import IssueStatus, RiskStatus
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.reports import counted, exhibitions, places
from programs.dashboards.reports.decisions import needed
from programs.dashboards.reports.plain import Data, plain
from programs.dashboards.selectors.live import Figures
from programs.dashboards.selectors.programmes import ProgrammeLine, Programmes, programmes
from programs.models import Issue, Programme, Risk
from programs.selectors import plans

STATE: Final = (
    "planned", "actual", "deviation", "spi", "cpi", "bac", "pv", "ev", "ac", "approved", "allocated", "trend", "pace",
    "expected", "earliest", "latest", "needed", "reported_until",
)  # fmt: skip
"""What is taken over of the state of a programme as it is kept."""
FIRST_RISKS: Final = 3


def last_day(month: date) -> date:
    """Last day of a Jalali month given by its first."""
    return month_numbered(month_number(month) + 1) - timedelta(days=1)


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
        "funnel": counted.funnel(figures),
        "estates": counted.estates(figures),
        "unmet": counted.unmet(figures),
        "clusters": places.clusters(day),
        "events": places.events(month, day),
        "exhibitions": exhibitions.frozen(day),
        "figures": counted.others(figures),
    }
    return {**data, "decisions": needed(data)}


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
