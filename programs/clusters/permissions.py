"""Who may do what with clusters: programme officers write, managers approve, those who answer for the company read."""

from __future__ import annotations

from typing import Any

import rules

from accounts.choices import Role
from core.errors import PermissionRefused

WRITE = "clusters.write"
APPROVE = "clusters.approve"
SET_UP = "clusters.set_up"
READ = "clusters.read"

READERS = (
    Role.MANAGER, Role.PROGRAMME_OFFICER, Role.AUDITOR, Role.ADMIN, Role.COMMITTEE, Role.FINANCE, Role.TECHNICAL,
)  # fmt: skip
"""Roles that see a cluster whole, with the figures of single firms."""


@rules.predicate  # type: ignore[misc]
def programme_officer(user: Any) -> bool:
    """Programme officer."""
    return bool(user.has_role(Role.PROGRAMME_OFFICER))


@rules.predicate  # type: ignore[misc]
def manager(user: Any) -> bool:
    """Manager."""
    return bool(user.has_role(Role.MANAGER))


@rules.predicate  # type: ignore[misc]
def administrator(user: Any) -> bool:
    """Administrator."""
    return bool(user.has_role(Role.ADMIN))


@rules.predicate  # type: ignore[misc]
def reader(user: Any) -> bool:
    """Anybody who reads the figures of clusters."""
    return any(user.has_role(role) for role in READERS)


rules.add_perm(WRITE, programme_officer)
rules.add_perm(APPROVE, manager)
rules.add_perm(SET_UP, programme_officer | administrator)
rules.add_perm(READ, reader)


def require(by: Any | None, permission: str) -> None:
    """Raise PermissionRefused unless `by` may. None is the system itself (commands, jobs), which may."""
    if by is not None and not by.has_perm(permission):
        raise PermissionRefused(code=permission.replace(".", "_"))
