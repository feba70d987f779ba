"""Live figures about applications: the funnel with waiting times, states, and the demand that was not met."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Case, CharField, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.choices import County, Gender
from allocations.choices import LIVE_AWARDS, ApplicationStatus, AwardStatus, CallStatus
from allocations.models import Application, Award, EligibilityDecision
from allocations.querysets import HANDED_IN, UNDECIDED
from core.metrics.choices import MetricKind
from core.metrics.cube import cube
from core.metrics.registry import UNKNOWN, Dimensions, Metric, Point, register
from estates import selectors as land

AGES: Final = (("0-7", 8), ("8-30", 31), ("31-90", 91), ("90+", None))
"""Bands of waiting in whole days: code, and the day the next band begins with."""

SIZES: Final = (("1-50", 50), ("51-100", 100), ("101-250", 250), ("251-500", 500), ("501-1000", 1000), ("1000+", None))
"""Bands of the area asked for in m²: code, and the largest area of the band."""

ENTITY: Final = "entity"
"""In the place of a gender: the applicant is a legal entity."""

PASSED_REVIEW: Final = (
    ApplicationStatus.ELIGIBLE,
    ApplicationStatus.SCORED,
    ApplicationStatus.AWARDED,
    ApplicationStatus.WAITING,
    ApplicationStatus.NOT_AWARDED,
)
PASSED_SCORING: Final = PASSED_REVIEW[1:]
LEFT_WITHOUT: Final = (ApplicationStatus.INELIGIBLE, ApplicationStatus.WAITING, ApplicationStatus.NOT_AWARDED)
"""How an application of a final call ends that brought no plot; who withdrew did not want it any more."""

_DIMENSIONS: Final[dict[str, Combinable | str]] = {
    "estate": "call__estate__slug",
    "trade": Coalesce(F("trade__code"), Value(UNKNOWN), output_field=CharField()),
    "county": Coalesce(NullIf(F("residence_county"), Value("")), Value(UNKNOWN), output_field=CharField()),
    "gender": Case(
        When(applicant__legal_entity__isnull=False, then=Value(ENTITY)),
        When(applicant__person__gender="", then=Value(UNKNOWN)),
        default=F("applicant__person__gender"),
        output_field=CharField(),
    ),
}
_WAYS: Final = ((), ("estate",), ("trade",), ("county",), ("gender",))


def _states(now: datetime) -> Iterable[Point]:
    rows = Application.objects.exclude(status=ApplicationStatus.DRAFT)
    ways = [(*way, "state") for way in _WAYS] + list(_WAYS)
    return cube(rows, {**_DIMENSIONS, "state": F("status")}, ways)


def _age(since: Any, standing: Q, now: datetime) -> Case:
    """Band of waiting since a moment, "" for those who do not stand at the step any more."""
    bands = [When(standing & Q(since__gt=now - timedelta(days=days)), then=Value(band)) for band, days in AGES if days]
    return Case(*bands, When(standing, then=Value(AGES[-1][0])), default=Value(""), output_field=CharField())


def _reached(statuses: Collection[str], standing: Q, since: Any) -> Callable[[datetime], Iterable[Point]]:
    """Applications that have reached a step, and by age those that stand at it now."""

    def read(now: datetime) -> Iterable[Point]:
        rows = Application.objects.filter(status__in=statuses).annotate(since=since)
        dimensions = {**_DIMENSIONS, "age": _age(since, standing, now)}
        return cube(rows, dimensions, [*_WAYS, ("age",), ("estate", "age")])

    return read


def _decided_at() -> Subquery:
    newest = EligibilityDecision.objects.filter(application=OuterRef("pk")).order_by().values("application")
    return Subquery(newest.annotate(at_last=Max("at")).values("at_last"))


def _offered_at() -> Subquery:
    awards = Award.objects.filter(application=OuterRef("pk"), status__in=[AwardStatus.PROVISIONAL, AwardStatus.FINAL])
    return Subquery(awards.order_by().values("awarded_at")[:1])


def unmet_applications() -> QuerySet[Application]:
    """The application that speaks for each applicant who wanted a plot and did not get one: his newest in a final call.

    Left out: who holds a plot by a live award of any call, and who took his application back.
    """
    held = Award.objects.filter(application__applicant=OuterRef("applicant"), status__in=LIVE_AWARDS)
    newest = (
        Application.objects.filter(call__status=CallStatus.FINAL, status__in=LEFT_WITHOUT)
        .filter(~Exists(held))
        .order_by("applicant_id", "-pk")
        .distinct("applicant_id")
    )
    found: QuerySet[Application] = Application.objects.filter(pk__in=newest.values("pk"))
    return found


def _unmet(now: datetime) -> Iterable[Point]:
    bands = [When(area_needed__lte=most, then=Value(band)) for band, most in SIZES if most]
    size = Case(
        When(area_needed__isnull=True, then=Value(UNKNOWN)),
        *bands,
        default=Value(SIZES[-1][0]),
        output_field=CharField(),
    )
    dimensions: dict[str, Combinable | str] = {
        "trade": _DIMENSIONS["trade"],
        "size": size,
        "estate": "call__estate__slug",
        # Where the plot was wanted, not where the applicant lives.
        "county": "call__estate__county__slug",
    }
    alone = [("trade",), ("size",), ("estate",), ("county",)]
    pairs = [("trade", "size"), ("trade", "county"), ("trade", "estate"), ("size", "county"), ("size", "estate")]
    return cube(unmet_applications(), dimensions, [(), *alone, *pairs, ("trade", "size", "county")])


def _list(statuses: Collection[str]) -> Callable[[Dimensions], str]:
    """The queue at the staff desk with these states; the desk leaves out what its reader may not see."""

    def address(dimensions: Dimensions) -> str:
        wanted = [dimensions["state"]] if "state" in dimensions else [str(status) for status in statuses]
        query = {"status__in": ",".join(wanted)}
        query |= {path: dimensions[name] for name, path in _PATHS.items() if name in dimensions}
        return f"{reverse('admin:allocations_application_changelist')}?{urlencode(query)}"

    return address


_PATHS: Final = {"estate": "call__estate__slug", "trade": "trade__code"}


def _calls(dimensions: Dimensions) -> str:
    return reverse("calls:list")


def _states_named(values: Collection[str]) -> Mapping[str, str]:
    return {value: str(ApplicationStatus(value).label) for value in values}


def _ages_named(values: Collection[str]) -> Mapping[str, str]:
    known = {"0-7": gettext("up to 7 days"), "8-30": gettext("8 to 30 days"), "31-90": gettext("31 to 90 days")}
    return known | {"90+": gettext("more than 90 days")}


def _genders_named(values: Collection[str]) -> Mapping[str, str]:
    return {gender.value: str(gender.label) for gender in Gender} | {
        ENTITY: gettext("legal entity"),
        UNKNOWN: gettext("not stated"),
    }


def _sizes_named(values: Collection[str]) -> Mapping[str, str]:
    return {
        "1-50": gettext("up to 50 m²"),
        "51-100": gettext("51 to 100 m²"),
        "101-250": gettext("101 to 250 m²"),
        "251-500": gettext("251 to 500 m²"),
        "501-1000": gettext("501 to 1,000 m²"),
        "1000+": gettext("more than 1,000 m²"),
        UNKNOWN: gettext("not stated"),
    }


def _trades_named(values: Collection[str]) -> Mapping[str, str]:
    return {UNKNOWN: gettext("not stated"), **land.trade_names(values)}


def _homes_named(values: Collection[str]) -> Mapping[str, str]:
    return {county.value: str(county.label) for county in County} | {UNKNOWN: gettext("not stated")}


_NAMES: Final = {
    "estate": land.estate_names,
    "trade": _trades_named,
    "county": _homes_named,
    "gender": _genders_named,
}
_COMMON: Final[dict[str, Any]] = {
    "kind": MetricKind.LAST,
    "permission": "allocations.view_application",
    "public_url": _calls,
}

register(
    Metric(
        name="allocations.applications",
        label=_("applications by state"),
        unit=pgettext_lazy("unit of a number", "applications"),
        dimensions=("state", "estate", "trade", "county", "gender"),
        read=_states,
        url=_list([status for status in ApplicationStatus if status is not ApplicationStatus.DRAFT]),
        names={**_NAMES, "state": _states_named},
        **_COMMON,
    )
)

for _place, (_name, _label, _statuses, _standing, _since) in enumerate(
    (
        ("received", _("applications received"), HANDED_IN, Q(status__in=UNDECIDED), F("first_submitted_at")),
        ("eligible", _("found eligible"), PASSED_REVIEW, Q(status=ApplicationStatus.ELIGIBLE), _decided_at()),
        ("scored", _("scored or drawn"), PASSED_SCORING, Q(status=ApplicationStatus.SCORED), _decided_at()),
        ("awarded", _("given a plot"), (ApplicationStatus.AWARDED,), Q(since__isnull=False), _offered_at()),
    ),
    start=1,
):
    register(
        Metric(
            name=f"allocations.{_name}",
            label=_label,
            unit=pgettext_lazy("unit of a number", "applications"),
            dimensions=("age", "estate", "trade", "county", "gender"),
            read=_reached(_statuses, _standing, _since),
            url=_list(_statuses),
            names={**_NAMES, "age": _ages_named},
            funnel=10 * _place,
            note=_("The whole counts everybody who got this far; the ages count those who wait at this step now."),
            **_COMMON,
        )
    )

register(
    Metric(
        name="allocations.unmet",
        label=_("applicants who wanted a plot and did not get one"),
        unit=pgettext_lazy("unit of a number", "applicants"),
        dimensions=("trade", "size", "estate", "county"),
        read=_unmet,
        url=_list(LEFT_WITHOUT),
        names={
            "trade": _trades_named,
            "size": _sizes_named,
            "estate": land.estate_names,
            "county": land.county_names,
        },
        note=_("Each applicant counts once, with the newest application to a call whose result is final."),
        **_COMMON,
    )
)
