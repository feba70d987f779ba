"""The applicant's side: begin, fill in step by step, hand in once, change until the deadline, withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from accounts.selectors import acts_for
from allocations import policies, texts
from allocations.choices import ApplicationStatus, CorrectionOutcome, Step, VersionCause
from allocations.entry_policy import MENDABLE, OF_THE_TERM, EntryReason
from allocations.errors import MayNotApply, NoSuchApplication
from allocations.form_facts import findings
from allocations.models import Application, ApplicationGroup, Choice, Receipt
from allocations.services import form_locks, step_data, submission
from allocations.services.call_notices import tell
from allocations.services.papers import attach_paper, remove_paper
from allocations.services.saving import save
from allocations.workflow import APPLICATION
from core import clock, transitions
from core.audit.services import record
from core.codes import new_opaque_id, with_new_code
from core.errors import InvalidInput, PermissionRefused
from core.persian.calendar import tehran_date
from core.persian.tracking import PREFIX

__all__ = [
    "attach_paper",
    "remove_paper",
    "save_step",
    "set_choices",
    "set_groups",
    "start",
    "submit",
    "withdraw",
]


@transaction.atomic
def start(*, call_id: int, applicant_id: int, by: Any, now: datetime) -> Application:
    """The application of this applicant to this call: the one there is, else a new draft.

    Raises PermissionRefused (not his applicant), CallNotOpen, MayNotApply (a condition that he cannot mend himself).
    """
    call = form_locks.share_call(call_id)
    # The applicant's row is the lock against two drafts at once; the unique constraint stands behind it.
    applicant = Applicant.objects.select_for_update(of=("self",)).filter(pk=applicant_id).first()
    if applicant is None or not acts_for(by, applicant):
        raise PermissionRefused(_("You cannot apply for this applicant."), code="not_your_applicant")
    existing = Application.objects.filter(call=call, applicant=applicant).first()
    if existing is not None:
        return existing
    moment = clock.database_now()
    policies.refuse_unless_open(call, moment)
    found = findings(call, applicant, moment)
    shut_out = [one for one in found if one.reason not in MENDABLE | OF_THE_TERM | {EntryReason.APPLIED_ALREADY}]
    if shut_out:
        raise MayNotApply(" ".join(one.text for one in shut_out), reasons=[one.reason.value for one in shut_out])
    application = with_new_code(
        lambda code: Application.objects.create(
            call=call, applicant=applicant, tracking_code=code, started_by=by, created_at=moment
        ),
        at=moment,
        prefix=PREFIX,
    )
    record(action="allocations.application.started", by=by, target=application, now=moment)
    return application


@transaction.atomic
def save_step(*, application_id: int, step: str, data: Mapping[str, Any], by: Any, now: datetime) -> Application:
    """Save one step; `saved_steps[step]` holds the moment. On an application that was handed in the change counts at once.

    `identity` and `check` take no data; `declaration` takes `agreed` and `no_other_unit`; plots and groups have verbs
    of their own. Raises InvalidInput (by field), CallNotOpen, StepLocked, Incomplete, NoSuchApplication.
    """
    wanted = Step(step)
    change = form_locks.open_for_change(application_id=application_id, by=by, item=wanted)
    values = _declaration(data, change) if wanted == Step.DECLARATION else None
    if values is None:
        values = step_data.clean(change.application, wanted, data, today=tehran_date(change.moment))
    return save(change, wanted, values, by=by)


@transaction.atomic
def set_choices(
    *, application_id: int, plot_codes: Sequence[str], any_other: bool, by: Any, now: datetime
) -> Application:
    """The plots in order of liking, by their codes; `any_other`: every other plot of the call after them.

    Raises InvalidInput (field `plots`: not in the call, twice), and what `save_step` raises.
    """
    change = form_locks.open_for_change(application_id=application_id, by=by, item=Step.CHOICES)
    application = change.application
    offered = dict(application.call.call_plots.values_list("plot__code", "pk"))
    for code in plot_codes:
        if code not in offered:
            raise InvalidInput(
                _("Plot %(code)s is not offered in this call."),
                field="plots",
                code="not_offered",
                params={"code": code},
            )
    if len(set(plot_codes)) != len(plot_codes):
        raise InvalidInput(_("A plot stands in the list twice."), field="plots", code="twice")
    if len(plot_codes) == 0 and not any_other:
        raise InvalidInput(
            _("Choose at least one plot, or say that any plot of the call suits you."), field="plots", code="no_choice"
        )
    application.choices.all().delete()
    Choice.objects.bulk_create(
        Choice(application=application, call_plot_id=offered[code], position=place)
        for place, code in enumerate(plot_codes, start=1)
    )
    return save(change, Step.CHOICES, {"any_other_plot": bool(any_other)}, by=by)


@transaction.atomic
def set_groups(*, application_id: int, group_codes: Sequence[str], by: Any, now: datetime) -> Application:
    """The groups the applicant says he belongs to, none included. Raises InvalidInput, and what `save_step` raises."""
    change = form_locks.open_for_change(application_id=application_id, by=by, item=Step.GROUPS)
    application = change.application
    known = dict(application.call.groups.values_list("code", "pk"))
    if set(group_codes) - set(known):
        raise InvalidInput(_("This call has no such group."), field="groups", code="no_group")
    wanted = {known[code] for code in group_codes}
    application.group_claims.exclude(group_id__in=wanted).delete()
    there = set(application.group_claims.values_list("group_id", flat=True))
    ApplicationGroup.objects.bulk_create(
        ApplicationGroup(application=application, group_id=group) for group in sorted(wanted - there)
    )
    return save(change, Step.GROUPS, {}, by=by)


@transaction.atomic
def submit(
    *, application_id: int, by: Any, now: datetime, idempotency_key: str = "", declares: bool = False
) -> Receipt:
    """Hand in, once: a second request (double click, back button, other tab) gets the receipt of the first.

    The moment is read once from the database's clock under the lock; it is the time of submission and decides the
    deadline. `declares` stands for the declaration step. Needs neither worker nor Redis.
    Raises NoSuchApplication, CallNotOpen, Incomplete (sentences by step), WrongState for one that was withdrawn.
    """
    application = form_locks.lock(application_id)
    moment = clock.database_now()
    if not by.has_perm("allocations.submit_application", application):
        raise NoSuchApplication()
    if application.was_submitted and application.status != ApplicationStatus.WITHDRAWN:
        return application.receipts.latest("id")
    if application.status == ApplicationStatus.DRAFT:
        policies.refuse_unless_open(application.call, moment)
        if declares:
            application.declared_at = moment
        submission.refuse_incomplete(application, moment)
        submission.expand_choices(application)
    changes = {
        "opaque_id": application.opaque_id or new_opaque_id(),
        "first_submitted_at": moment,
        "last_submitted_at": moment,
        "declared_at": application.declared_at,
        "residence_county": application.applicant.party.county,
    }
    transitions.apply(APPLICATION, application, "submit", by=by, now=moment, changes=changes)
    return submission.keep_version(
        application, cause=VersionCause.SUBMITTED, by=by, moment=moment, idempotency_key=idempotency_key
    )


@transaction.atomic
def withdraw(*, application_id: int, by: Any, now: datetime, reason: str = "") -> Application:
    """Take the application back for good; drafts are simply left. Raises NoSuchApplication, WrongState."""
    application = form_locks.lock(application_id)
    moment = clock.database_now()
    if not by.has_perm("allocations.withdraw_application", application):
        raise NoSuchApplication()
    transitions.apply(
        APPLICATION,
        application,
        "withdraw",
        by=by,
        now=moment,
        reason=reason,
        changes={"withdrawn_at": moment, "withdrawal_reason": reason[:300]},
    )
    application.corrections.filter(resolved_at__isnull=True).update(
        resolved_at=moment, outcome=CorrectionOutcome.WITHDRAWN
    )
    tell(texts.WITHDRAWN, application, {}, key=f"withdrawn:{application.pk}", now=moment)
    return application


def _declaration(data: Mapping[str, Any], change: form_locks.Change) -> dict[str, Any]:
    if set(data) - {"agreed", "no_other_unit"}:
        raise InvalidInput(code="unknown_field")
    if data.get("agreed") is not True:
        raise InvalidInput(_("Declare that what you say is true."), field="agreed", code="not_declared")
    if change.application.call.refuses_holders and data.get("no_other_unit") is not True:
        raise InvalidInput(
            _("Declare that you hold no other unit of the company."), field="no_other_unit", code="not_declared"
        )
    return {"declared_at": change.moment, "declares_no_other_unit": bool(data.get("no_other_unit"))}
