"""What the assembly has to decide about: found by rule in the frozen figures, never by taste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from core.fields.language import local_digits
from core.persian.calendar import first_of_month, month_number, month_numbered, tehran_date
from programs.choices import ProgrammeStatus
from programs.dashboards.choices import LightColour, Outlook
from programs.dashboards.wording import deviation_text, needed_text
from programs.wording import month_text

HEAVY_RISK: Final = 15
"""Likelihood times impact from which a risk is brought before the assembly."""


def rule_text() -> str:
    """By which rule something stands among the decisions, in words."""
    return _(
        "Brought up here: programmes with a red light or without progress, programmes nothing was reported of in the month, "
        "hindrances past their day, risks of weight %(weight)s and above, actions of clusters past their day, and trade marks "
        "that expire within 180 days."
    ) % {"weight": local_digits(HEAVY_RISK)}


def needed(data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Subject and reason of each, programmes first; `of` is the programme or cluster (slug)."""
    expected = _to_be_reported(data)
    found = [row for programme in data["programmes"] for row in _of_programme(programme, expected)]
    return [*found, *(row for cluster in data["clusters"] for row in _of_cluster(cluster))]


def _to_be_reported(data: Mapping[str, Any]) -> str:
    """The month that must have been reported by now: nobody reports a month before it is over."""
    month = date.fromisoformat(data["month"])
    running = first_of_month(tehran_date(datetime.fromisoformat(data["as_of"])))
    return min(month, month_numbered(month_number(running) - 1)).isoformat()


def _of_programme(row: Mapping[str, Any], expected: str) -> Iterator[dict[str, str]]:
    about = {"of": row["slug"], "subject": row["name"]}
    if row["status"] == ProgrammeStatus.SUSPENDED:
        yield about | {"why": _("The programme is suspended: go on or give it up?")}
    if row["light"] == LightColour.RED:
        points = deviation_text(Decimal(row["deviation"]))
        rest = needed_text(_decimal(row["needed"]), date.fromisoformat(row["ends_on"]))
        yield about | {"why": f"{points}. {rest}"}
    if row["trend"] == Outlook.STANDING_STILL:
        yield about | {"why": str(Outlook.STANDING_STILL.label)}
    if row["status"] == ProgrammeStatus.ACTIVE and (row["reported_until"] or "") < expected:
        yield about | {"why": _not_reported(row["reported_until"])}
    for issue in row["issues"]:
        if issue["is_late"]:
            yield about | {"why": _("A hindrance past its day: %(name)s") % {"name": issue["name"]}}
    for risk in row["risks"]:
        if risk["score"] >= HEAVY_RISK:
            yield about | {
                "why": _("A risk of weight %(weight)s: %(name)s")
                % {"weight": local_digits(risk["score"]), "name": risk["name"]}
            }


def _not_reported(until: str | None) -> str:
    if until is None:
        return _("No progress has ever been reported.")
    return _("No progress was reported since %(month)s.") % {"month": month_text(date.fromisoformat(until))}


def _of_cluster(row: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    about = {"of": row["slug"], "subject": row["name"]}
    if row["plan"] and row["plan"]["overdue"]:
        number = local_digits(row["plan"]["overdue"])
        yield about | {"why": _("Actions of the plan past their day: %(number)s") % {"number": number}}
    if row["marks_expiring"]:
        names = "، ".join(row["marks_expiring"])
        yield about | {"why": _("Trade marks that expire within 180 days: %(names)s") % {"names": names}}


def by_subject(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Each subject once, with its reasons as lines."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["subject"], []).append(row["why"])
    return [(subject, "\n".join(reasons)) for subject, reasons in found.items()]


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)
