"""Site plans: checked as a whole, brought in as a whole or not at all.

`preview` keeps what was handed in and what the check found, `apply` brings it in, `load` does both at once for commands. The
check is made again under the lock of the estate when the plan is brought in: what a preview found may be old.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from core import transitions
from core.audit import record
from core.errors import NotFound
from core.persian.text import normalise
from estates import permissions, workflow
from estates.choices import PlanImportStatus
from estates.errors import PlanRefused
from estates.models import Estate, SitePlanImport
from estates.plans.issues import Issue
from estates.plans.reading import LARGEST_FILE, read
from estates.services.places import locked
from estates.services.plan_changes import Changes, compare, write_changes


def preview(
    *, estate_id: int, content: bytes, file_name: str, by: Any | None, now: datetime
) -> tuple[SitePlanImport, list[Issue]]:
    """Check a plan and keep it with its verdict; the plots stay as they are. Returns the row and every error found."""
    with transaction.atomic():
        estate = locked(estate_id)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        changes, issues = _examine(estate, content)
        row = SitePlanImport.objects.create(
            estate=estate,
            file_name=normalise(file_name)[:120] or "site-plan.geojson",
            # A refused file may hold anything, NUL and broken UTF-8 included; only its digest is kept.
            content="" if issues else content.decode("utf-8-sig"),
            sha256=hashlib.sha256(content).hexdigest(),
            status=PlanImportStatus.CHECKED,
            issues=[issue.as_json() for issue in issues[:1000]],
            summary=changes.summary() if changes else {},
            uploaded_by=by,
            uploaded_at=now,
        )
        if issues:
            transitions.apply(workflow.SITE_PLAN, row, "refuse", by=by, now=now, data={"errors": len(issues)})
        return row, issues


def apply(*, import_id: int, by: Any | None, now: datetime) -> Changes:
    """Bring in a plan that was previewed. Raises PlanRefused when it does not fit any more, WrongState the second time."""
    with transaction.atomic():
        row = SitePlanImport.objects.select_related("estate").filter(pk=import_id).first()
        if row is None:
            raise NotFound()
        estate = locked(row.estate_id)
        transitions.apply(workflow.SITE_PLAN, row, "apply", by=by, now=now, changes={"applied_at": now})
        changes, issues = _examine(estate, row.content.encode())
        if issues or changes is None:
            raise PlanRefused(issues)
        _bring_in(estate, changes, row.sha256, by=by, now=now)
        return changes


def load(*, estate_slug: str, content: bytes, dry_run: bool, by: Any | None, now: datetime) -> Changes:
    """Check and bring in a plan in one step; with `dry_run` only check. The same file again changes nothing.

    Raises NotFound, PermissionRefused, PlanRefused with every error.
    """
    with transaction.atomic():
        estate = (
            Estate.objects.select_for_update(of=("self",)).select_related("county").filter(slug=estate_slug).first()
        )
        if estate is None:
            raise NotFound()
        permissions.require(by, permissions.CHANGE_LAND, estate)
        changes, issues = _examine(estate, content)
        if issues or changes is None:
            raise PlanRefused(issues)
        if not dry_run:
            _bring_in(estate, changes, hashlib.sha256(content).hexdigest(), by=by, now=now)
        return changes


def too_large(size: int) -> bool:
    """Whether a file of so many bytes is refused before it is read."""
    return size > LARGEST_FILE


def _examine(estate: Estate, content: bytes) -> tuple[Changes | None, list[Issue]]:
    plan = read(content)
    if plan.issues and not plan.plots:
        return None, plan.issues
    changes, issues = compare(estate, plan)
    issues = sorted([*plan.issues, *issues], key=lambda issue: -1 if issue.index is None else issue.index)
    return (None, issues) if issues else (changes, [])


def _bring_in(estate: Estate, changes: Changes, sha256: str, *, by: Any | None, now: datetime) -> None:
    if changes.nothing:
        return
    write_changes(estate, changes, by=by, now=now)
    record(
        action="estates.site_plan.imported",
        by=by,
        target=estate,
        now=now,
        data={"sha256": sha256, **changes.summary()},
    )
