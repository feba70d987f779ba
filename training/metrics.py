"""Live figures about courses: people who passed, and their certificates, by county of the course and by gender."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.choices import County, Gender
from core.metrics.choices import MetricKind
from core.metrics.cube import cube
from core.metrics.registry import UNKNOWN, Dimensions, Metric, Point, register
from training.choices import RegistrationStatus
from training.models import Certificate, Registration

_WAYS: Final = [(), ("county",), ("gender",), ("county", "gender")]


def _passed(now: datetime) -> Iterable[Point]:
    rows = Registration.objects.filter(status=RegistrationStatus.COMPLETED)
    return cube(rows, {"county": F("course__county"), "gender": _gender("person__gender")}, _WAYS)


def _certificates(now: datetime) -> Iterable[Point]:
    rows = Certificate.objects.filter(revoked_at__isnull=True)
    county, gender = "registration__course__county", "registration__person__gender"
    return cube(rows, {"county": F(county), "gender": _gender(gender)}, _WAYS)


def _gender(path: str) -> Any:
    return Coalesce(NullIf(F(path), Value("")), Value(UNKNOWN))


def _list(model: str, paths: Mapping[str, str], **fixed: str) -> Any:
    """The table at the staff desk that makes the figure."""

    def address(dimensions: Dimensions) -> str:
        query = dict(fixed)
        for name, value in dimensions.items():
            query[f"{paths[name]}__exact"] = "" if value == UNKNOWN else value
        return f"{reverse(f'admin:training_{model}_changelist')}?{urlencode(query)}"

    return address


def _past_courses(dimensions: Dimensions) -> str:
    """What everybody may see: the courses that are over, of that county."""
    query = {"when": "past"} | ({"county": dimensions["county"]} if "county" in dimensions else {})
    return f"{reverse('training:list')}?{urlencode(query)}"


def _counties(values: Collection[str]) -> Mapping[str, str]:
    return {value: str(County(value).label) for value in values if value in County.values}


def _genders(values: Collection[str]) -> Mapping[str, str]:
    known = {str(one.value): str(one.label) for one in Gender} | {UNKNOWN: _now("not stated")}
    return {value: known[value] for value in values if value in known}


_COMMON: Final[dict[str, Any]] = {
    "kind": MetricKind.LAST,
    "dimensions": ("county", "gender"),
    "permission": "training.view_participants",
    "public_url": _past_courses,
    "names": {"county": _counties, "gender": _genders},
}

register(
    Metric(
        name="training.people_trained",
        label=_("people who passed a course"),
        unit=_("people"),
        read=_passed,
        url=_list("registration", {"county": "course__county", "gender": "person__gender"}, status__exact="COMPLETED"),
        **_COMMON,
    )
)
register(
    Metric(
        name="training.certificates",
        label=_("valid certificates of courses"),
        unit=pgettext_lazy("unit of a number", "certificates"),
        read=_certificates,
        url=_list(
            "certificate",
            {"county": "registration__course__county", "gender": "registration__person__gender"},
            revoked_at__isnull="True",
        ),
        **_COMMON,
    )
)
