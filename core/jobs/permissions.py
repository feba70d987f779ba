"""Who may see and restart jobs. Names of roles are those of product.md §1."""

from __future__ import annotations

from typing import Any

import rules

from core.jobs import registry


@rules.predicate
def runs_the_portal(user: Any) -> bool:
    """Looks after the machine."""
    return bool(user.is_authenticated and user.has_role("admin"))


@rules.predicate
def asked_for_it(user: Any, job: Any = None) -> bool:
    """The person who asked for this job."""
    return job is not None and user.is_authenticated and job.requested_by_id == user.pk


@rules.predicate
def works_with_its_kind(user: Any, job: Any = None) -> bool:
    """Staff with the permission the job's handler names."""
    handler = registry.HANDLERS.get(job.kind) if job is not None else None
    return bool(handler and handler.permission and user.is_authenticated and user.has_perm(handler.permission))


rules.add_perm("jobs.view_job", asked_for_it | works_with_its_kind | runs_the_portal)
rules.add_perm("jobs.requeue_job", runs_the_portal)
