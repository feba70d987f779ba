"""Who may do what with calls and applications (rules predicates; names are those of the workflow tables)."""

from __future__ import annotations

from typing import Any

import rules

from accounts.choices import Role
from accounts.models import Signatory
from accounts.selectors import acts_for
from allocations.models import Application, Call


def _call_of(thing: Any) -> Call | None:
    """The call a row belongs to: the row itself, or what its `call` or `application` points at."""
    if thing is None or isinstance(thing, Call):
        return thing
    if hasattr(thing, "call_id"):
        found: Call = thing.call
        return found
    application: Application = thing.application
    return application.call


def _application_of(thing: Any) -> Application:
    return thing if isinstance(thing, Application) else thing.application


def has_role_for(user: Any, role: str, call: Call | None) -> bool:
    """Whether `user` has `role` for the estate of `call` (anywhere, when there is no call)."""
    return bool(user.has_role(role, call.estate.slug if call is not None else None))


def drafts_calls_of(user: Any, estate: str) -> bool:
    """Whether `user` may write calls of the estate with this slug."""
    return bool(user.has_role(Role.OFFICER, estate) or user.has_role(Role.COMMITTEE, estate))


def is_on_applicants_side(user: Any, application: Application) -> bool:
    """Whether `user` began the application, is the applicant, or ever signed for it: he decides nothing about it."""
    if application.started_by_id == user.pk:
        return True
    applicant = application.applicant
    if applicant.person is not None:
        return bool(applicant.person.user_id == user.pk)
    return Signatory.objects.filter(entity_id=applicant.legal_entity_id, person__user_id=user.pk).exists()


@rules.predicate
def is_active(user: Any, thing: Any = None) -> bool:
    """A person who is signed in with a living account."""
    return bool(user.is_authenticated and user.is_active)


@rules.predicate
def is_applicant(user: Any, thing: Any = None) -> bool:
    """The person may act for the applicant of this application."""
    return thing is not None and acts_for(user, _application_of(thing).applicant)


@rules.predicate
def is_own(user: Any, thing: Any = None) -> bool:
    """The person stands on the applicant's side."""
    return thing is not None and is_on_applicants_side(user, _application_of(thing))


@rules.predicate
def is_reviewer(user: Any, thing: Any = None) -> bool:
    """The person has taken this application for review."""
    return thing is not None and _application_of(thing).reviewer_id == user.pk


@rules.predicate
def is_assigned(user: Any, thing: Any = None) -> bool:
    """The assignment is this person's."""
    return thing is not None and thing.scorer_id == user.pk


def role(code: str) -> Any:
    """Predicate: the person has the role `code` for the estate of the call."""
    return rules.predicate(lambda user, thing=None: has_role_for(user, code, _call_of(thing)), name=f"is_{code}")


is_officer = role(Role.OFFICER)
is_committee = role(Role.COMMITTEE)
is_auditor = role(Role.AUDITOR)
is_admin = role(Role.ADMIN)
is_scorer = role(Role.SCORER)
is_manager = role(Role.MANAGER)

sees_calls = is_officer | is_committee | is_scorer | is_auditor | is_admin | is_manager
sees_applications = is_officer | is_committee | is_auditor

for _name, _who in {
    # calls
    "view_call": sees_calls,
    "add_call": is_officer | is_committee,
    "change_call": is_officer | is_committee,
    "publish_call": is_committee,
    "extend_call": is_committee,
    "amend_call": is_committee,
    "cancel_call": is_committee,
    "answer_question": is_officer | is_committee,
    "mark_call_reviewed": is_officer | is_committee,
    "freeze_call": is_committee,
    "draw_call": is_committee,
    "redraw_call": is_committee,
    "allocate_call": is_committee,
    "rerun_call": is_committee,
    "publish_call_result": is_committee,
    "finalise_call": is_committee,
    # applications, the applicant's side
    "submit_application": is_applicant,
    "edit_application": is_applicant,
    "withdraw_application": is_applicant,
    "resubmit_application": is_applicant,
    # applications, the staff's side
    "view_application": is_applicant | sees_applications,
    "take_application": is_officer & ~is_own,
    "review_application": is_officer & is_reviewer & ~is_own,
    "reopen_application": is_committee & ~is_own,
    # scoring
    "assign_scorers": is_officer | is_committee,
    "declare_interest": is_scorer,
    "score_assignment": is_scorer & is_assigned & ~is_own,
    "release_assignment": is_scorer & is_assigned,
    "reopen_score": is_committee & ~is_own,
    "view_scores": is_committee | is_auditor,
    # runs; the arrows of the call stand above
    "request_run": is_committee,
    "approve_run": is_committee,
    "refuse_run": is_committee,
    "supersede_run": is_committee,
    "view_run": is_committee | is_auditor,
    # awards and objections
    "answer_award": is_applicant,
    "revoke_award": is_committee,
    "file_objection": is_applicant,
    "answer_objection": is_committee & ~is_own,
    "view_objection": is_applicant | is_committee | is_auditor,
}.items():
    rules.add_perm(f"allocations.{_name}", is_active & _who)
