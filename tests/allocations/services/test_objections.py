"""Objections within their window, answered with a reason; nothing becomes final over an open one."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from allocations.models import Objection
from allocations.services import objections, publication
from core import clock
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.decisions import AFTER_DRAW, AFTER_OBJECTIONS, World, apply_to, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> World:
    def build() -> World:
        world = scored_world(2)
        world.provisional()
        return world

    return make_once(build)


@pytest.fixture
def world(made):
    """A call whose result is provisional."""
    return deepcopy(made)


def file(world, application, subject="RESULT", text="به نظرم امتیازم درست نیست", by=None, shift=AFTER_DRAW):
    with clock.shifted(shift):
        return objections.file(
            application_id=application.pk,
            subject=subject,
            text=text,
            by=by or application.applicant.person.user,
            now=world.now,
        )


def answer(world, objection, **more):
    values = {"upheld": False, "reason": "بررسی شد و درست است", "by": world.members[0], "now": world.now, **more}
    return objections.answer(objection_id=objection.pk, **values)


def test_everything_can_be_objected_to_while_the_result_is_provisional(world):
    for subject in ("ELIGIBILITY", "SCORE", "LIST", "RESULT"):
        assert file(world, world.applications[0], subject).status == "OPEN"


def test_before_the_draw_only_what_was_decided_can_be_objected_to():
    world = scored_world(1)
    refused = apply_to(world, [1], status="INELIGIBLE")
    now = world.now
    assert objections.open_subjects(world.applications[0], now) == ["ELIGIBILITY", "SCORE"]
    assert objections.open_subjects(refused, now) == ["ELIGIBILITY"]
    world.freeze()
    one = type(refused).objects.get(pk=world.applications[0].pk)
    assert objections.open_subjects(one, now) == ["ELIGIBILITY", "SCORE", "LIST"]
    assert objections.open_subjects(one, one.call.draw_at) == []


def test_the_window_closes_at_its_moment_by_the_databases_clock(world):
    call = world.call
    one = world.applications[0]
    with pytest.raises(objections.WindowClosed):
        file(world, one, shift=call.objections_until - clock.now() + timedelta(milliseconds=1))
    assert file(world, one, shift=call.objections_until - clock.now() - timedelta(seconds=5)).status == "OPEN"


def test_nobody_objects_for_somebody_else(world):
    with pytest.raises(PermissionRefused):
        file(world, world.applications[0], by=world.applications[1].applicant.person.user)


def test_one_open_objection_for_each_subject(world):
    first = file(world, world.applications[0])
    with pytest.raises(Conflict):
        file(world, world.applications[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.create(
            application=first.application, subject="RESULT", text="باز هم", filed_by=first.filed_by, filed_at=world.now
        )
    answer(world, first)
    assert file(world, world.applications[0]).status == "OPEN"


def test_an_objection_says_something(world):
    with pytest.raises(InvalidInput):
        file(world, world.applications[0], text="   ")


def test_the_committee_answers_with_a_reason_and_the_applicant_is_told(world):
    row = file(world, world.applications[0])
    with pytest.raises(InvalidInput):
        answer(world, row, reason=" ")
    with pytest.raises(PermissionRefused):
        answer(world, row, by=world.officer)
    assert answer(world, row, upheld=True).status == "UPHELD"
    assert Message.objects.filter(template="allocations.objection_answered", user=row.filed_by).exists()
    with pytest.raises(WrongState):
        answer(world, row)


def test_an_answer_stays_even_against_raw_sql(world):
    answer(world, file(world, world.applications[0]))
    for statement in (
        "UPDATE allocations_objection SET text = 'هیچ'",
        "UPDATE allocations_objection SET status = 'UPHELD'",
        "DELETE FROM allocations_objection",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_an_open_objection_keeps_the_result_provisional(world):
    row = file(world, world.applications[0])
    with clock.shifted(AFTER_OBJECTIONS):
        with pytest.raises(publication.ObjectionsOpen):
            publication.finalise(call_id=world.call.pk, by=world.members[0], now=world.now)
        answer(world, row)
        assert publication.finalise(call_id=world.call.pk, by=world.members[0], now=world.now).status == "FINAL"


def test_nothing_is_final_before_the_end_of_the_objections(world):
    with clock.shifted(AFTER_DRAW), pytest.raises(WrongState):
        publication.finalise(call_id=world.call.pk, by=world.members[0], now=world.now)


def test_a_result_published_late_needs_a_later_end_of_the_objections():
    world = scored_world(2)
    world.approved()
    with clock.shifted(AFTER_OBJECTIONS):
        publish = {"call_id": world.call.pk, "by": world.members[0], "now": world.now}
        with pytest.raises(InvalidInput):
            publication.publish_provisional(**publish)
        until = world.now + timedelta(days=7)
        assert publication.publish_provisional(**publish, objections_until=until).objections_until == until
