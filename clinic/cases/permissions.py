"""Who may do what with a case. Deny by default: a business secret is for the team of its case and the lead (trust.md §2, R6).

What somebody may follows from how he stands before the one case: leading it, in its team now, acting for the unit, auditing.
Managers, officers and other consultants stand nowhere.
"""

from __future__ import annotations

from typing import Any

import rules
from rules.predicates import Predicate

from accounts.permissions import acts_for, is_auditor, is_clinic_lead, is_consultant, is_signed_in, require
from clinic.cases.choices import Standing
from clinic.cases.models import Case
from clinic.permissions import reads_register
from core import clock

__all__ = [
    "AGREE", "ANSWER", "DIAGNOSE", "HAND_OVER", "OPEN", "READ", "READ_CATALOGUE", "READ_LOOKS", "READ_SECRETS",
    "READ_SHEETS", "RUN", "TREAT", "WRITE_CATALOGUE", "WRITE_SHEETS", "require", "specialties_of",
    "standings",
]  # fmt: skip

OPEN = "cases.open_case"
"""Opens a case from a request."""
HAND_OVER = "cases.hand_over_case"
"""Gives a case to another lead, or takes it over."""
RUN = "cases.run_case"
"""Names the team, refuses, ends: the lead of the case."""
READ = "cases.read_case"
"""Sees that the case is there, its state and its team."""
READ_SECRETS = "cases.read_diagnosis"
"""Reads visits, answers, scores, findings and causes."""
READ_SHEETS = "cases.read_sheets"
"""Reads the sheets of facts; the unit reads its own."""
WRITE_SHEETS = "cases.write_sheets"
"""Fills in the sheets of facts; the unit its own."""
DIAGNOSE = "cases.write_diagnosis"
"""Writes visits, findings, causes."""
ANSWER = "cases.answer_instrument"
"""Answers questionnaires: members of the team, each for his specialty."""
AGREE = "cases.agree"
"""Says whether he stands behind the diagnosis: members of the team."""
TREAT = "cases.treat_case"
"""Works on plan, tasks and follow-up."""
READ_LOOKS = "cases.read_looks"
"""Reads who has looked at the case."""
READ_CATALOGUE = "cases.read_catalogue"
"""Sees the catalogue of causes at the staff desk."""
WRITE_CATALOGUE = "cases.write_catalogue"
"""Changes the catalogue of causes."""


def standings(user: Any, case: Case, specialties: frozenset[str] | None = None) -> frozenset[Standing]:
    """As whom `user` stands before `case` now; empty: a stranger. At most three queries.

    A consultant stands in the team only while his membership runs and the case is live; `specialties`: those he is in the
    team for, when they are known already. Needs `case.request.applicant`.
    """
    if not is_signed_in(user):
        return frozenset()
    found = set()
    if case.lead_id == user.pk and is_clinic_lead(user):
        found.add(Standing.LEAD)
    if specialties_of(user, case) if specialties is None else specialties:
        found.add(Standing.TEAM)
    if is_auditor(user):
        found.add(Standing.AUDITOR)
    if not user.is_staff and acts_for(user, case.request.applicant):
        found.add(Standing.UNIT)
    return frozenset(found)


def specialties_of(user: Any, case: Case) -> frozenset[str]:
    """Codes of the specialties for which this account's consultant is in the team of a live case now. At most 2 queries.

    Who has declared an interest in the unit since he was named sees nothing more of it; the lead ends his membership.
    """
    if not case.is_live or not is_consultant(user):
        return frozenset()
    mine = case.members.without_interest(clock.today()).filter(consultant__user_id=user.pk)
    return frozenset(mine.values_list("specialty", flat=True))


def stands_as(*wanted: Standing) -> Predicate:
    """Stands before the case in one of these ways; nobody does before no case."""

    def check(user: Any, thing: Any = None) -> bool:
        case = thing if isinstance(thing, Case) or thing is None else thing.case
        return case is not None and bool(standings(user, case) & set(wanted))

    return Predicate(check, name="stands_as:" + "|".join(wanted))


EVERYBODY = frozenset({Standing.LEAD, Standing.TEAM, Standing.UNIT, Standing.AUDITOR})
"""Who stands before a case at all. A colleague who is asked for advice reads his conference, and no page of the case."""

WHO: dict[str, frozenset[Standing]] = {
    RUN: frozenset({Standing.LEAD}),
    READ: EVERYBODY,
    READ_SECRETS: frozenset({Standing.LEAD, Standing.TEAM, Standing.AUDITOR}),
    READ_SHEETS: EVERYBODY,
    WRITE_SHEETS: frozenset({Standing.LEAD, Standing.TEAM, Standing.UNIT}),
    DIAGNOSE: frozenset({Standing.LEAD, Standing.TEAM}),
    ANSWER: frozenset({Standing.TEAM}),
    AGREE: frozenset({Standing.TEAM}),
    TREAT: frozenset({Standing.LEAD, Standing.TEAM}),
    READ_LOOKS: frozenset({Standing.LEAD, Standing.UNIT, Standing.AUDITOR}),
}
"""Permission → who has it, by standing."""

rules.add_perm(OPEN, is_signed_in & is_clinic_lead)
rules.add_perm(HAND_OVER, is_signed_in & is_clinic_lead)
rules.add_perm(READ_CATALOGUE, is_signed_in & reads_register)
rules.add_perm(WRITE_CATALOGUE, is_signed_in & is_clinic_lead)
for _name, _standings in WHO.items():
    rules.add_perm(_name, stands_as(*sorted(_standings)))
