"""What the database itself refuses from the freeze to the award, past every service (trust.md §1): the constraint is the guarantee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from allocations.models import Award, Draw, FrozenList, Run, RunLine
from allocations.services import draws
from core import clock
from tests.factories.decisions import AFTER_DRAW, VALUE, World, scored_world

pytestmark = pytest.mark.django_db


@dataclass
class Decided:
    """A call that was decided, and a second list of it whose draw is entered."""

    world: World
    run: Run
    award: Award


@pytest.fixture(scope="module")
def made(make_once: Any) -> Decided:
    def build() -> Decided:
        world = scored_world(applicants=3, plots=2)
        run = world.approved()
        return Decided(world, run, Award.objects.filter(run=run).order_by("pk")[0])

    return make_once(build)


@pytest.fixture
def decided(made: Decided) -> Decided:
    return deepcopy(made)


@contextmanager
def without_triggers(model: type[models.Model]) -> Iterator[None]:
    """Only the constraints stand guard: the triggers that keep what is written would refuse most of this sooner."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
    yield


def refuses(name: str, model: type[models.Model], act: Callable[[], Any]) -> None:
    with transaction.atomic(), without_triggers(model):
        with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
            act()
        transaction.set_rollback(True)


def again(row: models.Model, **changes: Any) -> None:
    """The same row a second time, with changes."""
    copy = type(row)._default_manager.get(pk=row.pk)
    copy.pk, copy._state.adding = None, True
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)


def test_no_plot_and_no_application_has_two_live_awards(decided: Decided) -> None:
    other = Award.objects.filter(run=decided.run).exclude(pk=decided.award.pk)[0]
    nobody = decided.world.applications[-1]
    refuses("award_one_live_per_plot", Award, lambda: again(decided.award, application=nobody))
    free = {"call_plot": other.call_plot, "plot": other.plot}
    with transaction.atomic():
        with without_triggers(Award):
            Award.objects.filter(pk=other.pk).update(status="REVOKED", ended_at=decided.run.approved_at)
        refuses("award_one_live_per_application", Award, lambda: again(decided.award, **free))
        again(decided.award, application=nobody, **free)  # the plot is free, and he has none
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("run_four_eyes", lambda run: {"approved_by": run.proposed_by}),
        ("run_approved_has_person", lambda run: {"approved_by": None, "approved_at": None}),
        ("run_approved_by_and_at", lambda run: {"approved_at": None}),
        ("run_approved_by_and_at", lambda run: {"approved_at": run.proposed_at - timedelta(seconds=1)}),
        ("run_refused_has_person_and_reason", lambda run: {"status": "REFUSED"}),
        ("run_again_follows_with_reason", lambda run: {"number": 2}),
    ],
)
def test_a_run_is_approved_by_another_person_after_it_was_proposed(
    decided: Decided, name: str, changes: Callable[[Run], dict[str, Any]]
) -> None:
    run = decided.run
    refuses(name, Run, lambda: Run.objects.filter(pk=run.pk).update(**changes(run)))


def test_of_the_runs_of_a_call_one_is_approved_and_one_proposed(decided: Decided) -> None:
    run, second = decided.run, {"number": 2, "previous": decided.run, "reason": "once more"}
    refuses("run_number_once", Run, lambda: again(run))
    refuses("run_one_approved_per_call", Run, lambda: again(run, **second))
    line = RunLine.objects.filter(run=run).order_by("draw_number")[0]
    refuses("run_line_once", RunLine, lambda: again(line, draw_number=99, call_plot=None, choice=None))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("draw_four_eyes", lambda draw: {"confirmed_by": draw.entered_by}),
        ("draw_confirmed_by_and_at", lambda draw: {"confirmed_at": None}),
        ("draw_confirmed_by_and_at", lambda draw: {"confirmed_at": draw.entered_at - timedelta(seconds=1)}),
        ("draw_not_before_event", lambda draw: {"not_before": draw.entered_at + timedelta(seconds=1)}),
    ],
)
def test_a_draw_is_entered_after_its_event_and_confirmed_by_another_person(
    decided: Decided, name: str, changes: Callable[[Draw], dict[str, Any]]
) -> None:
    draw = decided.run.draw
    refuses(name, Draw, lambda: Draw.objects.filter(pk=draw.pk).update(**changes(draw)))


def test_a_frozen_list_has_one_draw_and_stands_before_its_event(decided: Decided) -> None:
    draw, frozen = decided.run.draw, decided.run.frozen_list
    refuses("allocations_draw_frozen_list_id_key", Draw, lambda: again(draw))
    refuses("frozen_list_number_once", FrozenList, lambda: again(frozen))
    same_moment = {"draw_at": frozen.frozen_at}
    refuses(
        "frozen_list_before_its_event",
        FrozenList,
        lambda: FrozenList.objects.filter(pk=frozen.pk).update(**same_moment),
    )


def test_a_draw_that_was_entered_cannot_be_confirmed_by_its_author_in_the_table_either() -> None:
    world = scored_world(applicants=2, plots=1)
    frozen = world.freeze()
    with clock.shifted(AFTER_DRAW):
        now = clock.now()
        row = draws.enter(frozen_list_id=frozen.pk, value=VALUE, by=world.members[0], now=now, authenticated_at=now)
        with pytest.raises(IntegrityError, match="draw_four_eyes"), transaction.atomic():
            Draw.objects.filter(pk=row.pk).update(confirmed_by=world.members[0], confirmed_at=row.entered_at)
