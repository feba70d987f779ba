"""The officer's side: take, decide each paper and group, send back, decide about eligibility."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import policies, texts
from allocations.choices import ApplicationStatus, RefusalReason
from allocations.errors import TakenByOther
from allocations.models import Application, ApplicationGroup, EligibilityDecision, Paper
from allocations.services import call_notices
from allocations.services.corrections import lapse_corrections, request_correction, resubmit_correction
from allocations.services.review_locks import lock_for_review
from allocations.workflow import APPLICATION, PAPER
from core import clock, transitions
from core.audit.services import record
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState

__all__ = [
    "decide_eligibility",
    "decide_group",
    "decide_paper",
    "lapse_corrections",
    "release",
    "reopen",
    "request_correction",
    "resubmit_correction",
    "take",
]


@transaction.atomic
def take(*, application_id: int, by: Any, now: datetime) -> Application:
    """Take an application from the queue; taking one's own again changes nothing.

    Raises NoSuchApplication, OwnApplication, TakenByOther (with the name), PermissionRefused, WrongState.
    """
    application = lock_for_review(application_id, by)
    if application.status == ApplicationStatus.UNDER_REVIEW and application.reviewer is not None:
        if application.reviewer_id == by.pk:
            return application
        raise TakenByOther(params={"officer": application.reviewer.display_name})
    # The term is judged by the database's clock, as the deadline was.
    moment = clock.database_now()
    changes = {"reviewer": by, "taken_at": now}
    transitions.apply(APPLICATION, application, "take", by=by, now=moment, changes=changes)
    return application


@transaction.atomic
def release(*, application_id: int, by: Any, now: datetime, reason: str = "") -> Application:
    """Give an application back to the queue; what was decided about its papers stays."""
    application = lock_for_review(application_id, by)
    transitions.apply(APPLICATION, application, "release", by=by, now=now, reason=reason, changes={"reviewer": None})
    return application


@transaction.atomic
def decide_paper(*, paper_id: int, accepted: bool, by: Any, now: datetime, reason: str = "") -> Paper:
    """Accept or refuse one paper; a refusal has a reason, which the applicant reads. Deciding again is possible.

    Raises NotFound, PermissionRefused, WrongState, InvalidInput (field `reason`).
    """
    application_id = Paper.objects.filter(pk=paper_id).values_list("application_id", flat=True).first()
    if application_id is None:
        raise NotFound()
    application = lock_for_review(application_id, by)
    paper = Paper.objects.select_for_update(of=("self",)).select_related("requirement").get(pk=paper_id)
    paper.application = application
    text = _reason(accepted, reason)
    changes = {"reason": text, "decided_by": by, "decided_at": now}
    verb = "accept" if accepted else "refuse"
    transitions.apply(
        PAPER, paper, verb, by=by, now=now, reason=text, changes=changes, data={"paper": paper.requirement.code}
    )
    return paper


@transaction.atomic
def decide_group(*, claim_id: int, accepted: bool, by: Any, now: datetime, reason: str = "") -> ApplicationGroup:
    """Accept or refuse that the applicant belongs to a group. Raises as `decide_paper` does."""
    application_id = ApplicationGroup.objects.filter(pk=claim_id).values_list("application_id", flat=True).first()
    if application_id is None:
        raise NotFound()
    application = lock_for_review(application_id, by)
    if not by.has_perm("allocations.review_application", application):
        raise PermissionRefused(code="may_not_review")
    if application.status != ApplicationStatus.UNDER_REVIEW:
        raise WrongState(code="not_under_review")
    policies.review_is_on(application, now)
    claim = ApplicationGroup.objects.select_for_update(of=("self",)).select_related("group").get(pk=claim_id)
    claim.accepted, claim.reason, claim.decided_by, claim.decided_at = accepted, _reason(accepted, reason), by, now
    claim.save(update_fields=["accepted", "reason", "decided_by", "decided_at"])
    record(
        action=f"allocations.group.{'accepted' if accepted else 'refused'}",
        by=by,
        target=application,
        now=now,
        reason=claim.reason,
        data={"group": claim.group.code},
    )
    return claim


@transaction.atomic
def decide_eligibility(
    *, application_id: int, eligible: bool, by: Any, now: datetime, reason_codes: Sequence[str] = (), note: str = ""
) -> EligibilityDecision:
    """Decide whether the applicant takes part; a refusal names its reasons and the applicant is told.

    Raises PermissionRefused, WrongState, Incomplete (papers undecided), InvalidInput (field `reason_codes`, `note`).
    """
    application = lock_for_review(application_id, by)
    codes = [] if eligible else _codes(reason_codes, note)
    transitions.apply(
        APPLICATION,
        application,
        "accept" if eligible else "refuse",
        by=by,
        now=now,
        reason=note,
        data={"reasons": codes},
    )
    decision = EligibilityDecision.objects.create(
        application=application, eligible=eligible, reason_codes=codes, note=note, by=by, at=now
    )
    template = texts.ELIGIBLE if eligible else texts.INELIGIBLE
    params = {"call": application.call.title}
    call_notices.tell(template, application, params, key=f"eligibility:{decision.pk}", now=now)
    return decision


@transaction.atomic
def reopen(*, application_id: int, reason: str, by: Any, now: datetime) -> Application:
    """The committee sends a decided application back to review, with a reason (an objection upheld); before the draw.

    A call whose review was marked as finished stays so, but it cannot be frozen until this one is decided.
    """
    application = lock_for_review(application_id, by)
    if not reason.strip():
        raise InvalidInput(_("Give the reason; it stays on record."), field="reason", code="no_reason")
    changes = {"reviewer": None, "score": None}
    transitions.apply(APPLICATION, application, "reopen", by=by, now=now, reason=reason, changes=changes)
    call_notices.tell(texts.REOPENED, application, {}, key=f"reopened:{application.pk}:{now.isoformat()}", now=now)
    return application


def _reason(accepted: bool, reason: str) -> str:
    text = reason.strip()
    if not accepted and not text:
        raise InvalidInput(_("Give the reason; the applicant reads it."), field="reason", code="no_reason")
    return "" if accepted else text


def _codes(reason_codes: Sequence[str], note: str) -> list[str]:
    codes = list(dict.fromkeys(reason_codes))
    if not codes or set(codes) - set(RefusalReason.values):
        raise InvalidInput(_("Choose at least one reason."), field="reason_codes", code="no_reason")
    if RefusalReason.OTHER in codes and not note.strip():
        raise InvalidInput(_("Tell the other reason in the note."), field="note", code="no_note")
    return codes
