"""Accounts of people whom the national sign-on has shown to be who they are. The national code alone links them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.services import sessions, users
from accounts.sign_on.identity import Identity
from core.audit.services import record
from core.messages import services as messages


@transaction.atomic
def recognise(*, identity: Identity, now: datetime) -> User | None:
    """The account that may be entered at once, or None when the mobile has to be confirmed first.

    At once: the person came this way before; or the sign-on confirms the very mobile of the account. Otherwise the
    account may have been made by somebody who merely typed this national code, and `link` decides.
    """
    user: User | None = User.objects.select_for_update().filter(national_code=identity.national_code).first()
    if user is None or not user.is_active or user.identity_verified_at is not None:
        return user
    if user.phone != identity.phone:
        return None
    _mark(user, now)
    return user


def link(*, national_code: str, first_name: str, last_name: str, phone: str, now: datetime) -> User:
    """The account of this person, new or known, once the code sent to `phone` came back.

    A known account with another mobile was in other hands, or its mobile is: it gets this one, its password ends, and so
    do its sessions. Raises AccountExists or PhoneTaken when the mobile belongs to somebody else.
    """
    with transaction.atomic():
        user: User | None = User.objects.select_for_update().filter(national_code=national_code).first()
        if user is None:
            return users.register(
                national_code=national_code,
                phone=phone,
                first_name=first_name,
                last_name=last_name,
                identity_verified=True,
                now=now,
            )
        if user.phone != phone:
            user = _recover(user, phone, now)
        _mark(user, now)
        return user


def _recover(user: User, phone: str, now: datetime) -> User:
    old = user.phone
    user = users.change_phone(user_id=user.pk, phone=phone, by=user, now=now)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    sessions.end_others(session_key=None, by=user, now=now)
    record(action="accounts.password.removed", by=user, target=user, now=now, reason="national sign-on")
    messages.send(
        template="accounts.phone_changed", to=old, params={}, key=f"sign_on:{user.pk}:{now.timestamp()}", now=now
    )
    return user


def _mark(user: User, now: datetime) -> None:
    user.identity_verified_at = now
    user.phone_verified_at = user.phone_verified_at or now
    user.save(update_fields=["identity_verified_at", "phone_verified_at"])
    record(action="accounts.identity.verified", by=user, target=user, now=now)
