"""Who may do what in the register. That a unit exists is known to those who work in the clinic; what was measured in it to
the lead, to its own people, and to auditors, whose looks are written down like everybody's.

A list of many units is a look at none in particular, so it shows no figure. The band of a unit, which is made of its newest
reading, stands in the list of the lead alone, who chooses by it whom to ask; the page of the unit says so to its people.
"""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import acts_for, is_admin, is_auditor, is_signed_in
from clinic.permissions import reads_figures, reads_register, require, runs_the_clinic

__all__ = [
    "BANDS", "DESK", "FIGURES", "READ", "READ_SUMS", "READ_WARNINGS", "RECORD", "SEE", "TUNE", "WORK", "WRITE", "owns_unit", "require",
]  # fmt: skip

READ = "units.read"
DESK = "units.desk"
SEE = "units.see"
FIGURES = "units.figures"
BANDS = "units.bands"
WRITE = "units.write"
RECORD = "units.record"
READ_SUMS = "units.read_sums"
READ_WARNINGS = "units.read_warnings"
WORK = "units.work_warnings"
TUNE = "units.tune"


@rules.predicate
def owns_unit(user: Any, thing: Any = None) -> bool:
    """Acts for the owner of the unit, or of the unit a row belongs to."""
    return bool(acts_for(user, getattr(getattr(thing, "unit", thing), "owner", None)))


rules.add_perm(READ, is_signed_in & reads_register)
rules.add_perm(DESK, is_signed_in & (runs_the_clinic | is_admin | is_auditor))
rules.add_perm(SEE, is_signed_in & (reads_register | owns_unit))
rules.add_perm(FIGURES, is_signed_in & (runs_the_clinic | is_auditor | owns_unit))
rules.add_perm(BANDS, is_signed_in & runs_the_clinic)
rules.add_perm(WRITE, is_signed_in & (runs_the_clinic | is_admin))
rules.add_perm(RECORD, is_signed_in & runs_the_clinic)
rules.add_perm(READ_SUMS, is_signed_in & reads_figures)
rules.add_perm(READ_WARNINGS, is_signed_in & (runs_the_clinic | is_auditor))
rules.add_perm(WORK, is_signed_in & runs_the_clinic)
rules.add_perm(TUNE, is_signed_in & (runs_the_clinic | is_admin))
