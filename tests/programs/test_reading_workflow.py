"""Every state × arrow × role of a reading, from the table."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D

import pytest
from django.db import transaction

from core import transitions
from core.errors import PermissionRefused, WrongState
from programs.choices import ReadingStatus
from programs.workflow import READING
from tests.factories import accounts
from tests.factories.programs import NOW, ProgrammeFactory
from tests.factories.readings import ReadingFactory, milestones

pytestmark = pytest.mark.django_db

MAY = {("submit", "author"), ("return", "manager"), ("approve", "manager")}
CHANGES = {
    "submit": {"submitted_at": NOW},
    "return": {"reviewed_at": NOW, "review_note": "ناخوانا"},
    "approve": {"reviewed_at": NOW},
}


@pytest.fixture(scope="module")
def made(make_once):
    """A milestone, and everybody who might move its readings."""
    return make_once(build)


@pytest.fixture
def world(made):
    return deepcopy(made)


def build():
    people = {"other officer": accounts.programme_officer(), "manager": accounts.manager()}
    people |= {role: accounts.staff(role) for role in ("auditor", "admin", "committee", "finance", "technical")}
    author = accounts.programme_officer()
    return milestones(ProgrammeFactory.in_status("ACTIVE"))[0], author, people


@pytest.mark.parametrize("status", ReadingStatus.values)
def test_every_arrow_by_every_role_from_every_state(world, status):
    target, author, people = world
    row = ReadingFactory.in_status(status, target, by=author, percent=D(10))
    if status == ReadingStatus.DRAFT:
        from tests.factories.readings import prove

        prove(row)
    people = {"author": author, **people}
    for arrow in READING.transitions:
        for name, user in people.items():
            try:
                with transaction.atomic():
                    changes = dict(CHANGES[arrow.name])
                    if arrow.name != "submit":
                        changes["reviewed_by"] = user
                    done = transitions.apply(READING, row, arrow.name, by=user, now=NOW, changes=changes)
                    transaction.set_rollback(True)
                outcome = done.status
            except (PermissionRefused, WrongState) as refusal:
                outcome = type(refusal)
            row.refresh_from_db()
            if status not in arrow.sources:
                assert outcome is WrongState, (arrow.name, name)
            elif (arrow.name, name) in MAY:
                assert outcome == arrow.target, (arrow.name, name)
            else:
                assert outcome is PermissionRefused, (arrow.name, name)


def test_the_system_alone_decides_nothing_about_readings(world):
    row = ReadingFactory.in_status("SUBMITTED", world[0], percent=D(10))
    for name in ("return", "approve"):
        with pytest.raises(PermissionRefused), transaction.atomic():
            transitions.apply(READING, row, name, by=None, now=NOW)
