"""The people of the demonstration: one for each role. They exist only where settings.DEMO is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from accounts.choices import Role
from accounts.models import User
from accounts.services import roles, users
from core.errors import WrongState

PASSWORD: Final = "demo-zanjan-1405"  # noqa: S105
"""Shown on the sign-in page of the demonstration, and nowhere else."""


@dataclass(frozen=True)
class DemoPerson:
    """A fictitious person: role, names, numbers (their check digits fit; the prefix 999 was never issued)."""

    role: str
    first_name: str
    last_name: str
    national_code: str
    phone: str


@dataclass(frozen=True)
class SignIn:
    """One button of the demo's sign-in page."""

    role: str
    role_label: str
    name: str
    national_code: str


PEOPLE: Final[tuple[DemoPerson, ...]] = (
    DemoPerson(Role.APPLICANT, "متقاضی", "نمونه", "9990001014", "09000000001"),
    DemoPerson(Role.OFFICER, "کارشناس", "نمونه", "9990001022", "09000000002"),
    DemoPerson(Role.SCORER, "ارزیاب یکم", "نمونه", "9990001030", "09000000003"),
    DemoPerson(Role.SCORER, "ارزیاب دوم", "نمونه", "9990001049", "09000000004"),
    DemoPerson(Role.SCORER, "ارزیاب سوم", "نمونه", "9990001057", "09000000005"),
    DemoPerson(Role.COMMITTEE, "عضو یکم کمیته", "نمونه", "9990001065", "09000000006"),
    DemoPerson(Role.COMMITTEE, "عضو دوم کمیته", "نمونه", "9990001073", "09000000007"),
    DemoPerson(Role.FINANCE, "کارشناس مالی", "نمونه", "9990001081", "09000000008"),
    DemoPerson(Role.TECHNICAL, "کارشناس فنی", "نمونه", "9990001091", "09000000009"),
    DemoPerson(Role.PROGRAMME_OFFICER, "کارشناس برنامه", "نمونه", "9990001103", "09000000010"),
    DemoPerson(Role.MANAGER, "مدیر", "نمونه", "9990001111", "09000000011"),
    DemoPerson(Role.CLINIC_LEAD, "سرپرست کلینیک", "نمونه", "9990001121", "09000000012"),
    DemoPerson(Role.CONSULTANT, "مشاور کلینیک", "نمونه", "9990001138", "09000000013"),
    DemoPerson(Role.AUDITOR, "حسابرس", "نمونه", "9990001146", "09000000014"),
    DemoPerson(Role.ADMIN, "راهبر سامانه", "نمونه", "9990001154", "09000000015"),
)


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
            password=PASSWORD,
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
