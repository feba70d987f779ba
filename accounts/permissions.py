"""Who may. Predicates that every app may use, and the permissions of this one.

A predicate takes the user and, where it is about one thing, that thing. Roles hold for a time and for estates, so
they are asked at the moment of the act (`User.has_role`). An auditor has no permission to change anything: the role
cannot be held together with another (accounts.services.roles).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rules
from rules.predicates import Predicate

from accounts import selectors
from accounts.choices import Role
from core.errors import PermissionRefused


def has_role(role: str, estate: str | None = None) -> Predicate:
    """Has this role now: for the estate with this slug, or (None) for whichever."""

    def check(user: Any) -> bool:
        return bool(getattr(user, "is_authenticated", False)) and user.has_role(role, estate)

    return Predicate(check, name=f"has_role:{role}:{estate or '*'}")


def has_role_for(role: str, estate_of: Callable[[Any], str | None]) -> Predicate:
    """Has this role for the estate of the thing that is asked about; `estate_of(thing)` gives its slug.

    Without a thing (a list, a menu) the role for any estate is enough: the list itself must be scoped.
    """

    def check(user: Any, thing: Any = None) -> bool:
        if not getattr(user, "is_authenticated", False):
            return False
        estate = estate_of(thing) if thing is not None else None
        return bool(user.has_role(role, estate))

    return Predicate(check, name=f"has_role_for:{role}")


def is_officer_for(estate_slug: str) -> Predicate:
    """Reviews applications of this estate."""
    return has_role(Role.OFFICER, estate_slug)


is_applicant = has_role(Role.APPLICANT)
is_officer = has_role(Role.OFFICER)
is_scorer = has_role(Role.SCORER)
is_committee = has_role(Role.COMMITTEE)
is_finance = has_role(Role.FINANCE)
is_technical = has_role(Role.TECHNICAL)
is_programme_officer = has_role(Role.PROGRAMME_OFFICER)
is_manager = has_role(Role.MANAGER)
is_clinic_lead = has_role(Role.CLINIC_LEAD)
is_consultant = has_role(Role.CONSULTANT)
is_auditor = has_role(Role.AUDITOR)
is_admin = has_role(Role.ADMIN)


@rules.predicate
def is_signed_in(user: Any) -> bool:
    """Any active account."""
    return bool(user.is_authenticated and user.is_active)


@rules.predicate
def acts_for(user: Any, applicant: Any) -> bool:
    """Is this applicant, or signs for it today."""
    return applicant is not None and selectors.acts_for(user, applicant)


@rules.predicate
def owns_document(user: Any, document: Any) -> bool:
    """Acts for the applicant whose paper it is."""
    return document is not None and selectors.acts_for(user, document.owner)


@rules.predicate
def signs_for(user: Any, entity: Any) -> bool:
    """Signs for this legal entity today."""
    return entity is not None and selectors.signs_for(user, entity)


@rules.predicate
def is_the_person(user: Any, person: Any) -> bool:
    """Is this natural person."""
    return person is not None and user.pk is not None and person.user_id == user.pk


@rules.predicate
def is_somebody_else(user: Any, other: Any) -> bool:
    """The account asked about is not one's own."""
    return other is None or user.pk != other.pk


def require(by: Any | None, permission: str, thing: Any = None) -> None:
    """Raise PermissionRefused when `by` may not; None is the system, which may."""
    if by is not None and not by.has_perm(permission, thing):
        raise PermissionRefused(code=permission)


rules.add_perm("accounts.act_for_applicant", is_signed_in & acts_for)
rules.add_perm("accounts.manage_entity", is_signed_in & signs_for)
rules.add_perm("accounts.add_entity", is_signed_in)
rules.add_perm("accounts.edit_person", is_the_person)
rules.add_perm("accounts.open_document", owns_document | is_auditor)
rules.add_perm("accounts.manage_document", owns_document)
rules.add_perm("accounts.grant_role", is_admin & is_somebody_else)
rules.add_perm("accounts.end_role", is_admin)
rules.add_perm("accounts.deactivate_user", is_admin & is_somebody_else)
rules.add_perm("accounts.confirm_signatory", is_officer | is_admin)

# Names Django's admin asks for. Changing goes through the services alone, so there is no change_ but for what they do.
rules.add_perm("accounts", is_admin | is_officer | is_auditor)
for _model in ("user", "rolegrant"):
    rules.add_perm(f"accounts.view_{_model}", is_admin | is_auditor)
for _model in ("person", "legalentity", "signatory", "applicant", "groupclaim"):
    rules.add_perm(f"accounts.view_{_model}", is_admin | is_officer | is_auditor)
rules.add_perm("accounts.view_document", is_auditor)
rules.add_perm("accounts.add_rolegrant", is_admin)
