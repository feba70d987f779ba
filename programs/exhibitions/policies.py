"""When it may be done: what the dates and the state of an exhibition allow."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from core.persian.calendar import tehran_date
from core.wording import moment_text
from programs.exhibitions.choices import WITH_RESULT, Mode, RequestStatus, Status
from programs.exhibitions.errors import NotReady, RequestsClosed, SamePerson
from programs.exhibitions.models import BoothRequest, Exhibition


def somebody_else(first: int | None, by: Any) -> None:
    """Raise SamePerson when `by` did the step before."""
    if first is not None and by is not None and first == by.pk:
        raise SamePerson()


def may_be_published(exhibition: Exhibition, now: datetime) -> None:
    """Booths, clusters and (by points) criteria of 100 per cent are entered, and requests end in the future. NotReady."""
    if not exhibition.booths.exists():
        raise NotReady(_("Enter the booths first."), code="no_booths")
    if not exhibition.exhibition_clusters.exists():
        raise NotReady(_("Name at least one cluster that goes there."), code="no_cluster")
    if exhibition.registration_closes_at <= now:
        raise NotReady(_("The last moment for requests has passed already."), code="closes_in_the_past")
    weight = exhibition.criteria.aggregate(sum=Sum("weight"))["sum"] or 0
    if exhibition.mode == Mode.SCORED and weight != 100:
        raise NotReady(_("The weights of the criteria must add up to 100; they make %(sum)s."), params={"sum": weight})


def takes_requests(exhibition: Exhibition, moment: datetime) -> None:
    """Raise RequestsClosed outside the announced time; the sentence says when."""
    phase = exhibition.phase_at(moment)
    if phase == Status.PUBLISHED:
        opens = moment_text(exhibition.registration_opens_at)
        raise RequestsClosed(_("Requests are taken from %(moment)s on."), params={"moment": opens})
    if phase != Status.REGISTRATION:
        closes = moment_text(exhibition.registration_closes_at)
        raise RequestsClosed(_("Requests were taken until %(moment)s."), params={"moment": closes})


def may_withdraw(request: BoothRequest, now: datetime) -> None:
    """Before the close, or once the booths are given and before the first day; between, the list is frozen. RequestsClosed."""
    exhibition = request.exhibition
    phase = exhibition.phase_at(now)
    if phase == Status.REGISTRATION:
        return
    if phase == Status.APPROVED and tehran_date(now) < exhibition.starts_on:
        return
    raise RequestsClosed(
        _("The list of requests is closed. A booth can be given back after the result and before the first day.")
    )


def has_result(exhibition: Exhibition) -> bool:
    """Whether the result stands and may be shown."""
    return exhibition.status in WITH_RESULT


def may_be_frozen(exhibition: Exhibition, now: datetime) -> None:
    """Requests are closed, the event lies ahead, and by points every request has all its points. Raises NotReady."""
    if exhibition.draw_at <= now:
        raise NotReady(
            _("The announced event has happened already. Postpone the draw to a later event date first."),
            code="event_passed",
        )
    rows = exhibition.requests.filter(status=RequestStatus.SUBMITTED)
    if not rows.exists():
        raise NotReady(_("Nobody has asked for a booth."), code="no_requests")
    if exhibition.mode == Mode.SCORED:
        needed = exhibition.criteria.count()
        lacking = rows.annotate(have=Count("points")).filter(have__lt=needed).count()
        if lacking:
            raise NotReady(_("Points of %(count)s requests are missing."), params={"count": lacking}, code="no_points")


def may_be_held(exhibition: Exhibition, now: datetime) -> None:
    """It is over when its last day is over. Raises NotReady."""
    if tehran_date(now) <= exhibition.ends_on:
        raise NotReady(_("The last day of the exhibition is not over."), code="not_over")


def may_be_reported(exhibition: Exhibition, now: datetime) -> None:
    """A report needs the result of at least one firm. Raises NotReady."""
    if not exhibition.requests.filter(result__isnull=False).exists():
        raise NotReady(_("Enter what the firms brought home first."), code="no_results")
