"""When the demo world is loaded at a start, and when it is left alone."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from accounts.services import demo as demo_people
from core import clock
from core.audit import services as audit
from portal.demo import people, world
from tests.factories.accounts import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each load that is begun; what a load brings is tested with the rehearsal."""
    begun: list[object] = []
    monkeypatch.setattr(world, "load", lambda **options: begun.append(options["now"]))
    return begun


def start() -> str:
    """What `make run` asks for."""
    out = StringIO()
    call_command("load_demo", "--if-empty", "--sign-ins", stdout=out)
    return out.getvalue()


def test_an_empty_database_gets_the_demo_world_and_the_sign_ins_are_told(loads: list[object]) -> None:
    said = start()
    assert len(loads) == 1
    assert demo_people.PASSWORD in said
    assert all(person.national_code in said for person in demo_people.PEOPLE)


def test_a_load_that_was_interrupted_is_ended_at_the_next_start(loads: list[object]) -> None:
    people.load(now=clock.now())
    assert not world.is_empty()
    assert world.is_unfinished()
    start()
    assert len(loads) == 1


def test_a_world_that_is_whole_is_not_loaded_again(loads: list[object]) -> None:
    users = people.load(now=clock.now())
    audit.record(action=world.LOADED, by=None, target=next(iter(users.values()))[0], now=clock.now())
    start()
    assert loads == []


def test_the_demo_is_not_mixed_into_accounts_of_others(loads: list[object]) -> None:
    staff("officer")
    assert not world.is_unfinished()
    start()
    assert loads == []


def test_the_sign_ins_alone_load_nothing(loads: list[object]) -> None:
    call_command("load_demo", "--sign-ins", stdout=StringIO())
    assert loads == []
