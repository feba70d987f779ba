"""Who reads the dashboards, asks for fresh figures, and sets the rule of the lights."""

from __future__ import annotations

from typing import Any

import rules

from accounts.choices import Role
from core.errors import PermissionRefused

READ = "dashboards.read"
"""Looks at the dashboards."""
REFRESH = "dashboards.refresh"
"""Asks for fresh figures. An auditor changes nothing, so he waits for the clock."""
SET_RULES = "dashboards.set_rules"
"""Sets at how many points behind the plan a light changes."""
MAKE_REPORT = "dashboards.make_report"
"""Has the report of a month made."""
PUBLISH_REPORT = "dashboards.publish_report"
"""Shows the public part of a report to everybody, or takes it back."""

REFRESHERS = (
    Role.MANAGER, Role.PROGRAMME_OFFICER, Role.ADMIN, Role.COMMITTEE, Role.FINANCE, Role.TECHNICAL,
)  # fmt: skip
MAKERS = (Role.MANAGER, Role.PROGRAMME_OFFICER, Role.ADMIN)
READERS = (*REFRESHERS, Role.AUDITOR)


def _holds(user: Any, roles: tuple[Role, ...]) -> bool:
    return bool(user.is_authenticated and any(user.has_role(role) for role in roles))


@rules.predicate  # type: ignore[misc]
def reads_dashboards(user: Any) -> bool:
    """Those who answer for the company's work."""
    return _holds(user, READERS)


@rules.predicate  # type: ignore[misc]
def refreshes_dashboards(user: Any) -> bool:
    """The same without auditors."""
    return _holds(user, REFRESHERS)


@rules.predicate  # type: ignore[misc]
def sets_rules(user: Any) -> bool:
    """Reference data is the administrator's."""
    return _holds(user, (Role.ADMIN,))


@rules.predicate  # type: ignore[misc]
def makes_reports(user: Any) -> bool:
    """Those who bring the report before the assembly."""
    return _holds(user, MAKERS)


@rules.predicate  # type: ignore[misc]
def publishes_reports(user: Any) -> bool:
    """What the company says in public is the manager's."""
    return _holds(user, (Role.MANAGER,))


rules.add_perm("dashboards", reads_dashboards)
rules.add_perm(READ, reads_dashboards)
rules.add_perm(REFRESH, refreshes_dashboards)
rules.add_perm(SET_RULES, sets_rules)
rules.add_perm(MAKE_REPORT, makes_reports)
rules.add_perm(PUBLISH_REPORT, publishes_reports)


def require(by: Any | None, permission: str) -> None:
    """Raise PermissionRefused unless `by` may. None is the system itself (commands, jobs), which may."""
    if by is not None and not by.has_perm(permission):
        raise PermissionRefused(code=permission.replace(".", "_"))
