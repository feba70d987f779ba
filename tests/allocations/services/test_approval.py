"""Approval: another person, a fresh password, one award for each plot, and every application gets its answer."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from allocations.choices import AwardStatus
from allocations.errors import SamePerson, StaleAuthentication
from allocations.models import Application, Award, Run
from allocations.services import approval, draws, publication, runs
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from tests.factories.decisions import AFTER_DRAW, World, apply_to, lottery_world, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[World, Run]:
    def build() -> tuple[World, Run]:
        world = scored_world(5)
        return world, world.proposed()

    return make_once(build)


@pytest.fixture
def proposed(made):
    """A call by points with three plots, five people and a run that waits for its approval."""
    return deepcopy(made)


def approve(world, run, *, by=None, age=timedelta()):
    with clock.shifted(AFTER_DRAW):
        now = world.now
        return approval.approve(run_id=run.pk, by=by or world.members[1], now=now, authenticated_at=now - age)


def set_aside(world, run, **more):
    with clock.shifted(AFTER_DRAW):
        values = {
            "reason": "اعتراض پذیرفته شد",
            "by": world.members[2],
            "now": world.now,
            "authenticated_at": world.now,
        }
        return approval.set_aside(run_id=run.pk, **{**values, **more})


def test_approval_makes_awards_and_gives_every_application_its_result(proposed):
    world, run = proposed
    run = world.approve(run)
    assert run.status == "APPROVED"
    statuses = [Application.objects.get(pk=one.pk).status for one in world.applications]
    assert statuses == ["AWARDED", "AWARDED", "AWARDED", "WAITING", "WAITING"]
    awards = Award.objects.filter(run=run)
    assert {(one.application_id, one.plot_id) for one in awards} == {
        (application.pk, plot.pk) for application, plot in zip(world.applications[:3], world.plots, strict=True)
    }
    assert {one.status for one in awards} == {AwardStatus.PROVISIONAL}
    world.call.refresh_from_db()
    assert world.call.status == "ALLOCATED"


def test_every_application_and_award_has_an_audit_entry_of_its_own(proposed):
    world, run = proposed
    run = world.approve(run)
    results = Entry.objects.filter(
        action__in=["allocations.application.awarded", "allocations.application.put_on_waiting_list"]
    )
    assert set(results.values_list("target_id", flat=True)) == {str(one.pk) for one in world.applications}
    assert set(results.values_list("before", flat=True)) == {"SCORED"}
    assert Entry.objects.filter(action="allocations.award.made").count() == 3
    assert Entry.objects.get(action="allocations.run.approved", target_id=str(run.pk)).actor_id == run.approved_by_id


def test_who_is_in_no_queue_gets_no_plot():
    world = reviewed_call(plots=2, only_for={1: "filigree"})
    stranger = apply_to(world, [1], points={"skill": 9000, "years": 9000})
    apply_to(world, [2], points={"skill": 1, "years": 1})
    world.approved()
    stranger.refresh_from_db()
    assert stranger.status == "NOT_AWARDED"


def test_the_proposer_does_not_approve(proposed):
    world, run = proposed
    with pytest.raises(SamePerson):
        approve(world, run, by=world.members[0])
    with pytest.raises(IntegrityError, match="run_four_eyes"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(
            status="APPROVED", approved_by=run.proposed_by, approved_at=run.proposed_at
        )


def test_the_database_refuses_an_approved_run_without_a_person(proposed):
    _, run = proposed
    with pytest.raises(IntegrityError, match="run_approved_has_person"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(status="APPROVED")


@pytest.mark.parametrize("age", [timedelta(minutes=5, seconds=1), timedelta(minutes=-10)])
def test_approval_needs_a_fresh_password(proposed, age):
    world, run = proposed
    with pytest.raises(StaleAuthentication):
        approve(world, run, age=age)
    with clock.shifted(AFTER_DRAW), pytest.raises(StaleAuthentication):
        approval.approve(run_id=run.pk, by=world.members[1], now=world.now, authenticated_at=None)
    assert not Award.objects.exists()


def test_only_the_committee_approves(proposed):
    world, run = proposed
    with pytest.raises(PermissionRefused):
        approve(world, run, by=world.officer)


def test_a_run_is_approved_once(proposed):
    world, run = proposed
    run = world.approve(run)
    with pytest.raises(WrongState):
        approve(world, run)
    assert Award.objects.count() == 3


def test_who_approved_stands_for_ever(proposed):
    world, run = proposed
    world.approve(run)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE allocations_run SET approved_by_id = %s", [world.members[2].pk])


def test_a_withdrawal_after_the_freeze_moves_the_waiting_list_at_approval(proposed):
    world, run = proposed
    gone = world.applications[0]
    Application.objects.filter(pk=gone.pk).update(status="WITHDRAWN", withdrawn_at=world.now)
    approve(world, run)
    holders = dict(Award.objects.filter(run=run).values_list("application_id", "plot_id"))
    expected = {one.pk: plot.pk for one, plot in zip(world.applications[1:4], world.plots, strict=True)}
    assert holders == expected
    gone.refresh_from_db()
    assert gone.status == "WITHDRAWN"
    assert Award.objects.get(application=world.applications[1]).queue_position == 1


def test_a_plot_that_has_an_award_elsewhere_is_not_given_again():
    first, second = scored_world(2, plots=1), scored_world(2, plots=1)
    first.approved()
    run = second.proposed()
    taken = Award.objects.get(call=first.call)
    with connection.cursor() as cursor:
        # The same plot in two calls: what the hold of the first call makes impossible, done behind its back.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE allocations_callplot DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE allocations_callplot SET plot_id = %s WHERE call_id = %s", [taken.plot_id, second.call.pk]
        )
        cursor.execute("ALTER TABLE allocations_callplot ENABLE TRIGGER USER")
    with pytest.raises(approval.PlotTaken):
        approve(second, run)
    run.refresh_from_db()
    second.call.refresh_from_db()
    assert (run.status, second.call.status, list(Award.objects.all())) == ("PROPOSED", "DRAWN", [taken])


def test_an_award_needs_an_approved_run(proposed):
    world, run = proposed
    with pytest.raises(IntegrityError, match="approved run"), transaction.atomic():
        Award.objects.create(
            call=world.call, call_plot=world.call.call_plots.get(plot=world.plots[0]), plot=world.plots[0],
            application=world.applications[0], run=run, awarded_at=world.now,
        )  # fmt: skip


def test_an_award_belongs_to_its_call():
    first, second = scored_world(2, plots=1), scored_world(2, plots=1)
    run = first.approved()
    award = Award.objects.get()
    with pytest.raises(IntegrityError, match="belong together"), transaction.atomic():
        Award.objects.create(
            call=first.call, call_plot=award.call_plot, plot=second.plots[0], application=first.applications[1],
            run=run, awarded_at=first.now,
        )  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE allocations_award SET plot_id = plot_id + 1",
        "UPDATE allocations_award SET application_id = application_id + 1",
        "DELETE FROM allocations_award",
    ],
)
def test_an_award_does_not_change_hands_by_raw_sql(proposed, statement):
    world, run = proposed
    world.approve(run)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_result_set_aside_revokes_awards_and_lets_the_call_be_drawn_anew(proposed):
    world, run = proposed
    run = world.publish(world.approve(run))
    with pytest.raises(InvalidInput):
        set_aside(world, run, reason="")
    assert set_aside(world, run).status == "SUPERSEDED"
    world.call.refresh_from_db()
    assert world.call.status == "DRAWN"
    assert {one.status for one in Award.objects.all()} == {AwardStatus.REVOKED}
    assert {one.status for one in world.call.applications.all()} == {"SCORED"}


def test_after_an_upheld_objection_a_new_list_draw_and_run_show_what_changed():
    world = scored_world(4, plots=1)
    run = world.provisional()
    set_aside(world, run)
    with clock.shifted(AFTER_DRAW):
        now = world.now
        frozen = run.frozen_list
        order = draws.propose_redraw(
            frozen_list_id=frozen.pk, source="شاخص", event="روز بعد", draw_at=now + timedelta(hours=1),
            reason="اعتراض پذیرفته شد", by=world.members[0], now=now,
        )  # fmt: skip
        draws.confirm_redraw(order_id=order.pk, by=world.members[1], now=now, authenticated_at=now)
        Application.objects.filter(pk=world.applications[0].pk).update(status="INELIGIBLE", score=None)
        again = world.freeze(reason="اعتراض پذیرفته شد")
    assert again.difference["removed"] == [world.applications[0].opaque_id]
    with clock.shifted(timedelta(hours=2)):
        world.draw(again, "ee" * 32)
        second = world.run("فهرست تازه")
        world.approve(second)
    assert second.number == 2 and second.previous_id == run.pk
    assert second.difference["removed"] == [world.applications[0].opaque_id]
    assert second.difference["applications"] == {
        world.applications[1].opaque_id: {"before": None, "after": world.plots[0].code}
    }
    assert Award.objects.get(status=AwardStatus.PROVISIONAL).application_id == world.applications[1].pk


def test_a_run_over_an_older_list_is_not_approved(proposed):
    world, run = proposed
    with clock.shifted(AFTER_DRAW):
        now = world.now
        order = draws.propose_redraw(
            frozen_list_id=run.frozen_list_id, source="شاخص", event="روز بعد", draw_at=now + timedelta(hours=3),
            reason="مقدار نادرست بود", by=world.members[0], now=now,
        )  # fmt: skip
        draws.confirm_redraw(order_id=order.pk, by=world.members[1], now=now, authenticated_at=now)
        run.refresh_from_db()
        assert run.status == "SUPERSEDED"
        world.freeze(reason="قرعهٔ تازه")
    with pytest.raises(WrongState):
        approve(world, run)
    assert not Award.objects.exists()


def test_lottery_results_are_given_the_same_way():
    world = lottery_world(4)
    world.approved()
    assert sorted(one.status for one in world.call.applications.all()) == ["AWARDED"] * 3 + ["WAITING"]


def test_a_final_result_is_not_set_aside(proposed):
    world, run = proposed
    run = world.finalise(world.publish(world.approve(run)))
    with pytest.raises(WrongState):
        set_aside(world, run)


def test_nothing_is_published_without_an_approved_run(proposed):
    world, _ = proposed
    with pytest.raises(WrongState):
        publication.publish_provisional(call_id=world.call.pk, by=world.members[0], now=world.now)


def test_a_refused_run_is_not_approved(proposed):
    world, run = proposed
    with clock.shifted(AFTER_DRAW):
        runs.refuse(run_id=run.pk, reason="نادرست", by=world.members[1], now=world.now)
    with pytest.raises(WrongState):
        approve(world, run)
