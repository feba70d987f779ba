"""Who may do what in the register: everybody for himself; those who answer for the company read it."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_signed_in, require
from programs.clusters import permissions as clusters

__all__ = ["OWN", "READ", "require"]

OWN = "demand.own_wish"
READ = "demand.read"


@rules.predicate
def acts_for_applicant(user: Any, thing: Any = None) -> bool:
    """Acts for the applicant of a wish, or for the applicant himself."""
    return bool(acts_for(user, getattr(thing, "applicant", thing)))


rules.add_perm(OWN, is_signed_in & acts_for_applicant)
rules.add_perm(READ, is_signed_in & clusters.reader)
