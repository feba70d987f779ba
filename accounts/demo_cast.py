"""Who the demo people are and how they sign in; plain values, which the start can print without Django's models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from accounts.choices import Role

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


def sign_ins() -> list[str]:
    """The lines that tell a person at the terminal how to sign in."""
    return [
        f"Demo sign-ins (password of all: {PASSWORD}):",
        *(f"  {person.national_code}  {person.role}" for person in PEOPLE),
    ]
