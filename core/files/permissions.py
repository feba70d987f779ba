"""Who may read the list of files and the log of looks."""

import rules

from core.jobs.permissions import runs_the_portal


@rules.predicate
def checks_the_portal(user: object) -> bool:
    """An auditor of the house."""
    return bool(user.is_authenticated and user.has_role("auditor"))  # type: ignore[attr-defined]


rules.add_perm("files.view_storedfile", runs_the_portal | checks_the_portal)
rules.add_perm("files.view_fileaccess", runs_the_portal | checks_the_portal)
