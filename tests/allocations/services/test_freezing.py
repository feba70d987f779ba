"""The frozen list: only what was decided, before the event, numbered, with the difference shown, and for ever."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from allocations import selectors
from allocations.engine import canonical
from allocations.models import Application, FrozenList
from allocations.services import freezing, scoring, snapshot
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from tests.factories.decisions import World, apply_to, lottery_world, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> World:
    return make_once(lambda: scored_world(3))


@pytest.fixture
def world(made):
    """A call by points with three scored applications."""
    return deepcopy(made)


def test_the_list_holds_every_scored_application_without_a_name(world):
    frozen = world.freeze()
    given = snapshot.read_frozen(frozen)
    assert [one.application for one in given.applications] == sorted(one.opaque_id for one in world.applications)
    assert frozen.applications_count == 3
    for application in world.applications:
        assert application.applicant.display_name not in frozen.lines
        assert application.applicant.identifier not in frozen.lines
        assert application.tracking_code not in frozen.lines


def test_the_hashes_are_those_of_the_bytes(world):
    frozen = world.freeze()
    files = frozen.files
    digests = [canonical.sha256_hex(files[name]) for name in ("rules.json", "plots.jsonl", "applications.jsonl")]
    assert digests == [frozen.rules_sha256, frozen.plots_sha256, frozen.list_sha256]
    assert frozen.frozen_sha256 == canonical.sha256_hex("".join(f"{one}\n" for one in digests).encode())
    assert frozen.rules == frozen.call.rules_json
    assert frozen.rules_sha256 == frozen.call.rules_sha256


def test_an_application_that_is_not_scored_stops_the_freeze(world):
    apply_to(world, [1])
    with pytest.raises(scoring.NotScored):
        world.freeze()


@pytest.mark.parametrize("status", ["SUBMITTED", "UNDER_REVIEW"])
def test_an_application_that_is_not_decided_stops_the_freeze(world, status):
    apply_to(world, [1], status=status)
    with pytest.raises(WrongState):
        world.freeze()


def test_refused_and_withdrawn_applications_are_not_listed(world):
    apply_to(world, [1], status="INELIGIBLE")
    Application.objects.filter(pk=world.applications[0].pk).update(status="WITHDRAWN", withdrawn_at=world.now)
    assert world.freeze().applications_count == 2


def test_a_call_by_lot_needs_no_scoring():
    world = lottery_world(3)
    frozen = world.freeze()
    assert frozen.applications_count == 3
    assert {one.score for one in snapshot.read_frozen(frozen).applications} == {0}


def test_an_empty_list_is_not_frozen():
    with pytest.raises(freezing.CannotFreeze):
        reviewed_call().freeze()


def test_only_the_committee_freezes(world):
    with pytest.raises(PermissionRefused):
        freezing.freeze(call_id=world.call.pk, by=world.officer, now=world.now)


def test_nothing_is_frozen_once_the_event_has_happened(world):
    with clock.shifted(timedelta(hours=1)), pytest.raises(freezing.CannotFreeze):
        world.freeze()


def test_freezing_again_needs_a_reason_and_shows_the_difference(world):
    first = world.freeze()
    late = apply_to(world, [2], points={"skill": 1000, "years": 2000})
    with pytest.raises(InvalidInput):
        world.freeze()
    second = world.freeze(reason="اعتراض یک متقاضی پذیرفته شد")
    assert (second.number, second.previous_id) == (2, first.pk)
    assert second.difference == {"rules": [], "plots": [], "added": [late.opaque_id], "removed": [], "changed": {}}
    assert second.frozen_sha256 != first.frozen_sha256


def test_a_frozen_list_cannot_be_changed_or_deleted_even_by_raw_sql(world):
    frozen = world.freeze()
    for statement in (
        "UPDATE allocations_frozenlist SET lines = lines || ' '",
        "UPDATE allocations_frozenlist SET frozen_sha256 = repeat('0', 64)",
        "DELETE FROM allocations_frozenlist",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert FrozenList.objects.get().lines == frozen.lines


def test_the_order_of_rows_does_not_change_a_byte(world):
    first = snapshot.freeze(snapshot.read_call(world.call))
    with connection.cursor() as cursor:
        # Rewriting a row moves it to the end of its table.
        for application in world.applications[:2]:
            cursor.execute("UPDATE allocations_application SET saved_at = now() WHERE id = %s", [application.pk])
    assert snapshot.freeze(snapshot.read_call(world.call)) == first


@pytest.mark.parametrize(("zone", "language"), [("Pacific/Kiritimati", "en"), ("America/St_Johns", "fa")])
def test_time_zone_and_language_do_not_change_a_byte(world, settings, zone, language):
    from django.utils import timezone, translation

    first = snapshot.freeze(snapshot.read_call(world.call))
    with timezone.override(zone), translation.override(language):
        settings.USE_THOUSAND_SEPARATOR = True
        assert snapshot.freeze(snapshot.read_call(world.call)) == first


def test_reading_a_call_needs_the_same_queries_for_one_and_twenty(django_assert_num_queries):
    small, large = scored_world(1), scored_world(20)
    for world in (small, large):
        with django_assert_num_queries(6):
            snapshot.read_call(world.call)


def test_the_preview_names_every_obstacle_before_it_is_met(world):
    preview = selectors.committee.freeze_preview(world.call.pk, world.now)
    assert (preview.listed, preview.number, preview.needs_reason, preview.obstacles) == (3, 1, False, [])
    apply_to(world, [1])
    apply_to(world, [1], status="UNDER_REVIEW")
    with clock.shifted(timedelta(hours=2)):
        assert len(selectors.committee.freeze_preview(world.call.pk, world.now).obstacles) == 3
