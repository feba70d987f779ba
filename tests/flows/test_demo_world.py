"""The demo world as a whole: ended where a load was interrupted, recorded without a gap, and not changed by a second load."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from allocations.choices import ApplicationStatus, CallStatus
from allocations.models import Application, Call
from core import clock
from core.audit.verification import verify
from portal.demo import world
from tests.flows.conftest import APPLICANTS, AT_ESHRAGH, Demo

pytestmark = pytest.mark.django_db

MADE_ANEW: frozenset[str] = frozenset()
"""What every load works out again."""


def rows() -> dict[str, int]:
    stored = set(connection.introspection.table_names())
    tables = (model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in stored)
    return {model._meta.label_lower: model._base_manager.count() for model in tables}


def test_a_start_that_was_interrupted_is_ended_by_the_next_one(demo: Demo) -> None:
    assert demo.was_unfinished
    assert not world.is_unfinished()


def test_every_part_says_what_it_brought(demo: Demo) -> None:
    assert len(demo.said) >= 5 + len((*world.OF_PROGRAMMES, *world.OF_THE_CLINIC, *world.OF_ALL))


def test_one_call_is_open_and_one_is_final(demo: Demo) -> None:
    call = Call.objects.get(slug="zarifan-1405")
    assert call.phase_at(clock.now()) is CallStatus.OPEN
    handed_in = Application.objects.filter(call=call).exclude(status=ApplicationStatus.DRAFT)
    assert handed_in.count() == APPLICANTS
    assert Call.objects.get(slug="eshragh-1404").status == CallStatus.FINAL


def test_the_record_of_the_load_holds(demo: Demo) -> None:
    verdict = verify()
    assert verdict.ok and verdict.rows > 10_000


def test_a_second_load_changes_nothing(demo: Demo) -> None:
    """For every part: each table has as many rows afterwards, the record of what was done among them."""
    before, said = rows(), []
    world.load(now=clock.now(), say=said.append, applicants=APPLICANTS, at_eshragh=AT_ESHRAGH)
    after = rows()
    assert {name: (before[name], after[name]) for name in after if before[name] != after[name]}.keys() <= MADE_ANEW
    assert len([line for line in said if "already" in line]) == len(world.OF_THE_CLINIC)


def test_outside_the_demo_nothing_is_loaded(settings: pytest.FixtureRequest) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="only where DEMO is on"):
        call_command("load_demo")
