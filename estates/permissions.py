"""Who may change land: the technical staff of the estate; reference data and tariffs belong to others as well."""

from __future__ import annotations

from typing import Any

import rules

from accounts.choices import STAFF_ROLES, Role
from core.errors import PermissionRefused
from estates.models import Block, Estate, EstateFact, EstatePhoto, Plot, PlotHold, SitePlanImport, UtilityService

CHANGE_LAND = "estates.change_land"
CHANGE_REFERENCE = "estates.change_reference"
CHANGE_TARIFF = "estates.change_tariff_data"
READ_LAND = "estates.read_land"


def scope_of(thing: Any) -> str | None:
    """Slug of the estate a row belongs to; None for a row of the whole province, or no row."""
    if isinstance(thing, Estate):
        return thing.slug
    if isinstance(thing, PlotHold):
        return thing.plot.estate.slug
    if isinstance(thing, Block | EstatePhoto | Plot | SitePlanImport | UtilityService):
        return thing.estate.slug
    if isinstance(thing, EstateFact) and thing.estate is not None:
        return thing.estate.slug
    return None


@rules.predicate  # type: ignore[misc]
def technical_of_estate(user: Any, thing: Any = None) -> bool:
    """Technical officer of the estate the row belongs to; without a row, of any estate."""
    return bool(user.has_role(Role.TECHNICAL, scope_of(thing)))


@rules.predicate  # type: ignore[misc]
def technical_everywhere(user: Any) -> bool:
    """Technical officer of all estates."""
    return bool(user.has_role(Role.TECHNICAL, ""))


@rules.predicate  # type: ignore[misc]
def administrator(user: Any) -> bool:
    """Administrator."""
    return bool(user.has_role(Role.ADMIN))


@rules.predicate  # type: ignore[misc]
def finance(user: Any) -> bool:
    """Finance officer."""
    return bool(user.has_role(Role.FINANCE))


@rules.predicate  # type: ignore[misc]
def any_staff_role(user: Any) -> bool:
    """Anybody with a role on the staff desk."""
    return any(user.has_role(role) for role in STAFF_ROLES)


rules.add_perm(CHANGE_LAND, technical_of_estate | administrator)
rules.add_perm(CHANGE_REFERENCE, technical_everywhere | administrator)
rules.add_perm(CHANGE_TARIFF, finance | administrator)
rules.add_perm(READ_LAND, any_staff_role)


def require(by: Any | None, permission: str, thing: Any = None) -> None:
    """Raise PermissionRefused unless `by` may. None is the system itself (commands, jobs, deadlines), which may."""
    if by is not None and not by.has_perm(permission, thing):
        raise PermissionRefused(code=permission.replace(".", "_"))
