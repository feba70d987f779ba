"""No plot is given twice (trust.md R3): racers with connections of their own, with and without the portal's checks.

The constraint is the guarantee and a lock is only manners: the last test takes the constraint away and must see it fail.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import DatabaseError, IntegrityError, connection
from django.db.models import QuerySet

from allocations.models import Award
from allocations.services import approval, bulk
from core import clock, transitions
from core.errors import Conflict, DomainError
from tests.factories.decisions import AFTER_DRAW, apply_to, reviewed_call
from tests.support.races import lanes, race

pytestmark = pytest.mark.django_db(transaction=True)

APPROVERS = 4
TRIALS_APPROVING = 25
TRIALS_UNCHECKED = 10
TRIALS_WRITING = 165
"""Together the 200 trials of R3."""


def plot_in_dispute(applicants: int = 8):
    """A call with one plot and applicants who all want it, its run proposed."""
    world = reviewed_call(plots=1)
    for number in range(applicants):
        apply_to(world, [1], points={"skill": 9000 - number, "years": 5000})
    return world, world.proposed()


def approved_plot_in_dispute(applicants: int = 8):
    """The same with the run approved and its plot free again: an award may be written for it."""
    world, run = plot_in_dispute(applicants)
    world.approve(run)
    end_awards()
    return world, run


def writer(world, run, application) -> Callable[[], object]:
    """A racer that asks nobody and writes the award straight into the table."""
    call_plot = world.call.call_plots.get()
    moment = world.now

    def write() -> Award:
        return Award.objects.create(
            call=world.call, call_plot=call_plot, plot_id=call_plot.plot_id, application=application, run=run,
            awarded_at=moment,
        )  # fmt: skip

    return write


def end_awards() -> None:
    """Make the plot free for the next trial."""
    Award.objects.filter(ended_at__isnull=True).update(status="REVOKED", ended_at=clock.now())


def approver(run, member) -> Callable[[], object]:
    """A racer who approves the run; what the database itself refuses him is a Conflict."""

    def approve() -> object:
        with clock.shifted(AFTER_DRAW):
            now = clock.now()
            try:
                return approval.approve(run_id=run.pk, by=member, now=now, authenticated_at=now)
            except DatabaseError as error:
                raise Conflict() from error

    return approve


def next_run(world, run, trial: int):
    """The same list once more: the approved run is set aside and another proposed."""
    reason = f"نوبت {trial}"
    with clock.shifted(AFTER_DRAW):
        now = clock.now()
        approval.set_aside(run_id=run.pk, reason=reason, by=world.members[0], now=now, authenticated_at=now)
    return world.run(reason)


def one_wins(race, world, run) -> None:
    """Four approvals at once: one award, and 409 for the others."""
    outcomes = race(*[approver(run, member) for member in [*world.members[1:], *world.members[1:]]])
    won = [one for one in outcomes if not isinstance(one, Exception)]
    assert len(won) == 1, outcomes
    assert all(isinstance(one, DomainError) and one.status == 409 for one in outcomes if one not in won), outcomes
    assert Award.objects.filter(status="PROVISIONAL").count() == 1


def test_several_members_approve_one_run_at_once_and_one_award_exists():
    world, run = plot_in_dispute(2)
    with lanes(APPROVERS) as race:
        for trial in range(TRIALS_APPROVING):
            one_wins(race, world, run)
            run = next_run(world, run, trial)


@contextmanager
def without_locks_and_rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No row is locked, every arrow leaves every state, and nobody is asked who he is or when he typed his password."""

    def any_arrow(table: transitions.Table, name: str, source: str) -> transitions.Transition:
        return replace(next(row for row in table.transitions if row.name == name), policy=None)

    with monkeypatch.context() as off:
        off.setattr(QuerySet, "select_for_update", lambda rows, **options: rows)
        off.setattr(transitions.Table, "find", any_arrow)
        for module, name in (
            (transitions, "_ask_who"),
            (bulk, "_ask_who"),
            (approval, "is_somebody_else"),
            (approval, "is_freshly_authenticated"),
        ):
            off.setattr(module, name, lambda *asked, **named: None)
        yield


def test_the_same_service_without_its_locks_and_rules_still_gives_one_award(monkeypatch):
    world, run = plot_in_dispute(2)
    with lanes(APPROVERS) as race:
        for trial in range(TRIALS_UNCHECKED):
            with without_locks_and_rules(monkeypatch):
                one_wins(race, world, run)
            run = next_run(world, run, trial)


def test_with_every_check_of_the_portal_switched_off_one_award_is_left():
    world, run = approved_plot_in_dispute()
    with lanes(8) as race:
        for trial in range(TRIALS_WRITING):
            racers = 2 + trial % 7
            outcomes = race(*[writer(world, run, one) for one in world.applications[:racers]])
            won = [one for one in outcomes if isinstance(one, Award)]
            assert len(won) == 1, outcomes
            assert sum(isinstance(one, IntegrityError) for one in outcomes) == racers - 1
            assert Award.objects.filter(status="PROVISIONAL").count() == 1
            end_awards()


def test_one_application_gets_one_plot_however_many_write():
    world = reviewed_call(plots=4)
    application = apply_to(world, [1, 2, 3, 4], points={"skill": 9000, "years": 5000})
    run = world.approved()
    end_awards()
    moment = world.now

    def taker(call_plot) -> Callable[[], object]:
        return lambda: Award.objects.create(
            call=world.call, call_plot=call_plot, plot_id=call_plot.plot_id, application=application, run=run,
            awarded_at=moment,
        )  # fmt: skip

    plots = world.call.call_plots.all()
    with lanes(len(plots)) as race:
        for _ in range(10):
            outcomes = race(*[taker(one) for one in plots])
            assert sum(isinstance(one, Award) for one in outcomes) == 1
            end_awards()


@contextmanager
def without_the_constraint() -> Iterator[None]:
    """Drop the index that keeps a plot to one live award, and put it back."""
    name = "award_one_live_per_plot"
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [name])
        (definition,) = cursor.fetchone()
        cursor.execute(f"DROP INDEX {name}")
    try:
        yield
    finally:
        end_awards()
        with connection.cursor() as cursor:
            cursor.execute(definition)


def test_without_the_constraint_the_same_race_gives_the_plot_twice():
    world, run = approved_plot_in_dispute(2)
    with without_the_constraint():
        outcomes = race(*[writer(world, run, one) for one in world.applications])
        assert [type(one) for one in outcomes] == [Award, Award]
        assert Award.objects.filter(status="PROVISIONAL").count() == 2
    outcomes = race(*[writer(world, run, one) for one in world.applications])
    assert sum(isinstance(one, Award) for one in outcomes) == 1
