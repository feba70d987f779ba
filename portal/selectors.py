"""What the first page shows: gathered from the apps, said in the reader's language. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import selectors as accounts
from allocations import selectors
from allocations.choices import LIVE_AWARDS, ApplicationStatus
from allocations.models import Application, Award
from allocations.wording import day_text
from clinic.cases.selectors import requests as clinic_requests
from core.fields.language import active_language
from core.persian.calendar import tehran_date
from core.persian.digits import format_number
from estates.choices import PlotStatus
from estates.filters import EVERYTHING
from estates.models import Estate, Plot

CASES = 5
INTRO = 240

Row = Mapping[str, Any]


def home(user: Any, now: datetime) -> dict[str, Sequence[Row]]:
    """The context of the first page, as templates/home.html names it. 6 queries for a visitor, 13 for a person."""
    calls = selectors.public.open_rows(now)
    return {
        "open_calls": _open_calls(calls, _begun(user, [row.call.pk for row in calls])),
        "my_cases": _cases(user, now),
        "recent": _recent(now),
        "figures": _figures(now),
        "ways": _ways(user),
    }


def _begun(user: Any, call_ids: list[int]) -> dict[int, Application]:
    """The person's applications to these calls, by call; of several the one that is not handed in yet. 2 queries."""
    if not user.is_authenticated or not call_ids:
        return {}
    rows = Application.objects.filter(call__in=call_ids, applicant__in=accounts.applicants_of(user))
    ordered = sorted(rows, key=lambda row: row.status == ApplicationStatus.DRAFT)
    return {row.call_id: row for row in ordered}


def _open_calls(calls: Sequence[selectors.public.CallRow], begun: Mapping[int, Application]) -> list[Row]:
    return [
        {
            "title": row.call.title,
            "url": reverse("calls:detail", args=[row.call.slug]),
            "summary": _shortened(row.call.intro),
            "status": row.phase,
            "status_label": row.phase_label,
            "closes": row.closes,
            "units": _units(row.plots),
            **_way_in(row, begun.get(row.call.pk)),
        }
        for row in calls
    ]


def _way_in(row: selectors.public.CallRow, application: Application | None) -> dict[str, str]:
    if application is None:
        return {"apply_url": reverse("calls:apply", args=[row.call.slug]), "apply_label": _("Apply")}
    label = _("Continue my application") if application.status == ApplicationStatus.DRAFT else _("See my application")
    return {"apply_url": reverse("applications:detail", args=[application.tracking_code]), "apply_label": label}


def _cases(user: Any, now: datetime) -> list[Row]:
    if not user.is_authenticated:
        return []
    return [
        {
            "label": case.application.call.title,
            "url": reverse("applications:detail", args=[case.application.tracking_code]),
            "status": case.status,
            "status_label": case.status_label,
            "next_step": case.standing.sentence,
            "until": case.standing.until,
        }
        for case in selectors.applicant.cases(user, now, most=CASES)
    ] + _clinic_requests(user, now)


def _clinic_requests(user: Any, now: datetime) -> list[Row]:
    return [
        {
            "label": _("Industry clinic: %(service)s") % {"service": line.request.get_service_display()},
            "url": line.case.get_absolute_url() if line.case else reverse("clinic:request", args=[line.request.number]),
            "status": line.case.status if line.case else line.request.status,
            "status_label": line.case.get_status_display() if line.case else line.request.get_status_display(),
            "next_step": line.talk.when if line.talk and not line.talk.is_over else line.next_step,
            "until": "",
        }
        for line in clinic_requests.open_requests(user, now, most=CASES)
    ]


def _recent(now: datetime) -> list[Row]:
    return [
        {
            "title": row.call.title,
            "url": reverse("calls:results", args=[row.call.slug]),
            "status": row.phase,
            "status_label": row.phase_label,
            "when": _units(row.plots),
        }
        for row in selectors.public.result_rows(now)
    ]


def _figures(now: datetime) -> list[Row]:
    """Figures of which each opens the list that makes it; a list that has no page is left out."""
    today = day_text(tehran_date(now))
    rows = (
        (Estate.objects.public().count(), _("estates and zones"), "estates:list", ""),  # type: ignore[attr-defined]
        (Plot.objects.public().count(), _("plots and workshops"), "plots:list", f"?{EVERYTHING}"),  # type: ignore[attr-defined]
        (_free_plots(), _("of them free"), "plots:list", f"?status={PlotStatus.AVAILABLE}"),
        (Award.objects.filter(status__in=LIVE_AWARDS).count(), _("given by open allocation"), "calls:list", "#past"),
    )
    return [
        {"value": format_number(number, language=active_language()), "label": label, "url": url + query, "note": today}
        for number, label, name, query in rows
        if (url := _address(name))
    ]


def _free_plots() -> int:
    return int(Plot.objects.public().in_status([PlotStatus.AVAILABLE]).count())  # type: ignore[attr-defined]


def _ways(user: Any) -> list[Row]:
    rows = (
        (_("Find a plot"), "plots:list", _("By trade, area, county and services.")),
        (
            _("Look at the estates and zones"),
            "estates:list",
            _("Where they are, what they offer, with dates and sources."),
        ),
        (_("Read the calls"), "calls:list", _("What is open, what comes, what was decided.")),
        (_("Say what place you need"), "demand:list", _("Between calls too: what is wanted is prepared next.")),
        (_("Bring a stalled unit back"), "clinic:home", _("The industry clinic: diagnosis, advice, courses, answers.")),
        (_("Is it genuine?"), "verify:form", _("Check a receipt or a certificate by its code.")),
        (_("Get your papers ready"), "accounts:documents", _("Upload once, use in every call.")),
    )
    return [
        {"label": label, "url": url, "text": text}
        for label, name, text in rows
        if (url := _address(name)) and (user.is_authenticated or not name.startswith("accounts:"))
    ]


def _units(number: int) -> str:
    shown = format_number(number, language=active_language())
    return ngettext("%(number)s plot", "%(number)s plots", number) % {"number": shown}


def _shortened(text: str) -> str:
    return text if len(text) <= INTRO else text[:INTRO].rsplit(" ", 1)[0] + " …"


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
