"""The end of every change of a form: what was saved when, and a new version when the form counts already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allocations.choices import Step, VersionCause
from allocations.models import Application
from allocations.services import submission
from allocations.services.form_locks import Change
from allocations.workflow import APPLICATION
from core import transitions

CONTENT = frozenset(Step) - {Step.CHECK, Step.DECLARATION}
"""Steps that change what is declared: after them the answers of a draft must be checked and declared again."""


def save(change: Change, step: Step, values: Mapping[str, Any], *, by: Any, mark: bool = True) -> Application:
    """Write `values`, note the moment, and hand the form in again when it had been handed in and now says something else.

    `mark` False leaves the step unmarked (a single paper). Raises Incomplete when a form that counts would no longer be
    complete: the transaction then leaves everything as it was.
    """
    application = change.application
    fields = dict(values)
    steps = dict(application.saved_steps)
    if mark:
        steps[step.value] = change.moment.isoformat()
    if not change.is_registered and change.correction is None and step in CONTENT:
        steps.pop(Step.CHECK.value, None)
        fields["declared_at"] = None
    fields |= {"saved_steps": steps, "saved_at": change.moment}
    for name, value in fields.items():
        setattr(application, name, value)
    application.save(update_fields=[*fields, "updated_at"])
    if change.is_registered and step in CONTENT:
        _hand_in_again(change, by=by)
    return application


def _hand_in_again(change: Change, *, by: Any) -> None:
    application, moment = change.application, change.moment
    submission.refuse_incomplete(application, moment)
    submission.expand_choices(application)
    application.residence_county = application.applicant.party.county
    if submission.is_as_handed_in(application):
        return
    # The server's clock may have been set back a little since; the row's times never run backwards.
    changes = {
        "last_submitted_at": max(moment, application.last_submitted_at or moment),
        "declared_at": moment,
        "residence_county": application.residence_county,
    }
    transitions.apply(APPLICATION, application, "edit", by=by, now=moment, changes=changes)
    submission.keep_version(application, cause=VersionCause.EDITED, by=by, moment=moment)
