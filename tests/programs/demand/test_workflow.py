"""The whole matrix state × arrow × person of wishes, tried from the table."""

from __future__ import annotations

from typing import Any

import pytest

from core import clock
from programs.demand.workflow import WISH
from tests.factories.accounts import UserFactory
from tests.factories.demand import WishFactory
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db


def test_wishes_are_taken_back_by_their_owner_and_run_out_by_the_system() -> None:
    row, ended = WishFactory(), {"ended_at": clock.now()}
    facts: dict[str, dict[str, Any]] = {"LIVE": {"ended_at": None}, "WITHDRAWN": ended, "LAPSED": ended}
    who = {"demand.own_wish": {"the owner"}, "system": {"system"}}
    people = everybody(**{"the owner": row.made_by, "another applicant": UserFactory()})
    assert tried(WISH, row, who, people, facts) == []
