"""Who may do what in the register: everybody for himself; those who answer for the company read its figures, those who plan
with it its lines with the names."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_auditor, is_manager, is_programme_officer, is_signed_in, require
from programs.clusters import permissions as clusters

__all__ = ["NAMES", "OWN", "READ", "require"]

OWN = "demand.own_wish"
READ = "demand.read"
NAMES = "demand.read_names"


@rules.predicate
def acts_for_applicant(user: Any, thing: Any = None) -> bool:
    """Acts for the applicant of a wish, or for the applicant himself."""
    return bool(acts_for(user, getattr(thing, "applicant", thing)))


rules.add_perm(OWN, is_signed_in & acts_for_applicant)
rules.add_perm(READ, is_signed_in & clusters.reader)
rules.add_perm(NAMES, is_signed_in & (is_programme_officer | is_manager | is_auditor))
