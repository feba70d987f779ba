"""Who may do what with exhibitions: programme officers write, managers approve, those who answer for the company read."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_manager, is_programme_officer, is_signed_in, require
from programs.clusters import permissions as clusters

__all__ = ["APPROVE", "DRAW", "OWN", "READ", "WRITE", "require"]

WRITE = "exhibitions.write"
APPROVE = "exhibitions.approve"
DRAW = "exhibitions.draw"
READ = "exhibitions.read"
OWN = "exhibitions.own_request"


@rules.predicate
def acts_for_firm(user: Any, thing: Any = None) -> bool:
    """Acts for the firm of a request, or for the firm itself."""
    return bool(acts_for(user, getattr(thing, "applicant", thing)))


rules.add_perm(WRITE, is_signed_in & is_programme_officer)
rules.add_perm(APPROVE, is_signed_in & is_manager)
rules.add_perm(DRAW, is_signed_in & (is_programme_officer | is_manager))
rules.add_perm(READ, is_signed_in & clusters.reader)
rules.add_perm(OWN, is_signed_in & acts_for_firm)
