"""Asking the applicant to put something right, and what follows when he does or does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import texts
from allocations.choices import (
    PAPER_ITEM,
    CallStatus,
    CorrectionOutcome,
    LapseRule,
    RefusalReason,
    Step,
    VersionCause,
)
from allocations.errors import Incomplete, NoSuchApplication
from allocations.models import Application, Call, CorrectionRequest, EligibilityDecision, Receipt
from allocations.services import call_notices, form_locks, submission
from allocations.services.review_locks import lock_for_review
from allocations.wording import moment_text
from allocations.workflow import APPLICATION
from core import clock, transitions
from core.errors import InvalidInput, Text, WrongState


@transaction.atomic
def request_correction(
    *, application_id: int, until: datetime, items: Sequence[str], message: str, by: Any, now: datetime
) -> CorrectionRequest:
    """Send the application back for `items` (step codes, `paper:<code>`) until a moment; the applicant is told.

    Raises PermissionRefused, WrongState, InvalidInput (field items, until, message).
    """
    application = lock_for_review(application_id, by)
    wanted = list(dict.fromkeys(items))
    _check_items(application, wanted)
    _check_until(application.call, until, now)
    if not message.strip():
        raise InvalidInput(
            _("Write what is wrong and how to put it right; the applicant reads it."),
            field="message",
            code="no_message",
        )
    transitions.apply(
        APPLICATION,
        application,
        "request_correction",
        by=by,
        now=now,
        data={"items": wanted, "until": until.isoformat()},
    )
    request = CorrectionRequest.objects.create(
        application=application, items=wanted, message=message, until=until, requested_by=by, requested_at=now
    )
    params = {"until": until}
    call_notices.tell(texts.CORRECTION_REQUESTED, application, params, key=f"correction:{request.pk}", now=now)
    return request


@transaction.atomic
def resubmit_correction(*, application_id: int, by: Any, now: datetime) -> Receipt:
    """Hand the corrected form in; a second request gets the receipt of the first.

    Raises NoSuchApplication, WrongState after the end (database's clock), Incomplete naming what was not touched yet.
    """
    application = form_locks.lock(application_id)
    moment = clock.database_now()
    if not by.has_perm("allocations.resubmit_application", application):
        raise NoSuchApplication()
    done = application.receipts.filter(version__cause=VersionCause.CORRECTED).last()
    request = application.corrections.filter(resolved_at__isnull=True).first()
    if request is None and done is not None:
        return done
    transitions.apply(
        APPLICATION,
        application,
        "resubmit",
        by=by,
        now=moment,
        changes={"residence_county": application.applicant.party.county},
    )
    if request is None:
        raise WrongState(code="no_correction")
    _refuse_untouched(application, request)
    submission.refuse_incomplete(application, moment)
    _resolve(request, CorrectionOutcome.ANSWERED, moment)
    return submission.keep_version(application, cause=VersionCause.CORRECTED, by=by, moment=moment)


def lapse_corrections(*, now: datetime) -> int:
    """End every correction whose time is over, each in a transaction of its own; returns how many."""
    due = CorrectionRequest.objects.filter(resolved_at__isnull=True, until__lte=now).order_by("until", "pk")
    return sum(lapse(application_id=pk, now=now) for pk in list(due.values_list("application_id", flat=True)))


@transaction.atomic
def lapse(*, application_id: int, now: datetime) -> bool:
    """End the correction of one application if its time is over: not eligible, or back to the officer, as the call says."""
    application = form_locks.lock(application_id)
    request = application.corrections.filter(resolved_at__isnull=True, until__lte=now).first()
    if request is None:
        return False
    _lapse(application, request, now)
    return True


def lapse_of_call(call: Call, *, now: datetime) -> int:
    """`lapse` for every application of a call the caller has locked."""
    due = CorrectionRequest.objects.filter(application__call=call, resolved_at__isnull=True, until__lte=now)
    return sum(
        lapse(application_id=pk, now=now)
        for pk in due.order_by("application_id").values_list("application_id", flat=True)
    )


def _lapse(application: Application, request: CorrectionRequest, now: datetime) -> None:
    shut_out = application.call.lapse_rule == LapseRule.INELIGIBLE
    transitions.apply(APPLICATION, application, "lapse" if shut_out else "lapse_to_review", by=None, now=now)
    _resolve(request, CorrectionOutcome.LAPSED, now)
    if shut_out:
        EligibilityDecision.objects.create(
            application=application, eligible=False, reason_codes=[RefusalReason.NOT_CORRECTED], by=None, at=now
        )
    call_notices.tell(texts.CORRECTION_LAPSED, application, {}, key=f"lapsed:{request.pk}", now=now)


def _resolve(request: CorrectionRequest, outcome: CorrectionOutcome, now: datetime) -> None:
    request.resolved_at, request.outcome = now, outcome
    request.save(update_fields=["resolved_at", "outcome"])


def _check_items(application: Application, items: Sequence[str]) -> None:
    papers = {f"{PAPER_ITEM}{code}" for code in application.call.papers.values_list("code", flat=True)}
    possible = {step.value for step in form_locks.CORRECTABLE_STEPS} | papers
    if not items or set(items) - possible:
        raise InvalidInput(_("Choose what the applicant is to correct."), field="items", code="no_items")


def _check_until(call: Call, until: datetime, now: datetime) -> None:
    last = call.corrections_until
    if call.phase_at(now) is not CallStatus.CLOSED or (last is not None and now >= last):
        # Reopened after the time of corrections: what remains is the time until the draw.
        last = call.draw_at
    if last is None or not now < until <= last:
        raise InvalidInput(
            _("Choose a moment after now and not later than %(last)s."),
            field="until",
            code="until_out_of_range",
            params={"last": moment_text(last)},
        )


def _refuse_untouched(application: Application, request: CorrectionRequest) -> None:
    """Every item that was sent back must have been saved since."""
    errors: dict[str, list[Text]] = {}
    fresh = set(
        application.papers.filter(replaced_at__isnull=True, added_at__gte=request.requested_at).values_list(
            "requirement__code", flat=True
        )
    )
    for item in request.items:
        if item.startswith(PAPER_ITEM):
            touched = item.removeprefix(PAPER_ITEM) in fresh
        else:
            saved = application.saved_steps.get(item, "")
            touched = bool(saved) and datetime.fromisoformat(saved) >= request.requested_at
        if not touched:
            step = Step.PAPERS.value if item.startswith(PAPER_ITEM) else item
            errors.setdefault(step, []).append(_("This was sent back and has not been corrected yet."))
    if errors:
        raise Incomplete(errors=errors)
