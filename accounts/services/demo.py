"""The people of the demonstration: one for each role. They exist only where settings.DEMO is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.choices import Role
from accounts.demo_cast import PASSWORD, PEOPLE, DemoPerson
from accounts.models import User
from accounts.services import roles, users
from core.errors import WrongState


@dataclass(frozen=True)
class SignIn:
    """One button of the demo's sign-in page."""

    role: str
    role_label: str
    name: str
    national_code: str


@cache
def password_hash() -> str:
    """What is kept of the demo's password, worked out once for all: it is published, so a salt for each would hide nothing."""
    return make_password(PASSWORD)


def ensure_people(*, now: datetime) -> dict[str, list[User]]:
    """Make who is missing and return all, by role. A second call changes nothing. Raises WrongState without DEMO."""
    if not settings.DEMO:
        raise WrongState(code="not_the_demo")
    found: dict[str, list[User]] = {}
    for person in PEOPLE:
        found.setdefault(person.role, []).append(_ensure(person, now))
    return found


@transaction.atomic
def _ensure(person: DemoPerson, now: datetime) -> User:
    user = User.objects.filter(national_code=person.national_code).first()
    if user is None:
        user = users.register(
            national_code=person.national_code,
            phone=person.phone,
            first_name=person.first_name,
            last_name=person.last_name,
            password_hash=password_hash(),
            now=now,
        )
    if person.role != Role.APPLICANT and not user.has_role(person.role):
        roles.grant(user_id=user.pk, role=person.role, by=None, now=now)
        user.refresh_from_db()
    made: User = user
    return made


def people() -> list[SignIn]:
    """Who can be chosen on the demo's sign-in page: those of `PEOPLE` that exist, in their order. 1 query."""
    known = set(
        User.objects.filter(national_code__in=[person.national_code for person in PEOPLE], is_active=True).values_list(
            "national_code", flat=True
        )
    )
    return [
        SignIn(
            role=person.role,
            role_label=str(Role(person.role).label),
            name=f"{person.first_name} {person.last_name}",
            national_code=person.national_code,
        )
        for person in PEOPLE
        if person.national_code in known
    ]
