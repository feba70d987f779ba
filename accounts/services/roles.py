"""Granting and ending roles. `User.is_staff` follows from the grants and is written here alone."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import STAFF_ROLES, Role
from accounts.models import RoleGrant, User
from accounts.permissions import require
from accounts.services.errors import RoleHeldAlready, RolesDoNotMix
from core.audit.services import record
from core.errors import InvalidInput, WrongState
from core.messages import services as messages


@transaction.atomic
def grant(
    *,
    user_id: int,
    role: str,
    by: User | None,
    now: datetime,
    scope: str = "",
    valid_from: datetime | None = None,
    valid_to: datetime | None = None,
    reason: str = "",
) -> RoleGrant:
    """Give a role for one estate (`scope` is its slug; empty: all) from `valid_from` (now) until `valid_to` (open).

    The person is told, so that a role he does not expect is noticed.

    Raises PermissionRefused (not an administrator, or oneself), InvalidInput (unknown role, period the wrong way
    round), RolesDoNotMix (auditor with anything else), RoleHeldAlready.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    require(by, "accounts.grant_role", user)
    if role not in STAFF_ROLES:
        raise InvalidInput(_("This role is not granted by hand."), field="role", code="role_unknown")
    start = valid_from or now
    if valid_to is not None and valid_to <= max(start, now):
        raise InvalidInput(_("The end must lie after the beginning and in the future."), field="valid_to")
    held = list(user.role_grants.filter(valid_to=None) | user.role_grants.filter(valid_to__gt=now))
    others = {row.role for row in held if row.role != role}
    if (role == Role.AUDITOR and others) or Role.AUDITOR in others:
        raise RolesDoNotMix(field="role")
    if any(row.role == role and row.scope == scope for row in held):
        raise RoleHeldAlready(field="role")
    try:
        with transaction.atomic():
            made = RoleGrant.objects.create(
                user=user,
                role=role,
                scope=scope,
                valid_from=start,
                valid_to=valid_to,
                granted_by=by,
                granted_at=now,
                reason=reason,
            )
    except IntegrityError as error:
        raise RoleHeldAlready(field="role") from error
    keep_staff(user=user, now=now)
    record(
        action="accounts.role.granted", by=by, target=user, now=now, after=role, reason=reason, data={"scope": scope}
    )
    _tell("accounts.role_granted", user, made, now)
    return made


@transaction.atomic
def end(*, grant_id: int, by: User | None, now: datetime, reason: str = "") -> RoleGrant:
    """Take a role away from this moment on; the person is told. Raises PermissionRefused, WrongState when it has ended already."""
    row = RoleGrant.objects.select_for_update().get(pk=grant_id)
    require(by, "accounts.end_role", row)
    if row.valid_to is not None and row.valid_to <= now:
        raise WrongState(_("This role has ended already."), code="role_ended")
    row.valid_to = max(now, row.valid_from)
    row.ended_by = by
    row.save(update_fields=["valid_to", "ended_by"])
    user = User.objects.select_for_update().get(pk=row.user_id)
    keep_staff(user=user, now=now)
    record(
        action="accounts.role.ended",
        by=by,
        target=user,
        now=now,
        before=row.role,
        reason=reason,
        data={"scope": row.scope},
    )
    _tell("accounts.role_ended", user, row, now)
    return row


def keep_staff(*, user: User, now: datetime) -> None:
    """Bring `is_staff` into line with the grants: staff has a role now or will have one."""
    user.forget_roles()
    wanted = (
        user.is_superuser
        or (user.role_grants.filter(valid_to=None) | user.role_grants.filter(valid_to__gt=now)).exists()
    )
    if user.is_staff != wanted:
        user.is_staff = wanted
        user.save(update_fields=["is_staff"])


@transaction.atomic
def lapse(*, now: datetime) -> int:
    """Take the staff desk from everybody whose last role has run out; returns how many. Run daily."""
    lapsed = 0
    for user in User.objects.select_for_update().filter(is_staff=True, is_superuser=False):
        keep_staff(user=user, now=now)
        lapsed += not user.is_staff
    return lapsed


def _tell(template: str, user: User, row: RoleGrant, now: datetime) -> None:
    name = Role(row.role).label
    messages.send(template=template, to=user, params={"role": name}, key=f"{template}:{row.pk}", now=now)
