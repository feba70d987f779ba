"""Accounts: made, given a new password or phone, closed."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.choices import ApplicantKind
from accounts.models import Applicant, Person, User
from accounts.permissions import require
from accounts.services.errors import AccountExists, PhoneTaken
from core.audit.services import record


def register(
    *,
    national_code: str,
    phone: str,
    first_name: str,
    last_name: str,
    now: datetime,
    password: str | None = None,
    password_hash: str = "",
    phone_verified: bool = True,
    identity_verified: bool = False,
    by: User | None = None,
) -> User:
    """Make the account, its natural person and the applicant that stands for the person.

    `password` is in the clear, or `password_hash` was made from it earlier (the sign-up journey keeps no clear text);
    with neither, nobody signs in by password. `identity_verified`: the national code was shown by the national sign-on.
    Raises AccountExists when the national code or the phone is taken, PersianValueError for numbers that are none.
    """
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                national_code,
                phone,
                first_name,
                last_name,
                password,
                phone_verified_at=now if phone_verified else None,
                identity_verified_at=now if identity_verified else None,
                date_joined=now,
            )
            if password_hash:
                user.password = password_hash
                user.save(update_fields=["password"])
            _person_of(user, now)
            record(action="accounts.user.registered", by=by or user, target=user, now=now)
    except IntegrityError as error:
        raise AccountExists() from error
    made: User = user
    return made


def _person_of(user: User, now: datetime) -> Person:
    # A person known before (entered by staff) keeps what is known and gets the account.
    person, new = Person.objects.select_for_update().get_or_create(
        national_code=user.national_code,
        defaults={
            "user": user,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "phone": user.phone,
            "created_at": now,
            "updated_at": now,
        },
    )
    if not new:
        person.user = user
        person.updated_at = now
        person.save(update_fields=["user", "updated_at"])
    Applicant.objects.get_or_create(person=person, defaults={"kind": ApplicantKind.PERSON, "created_at": now})
    return person


@transaction.atomic
def set_password(*, user_id: int, password: str, by: User | None, now: datetime, action: str = "changed") -> User:
    """Give the account a new password; every other session of it ends. `action`: changed or reset."""
    user: User = User.objects.select_for_update().get(pk=user_id)
    user.set_password(password)
    user.save(update_fields=["password"])
    record(action=f"accounts.password.{action}", by=by or user, target=user, now=now)
    return user


def change_phone(*, user_id: int, phone: str, by: User, now: datetime) -> User:
    """Put another confirmed mobile in the place of the old one. Raises PhoneTaken."""
    try:
        with transaction.atomic():
            user: User = User.objects.select_for_update().get(pk=user_id)
            user.phone = phone
            user.phone_verified_at = now
            user.save(update_fields=["phone", "phone_verified_at", "search_key"])
            Person.objects.select_for_update().filter(user=user).update(updated_at=now)
            record(action="accounts.phone.changed", by=by, target=user, now=now)
    except IntegrityError as error:
        raise PhoneTaken(field="phone") from error
    return user


@transaction.atomic
def confirm_phone(*, user_id: int, now: datetime) -> None:
    """The code sent to the phone came back: the phone is in the person's hand."""
    user: User = User.objects.select_for_update().get(pk=user_id)
    if user.phone_verified_at is None:
        user.phone_verified_at = now
        user.save(update_fields=["phone_verified_at"])


@transaction.atomic
def set_active(*, user_id: int, active: bool, by: User | None, now: datetime, reason: str) -> User:
    """Close an account, or open it again. A closed one has no role and cannot sign in; nothing of it is deleted."""
    user: User = User.objects.select_for_update().get(pk=user_id)
    require(by, "accounts.deactivate_user", user)
    if user.is_active != active:
        user.is_active = active
        user.save(update_fields=["is_active"])
        word = "opened" if active else "closed"
        record(action=f"accounts.user.{word}", by=by, target=user, now=now, reason=reason)
    return user
