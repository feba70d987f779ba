"""Who may do what with consultants: the lead of the clinic runs the register, a consultant keeps what is his own."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_admin, is_auditor, is_consultant, is_signed_in, require
from clinic.consultants import conference_access
from clinic.consultants.casework import book
from clinic.consultants.conference_access import standpoint
from clinic.permissions import runs_the_clinic

__all__ = [
    "CONCLUDE",
    "CONFER",
    "DECIDE",
    "MANAGE",
    "NOTE",
    "OWN",
    "RATE_FOR_UNIT",
    "READ",
    "READ_OWN",
    "READ_REVIEW",
    "READ_WORDS",
    "REVIEW",
    "require",
]

MANAGE = "consultants.manage"
READ = "consultants.read"
READ_WORDS = "consultants.read_words"
OWN = "consultants.own"
READ_OWN = "consultants.read_own"
RATE_FOR_UNIT = "consultants.rate_for_unit"
CONFER = "consultants.confer"
NOTE = "consultants.note"
CONCLUDE = "consultants.conclude"
READ_REVIEW = "consultants.read_review"
REVIEW = "consultants.review"
DECIDE = "consultants.decide_paper"


@rules.predicate
def is_himself(user: Any, thing: Any = None) -> bool:
    """The row is the consultant behind this account, or belongs to him."""
    consultant = getattr(thing, "consultant", thing)
    return consultant is not None and user.pk is not None and getattr(consultant, "user_id", None) == user.pk


@rules.predicate
def is_reviewer(user: Any, review: Any = None) -> bool:
    """The colleague who was asked."""
    return review is not None and user.pk is not None and review.reviewer.user_id == user.pk


@rules.predicate
def takes_part(user: Any, conference: Any = None) -> bool:
    """Reads this conference now, and not to audit it."""
    return conference is not None and conference_access.takes_part(standpoint(user, conference))


@rules.predicate
def concludes_it(user: Any, conference: Any = None) -> bool:
    """Called this conference and is still in the team, or leads its case."""
    return conference is not None and conference_access.concludes(standpoint(user, conference), user, conference)


@rules.predicate
def reads_the_review(user: Any, review: Any = None) -> bool:
    """Audits, leads the case, or is the reviewer and still in its team."""
    if review is None:
        return False
    if is_auditor(user):
        return True
    reach = book().reach(user)
    return review.case_number in reach.led or bool(is_reviewer(user, review) and review.case_number in reach.worked_on)


@rules.predicate
def acts_for_unit(user: Any, unit: Any = None) -> bool:
    """Acts for the owner of this unit."""
    return unit is not None and unit.owner is not None and bool(acts_for(user, unit.owner))


@rules.predicate
def added_it_himself(user: Any, paper: Any = None) -> bool:
    """Handed this paper in, or is the one it is about."""
    return paper is not None and (paper.added_by_id == user.pk or paper.consultant.user_id == user.pk)


rules.add_perm(MANAGE, is_signed_in & runs_the_clinic)
rules.add_perm(DECIDE, is_signed_in & runs_the_clinic & ~added_it_himself)
rules.add_perm(READ, is_signed_in & (runs_the_clinic | is_auditor | is_admin))
rules.add_perm(READ_WORDS, is_signed_in & (runs_the_clinic | is_auditor))
rules.add_perm(OWN, is_signed_in & ((is_consultant & is_himself) | runs_the_clinic))
rules.add_perm(READ_OWN, is_signed_in & (is_himself | runs_the_clinic | is_auditor))
rules.add_perm(RATE_FOR_UNIT, is_signed_in & acts_for_unit)
rules.add_perm(CONFER, is_signed_in & (is_consultant | runs_the_clinic))
rules.add_perm(NOTE, is_signed_in & takes_part)
rules.add_perm(CONCLUDE, is_signed_in & concludes_it)
rules.add_perm(READ_REVIEW, is_signed_in & reads_the_review)
rules.add_perm(REVIEW, is_signed_in & is_reviewer)
