"""When it may be done: what the state and the dates allow. Each raises a DomainError that says why and until when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import ApplicationStatus, CallStatus, PaperStatus
from allocations.errors import CallNotOpen, Incomplete, SamePerson, StaleAuthentication
from allocations.models import Application, Call, Paper
from allocations.wording import moment_text, number_text
from core.errors import WrongState

CLOCKS_APART = timedelta(minutes=1)
"""How far the clocks of two machines may differ: one wrote the time of the password, the other asks."""
REVIEWING = frozenset({CallStatus.CLOSED, CallStatus.REVIEWED, CallStatus.FROZEN})
"""Phases in which eligibility is looked at: after the term, before the draw."""


def refuse_unless_open(call: Call, now: datetime) -> None:
    """Raises CallNotOpen unless the call takes applications at `now`."""
    phase = call.phase_at(now)
    if phase is CallStatus.OPEN:
        return
    if phase is CallStatus.CANCELLED:
        raise CallNotOpen(_("The call was cancelled. Nothing can be handed in."), code="call_cancelled")
    if phase is CallStatus.DRAFT or call.opens_at is None or call.closes_at is None:
        raise CallNotOpen(_("The call has not been announced."), code="call_not_announced")
    if phase is CallStatus.PUBLISHED:
        raise CallNotOpen(
            _("The call opens on %(moment)s. Come back then."),
            code="call_not_yet_open",
            params={"moment": moment_text(call.opens_at)},
        )
    raise CallNotOpen(
        _("The deadline was %(moment)s. Nothing can be handed in or changed any more."),
        code="call_closed",
        params={"moment": moment_text(call.closes_at)},
    )


def call_is_open(application: Application, now: datetime) -> None:
    """Handing in and changing: only in the term."""
    refuse_unless_open(application.call, now)


def term_has_begun(call: Call, now: datetime) -> None:
    """PUBLISHED becomes OPEN at `opens_at`, not before."""
    if call.opens_at is None or now < call.opens_at:
        raise WrongState(_("The term has not begun."), code="term_not_begun")


def term_has_ended(call: Call, now: datetime) -> None:
    """OPEN becomes CLOSED at `closes_at`, not before."""
    if call.closes_at is None or now < call.closes_at:
        raise WrongState(_("The term has not ended."), code="term_not_ended")


def term_has_not_ended(call: Call, now: datetime) -> None:
    """A term can be lengthened while it runs; a past deadline is past."""
    if call.closes_at is None or now >= call.closes_at:
        raise WrongState(
            _("The term is over and cannot be lengthened. An amendment opens a new term."), code="term_ended"
        )


def may_be_amended(call: Call, now: datetime) -> None:
    """Rules can be amended until the review of the first application has begun."""
    if call.applications.filter(taken_at__isnull=False).exists():
        raise WrongState(
            _("The review has begun under the present rules. The call can only be cancelled."), code="review_has_begun"
        )


def every_application_is_decided(call: Call, now: datetime) -> None:
    """The review is over when no application is open and no correction runs."""
    open_ones = call.applications.undecided().count()  # type: ignore[attr-defined]
    if open_ones:
        raise WrongState(
            _("%(number)s applications are not decided yet."),
            code="not_all_decided",
            params={"number": number_text(open_ones)},
        )


def review_is_on(application: Application, now: datetime) -> None:
    """Applications are reviewed after the deadline (until then they can change) and before the draw."""
    call = application.call
    phase = call.phase_at(now)
    if phase in REVIEWING:
        return
    if phase in (CallStatus.PUBLISHED, CallStatus.OPEN):
        raise WrongState(
            _("The applicant may change the application until %(moment)s. The review begins after that."),
            code="term_not_ended",
            params={"moment": moment_text(call.closes_at)},
        )
    raise WrongState(_("The review of this call is over."), code="review_is_over")


def paper_is_under_review(paper: Paper, now: datetime) -> None:
    """A paper is decided while it is in force and its application is under review."""
    if paper.replaced_at is not None:
        raise WrongState(_("This paper was replaced. Look at the newer one."), code="paper_replaced")
    if paper.application.status != ApplicationStatus.UNDER_REVIEW:
        raise WrongState(_("The application is not under review."), code="not_under_review")
    review_is_on(paper.application, now)


def papers_are_decided(application: Application, now: datetime) -> None:
    """Eligible only when every paper in force is accepted and every claimed group decided."""
    review_is_on(application, now)
    papers = application.papers.filter(replaced_at__isnull=True)
    waiting = papers.filter(status=PaperStatus.PENDING).count()
    waiting += application.group_claims.filter(accepted__isnull=True).count()
    if waiting:
        raise Incomplete(
            _("%(number)s papers or groups have not been decided yet."),
            code="papers_pending",
            params={"number": number_text(waiting)},
        )
    refused_groups = application.group_claims.filter(accepted=False).values("group")
    needed = papers.filter(status=PaperStatus.REFUSED, requirement__required=True).exclude(
        Q(requirement__group__isnull=False, requirement__group__in=refused_groups)
    )
    if needed.exists():
        raise Incomplete(
            _("A required paper was refused. Ask for a correction or decide that the applicant is not eligible."),
            code="required_paper_refused",
        )


def correction_runs(application: Application, now: datetime) -> None:
    """A correction is handed in before its end."""
    request = application.corrections.filter(resolved_at__isnull=True).first()
    if request is None:
        raise WrongState(_("No correction is asked for."), code="no_correction")
    if now >= request.until:
        raise WrongState(
            _("The correction was possible until %(moment)s. The officer decides now."),
            code="correction_too_late",
            params={"moment": moment_text(request.until)},
        )


def correction_has_lapsed(application: Application, now: datetime) -> None:
    """A correction lapses at its end, not before."""
    if not application.corrections.filter(resolved_at__isnull=True, until__lte=now).exists():
        raise WrongState(_("The time for the correction is not over."), code="correction_runs")


def is_freshly_authenticated(authenticated_at: datetime | None, now: datetime) -> None:
    """Raises StaleAuthentication unless the person proved who he is within `settings.FRESH_AUTHENTICATION` before `now`."""
    if authenticated_at is None or not now - settings.FRESH_AUTHENTICATION <= authenticated_at <= now + CLOCKS_APART:
        raise StaleAuthentication()


def is_somebody_else(first: int | None, second: Any) -> None:
    """Raises SamePerson when the person with id `first` is the user `second`."""
    if first is not None and first == second.pk:
        raise SamePerson()


def may_approve_run(run: Any, now: datetime) -> None:
    """A run may be approved while its list is the newest of the call. Raises WrongState."""
    newest = run.call.frozen_lists.order_by("-number").values_list("pk", flat=True).first()
    if newest != run.frozen_list_id:
        raise WrongState(_("The list was frozen again after this run. Request a new run."), code="run_outdated")
