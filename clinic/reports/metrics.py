"""Live figures of the clinic: requests, cases, revived units, jobs, projects; parts of fewer than five units are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import ENDED, CaseStatus, Outcome, RequestStatus
from clinic.cases.models import Case, ClinicRequest
from clinic.privacy import hide_few
from clinic.reports.permissions import FIGURES
from clinic.reports.selectors import outcomes
from clinic.treatment.choices import PlanStatus, ProjectStatus
from clinic.treatment.models import Project
from core.metrics.choices import MetricKind
from core.metrics.cube import cube
from core.metrics.registry import Dimensions, Metric, Point, register
from estates.models import County, Trade


def _requests(now: datetime) -> Iterable[Point]:
    return cube(ClinicRequest.objects.all(), {"state": "status"}, [(), ("state",)])


def _cases(now: datetime) -> Iterable[Point]:
    return _shown(Case.objects.exclude(status__in=ENDED), {"state": "status"})


def _revived(now: datetime) -> Iterable[Point]:
    rows = Case.objects.filter(outcome=Outcome.REVIVED)
    return _shown(rows, {"county": "unit__county__slug", "trade": "unit__trade__code"})


def _shown(cases: QuerySet[Case], paths: Mapping[str, str]) -> list[Point]:
    """The units of these cases as a whole and by each dimension, without parts of fewer than five. 1 query for each."""
    found = [Point(Decimal(cases.values("unit").distinct().count()))]
    for name, path in paths.items():
        counts = dict(cases.order_by().values_list(path).annotate(found=Count("unit", distinct=True)))
        found += [Point(Decimal(count), {name: value}) for value, count in hide_few(counts).items()]
    return found


def _jobs(now: datetime) -> Iterable[Point]:
    return [Point(Decimal(outcomes.whole().jobs or 0))]


def _projects_done(now: datetime) -> Iterable[Point]:
    done = Project.objects.filter(status=ProjectStatus.DONE, plan__status=PlanStatus.ACCEPTED_BY_UNIT)
    return [Point(Decimal(done.count()))]


def _dashboard(anchor: str) -> Any:
    def address(dimensions: Dimensions) -> str:
        return f"{reverse('clinic_dashboard:overview')}#{anchor}"

    return address


def _labels(choices: Any) -> Any:
    def names(values: Collection[str]) -> Mapping[str, str]:
        return {value: str(choices(value).label) for value in values if value in choices.values}

    return names


def _names(model: Any, key: str) -> Any:
    def names(values: Collection[str]) -> Mapping[str, str]:
        return {getattr(row, key): row.display_name for row in model.objects.filter(**{f"{key}__in": values})}

    return names


_COMMON: Final[dict[str, Any]] = {"kind": MetricKind.LAST, "permission": FIGURES}
_FEW: Final = _("Groups of fewer than five units are not shown.")

register(
    Metric(
        name="clinic.requests", label=_("requests to the clinic"),
        unit=pgettext_lazy("unit of a number", "requests"), dimensions=("state",),
        read=_requests, url=_dashboard("requests"), names={"state": _labels(RequestStatus)}, **_COMMON,
    )
)  # fmt: skip
register(
    Metric(
        name="clinic.cases", label=_("units whose case is open"),
        unit=pgettext_lazy("unit of a number", "units"), dimensions=("state",), read=_cases,
        url=_dashboard("cases"), names={"state": _labels(CaseStatus)}, note=_FEW, **_COMMON,
    )
)  # fmt: skip
register(
    Metric(
        name="clinic.projects_done", label=_("improvement projects done"), unit=_("projects"), dimensions=(),
        read=_projects_done, url=_dashboard("results"), **_COMMON,
    )
)  # fmt: skip
register(
    Metric(
        name="units.revived", label=_("units revived by the clinic"),
        unit=pgettext_lazy("unit of a number", "units"), dimensions=("county", "trade"),
        read=_revived, url=_dashboard("results"),
        names={"county": _names(County, "slug"), "trade": _names(Trade, "code")}, note=_FEW, **_COMMON,
    )
)  # fmt: skip
register(
    Metric(
        name="units.jobs", label=_("jobs won in units that were revived or improved"), unit=pgettext_lazy("work", "jobs"), dimensions=(),
        read=_jobs, url=_dashboard("results"), note=_("Counted from five units on."), **_COMMON,
    )
)  # fmt: skip
