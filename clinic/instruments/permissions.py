"""Who may do what with instruments: the lead of the clinic writes and publishes them, those who work with them read."""

from __future__ import annotations

import rules

from accounts.permissions import is_signed_in, require
from clinic.permissions import reads_register, runs_the_clinic

__all__ = ["READ", "WRITE", "require"]

READ = "instruments.read"
WRITE = "instruments.write"

rules.add_perm(READ, is_signed_in & reads_register)
rules.add_perm(WRITE, is_signed_in & runs_the_clinic)
