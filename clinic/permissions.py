"""Who is who in the clinic; the permissions of each part stand in its own folder.

Deny by default: a business secret is for the team of its case and the lead. Managers see sums, auditors read.
"""

from __future__ import annotations

from accounts.permissions import is_admin, is_auditor, is_clinic_lead, is_consultant, is_manager, is_officer, require

__all__ = ["files_for_others", "reads_figures", "reads_register", "require", "runs_the_clinic", "works_in_clinic"]

runs_the_clinic = is_clinic_lead
works_in_clinic = is_clinic_lead | is_consultant
files_for_others = is_clinic_lead | is_officer | is_admin
"""Writes a request on behalf of a unit that came to the counter."""
reads_register = works_in_clinic | is_auditor | is_admin
"""Sees that a unit exists and where it stands, not what was measured in it."""
reads_figures = is_clinic_lead | is_manager | is_auditor
"""Sees the sums of the dashboard, never one unit's."""
