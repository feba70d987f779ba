"""Waiting lists: a plot that falls free goes to the next in line, and so on, in one transaction."""

import pytest

from allocations.choices import AwardStatus
from allocations.errors import StaleAuthentication
from allocations.models import Award
from allocations.services import waiting
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.jobs import services as jobs
from core.messages.models import Message
from estates.models import PlotHold
from tests.factories.decisions import apply_to, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


def user_of(application):
    return application.applicant.person.user


def decline(world, application, **more):
    award = Award.objects.get(application=application, ended_at__isnull=True)
    return waiting.decline(award_id=award.pk, by=user_of(application), now=world.now, **more)


def holders(world):
    rows = Award.objects.filter(call=world.call, ended_at__isnull=True).select_related("plot")
    return {row.application_id: row.plot_id for row in rows}


def test_the_whole_chain_moves_when_the_best_plot_falls_free():
    world = scored_world(5, plots=3)
    world.final()
    released = decline(world, world.applications[0], reason="منصرف شدم")
    assert released.award.status == AwardStatus.DECLINED
    assert [award.application_id for award in released.promoted] == [one.pk for one in world.applications[1:4]]
    expected = {one.pk: plot.pk for one, plot in zip(world.applications[1:4], world.plots, strict=True)}
    assert holders(world) == expected
    statuses = [type(one).objects.get(pk=one.pk).status for one in world.applications]
    assert statuses == ["NOT_AWARDED", "AWARDED", "AWARDED", "AWARDED", "WAITING"]
    moved = Award.objects.filter(call=world.call, status=AwardStatus.MOVED)
    assert set(moved.values_list("application_id", flat=True)) == {one.pk for one in world.applications[1:3]}


def test_holds_follow_the_awards():
    world = scored_world(4, plots=2)
    world.final()
    decline(world, world.applications[0])
    live = PlotHold.objects.filter(plot__in=[plot.pk for plot in world.plots], until_at__isnull=True, kind="OFFERED")
    awards = {str(one.pk): one.plot_id for one in Award.objects.filter(call=world.call, ended_at__isnull=True)}
    assert {hold.holder_id: hold.plot_id for hold in live} == awards


def test_a_plot_nobody_waits_for_is_free_again():
    world = scored_world(1, plots=1)
    world.final()
    released = decline(world, world.applications[0])
    assert released.promoted == () and [one.plot_id for one in released.unclaimed] == [world.plots[0].pk]
    assert not PlotHold.objects.filter(plot=world.plots[0], until_at__isnull=True).exists()


def test_who_accepted_stays_where_he_is():
    world = scored_world(4, plots=2)
    world.final()
    second = world.applications[1]
    waiting.accept(award_id=world.award_of(second).pk, by=user_of(second), now=world.now)
    released = decline(world, world.applications[0])
    assert [award.application_id for award in released.promoted] == [world.applications[2].pk]
    assert holders(world)[second.pk] == world.plots[1].pk


def test_who_declined_is_not_offered_the_same_plot_again():
    world = scored_world(3, plots=1)
    world.final()
    decline(world, world.applications[0])
    decline(world, world.applications[1])
    assert holders(world) == {world.applications[2].pk: world.plots[0].pk}
    released = decline(world, world.applications[2])
    assert released.promoted == () and holders(world) == {}


def test_who_declined_a_lesser_plot_still_waits_for_the_one_he_likes_better():
    world = scored_world(2, plots=2)
    world.final()
    second = world.applications[1]
    decline(world, second)
    second.refresh_from_db()
    assert second.status == "WAITING"
    decline(world, world.applications[0])
    assert holders(world) == {second.pk: world.plots[0].pk}


def test_who_let_his_award_expire_is_out():
    world = scored_world(2, plots=2)
    world.final()
    second = world.applications[1]
    waiting.expire(award_id=world.award_of(second).pk, now=world.now, reason="بی‌پاسخ ماند")
    second.refresh_from_db()
    assert second.status == "NOT_AWARDED"
    assert decline(world, world.applications[0]).promoted == ()


def test_a_holder_who_leaves_frees_his_plot():
    world = scored_world(2, plots=1)
    world.provisional()
    first = world.applications[0]
    released = waiting.withdraw(application_id=first.pk, reason="دیگر نیاز ندارم", by=user_of(first), now=world.now)
    assert released.award.status == AwardStatus.WITHDRAWN
    assert holders(world) == {world.applications[1].pk: world.plots[0].pk}
    with pytest.raises(NotFound):
        waiting.withdraw(application_id=first.pk, reason="", by=user_of(first), now=world.now)


def test_a_promotion_keeps_to_the_groups_and_trades_of_the_plot():
    world = reviewed_call(plots=1, reserved={1: "women"})
    woman = apply_to(world, [1], points={"skill": 100, "years": 100}, groups=["women"])
    other_woman = apply_to(world, [1], points={"skill": 50, "years": 50}, groups=["women"])
    apply_to(world, [1], points={"skill": 9000, "years": 9000})
    world.final()
    assert holders(world) == {woman.pk: world.plots[0].pk}
    decline(world, woman)
    assert holders(world) == {other_woman.pk: world.plots[0].pk}


def test_only_the_applicant_answers_and_only_once():
    world = scored_world(2, plots=1)
    world.final()
    award = world.award_of(world.applications[0])
    for stranger in (user_of(world.applications[1]), world.members[0], world.officer):
        with pytest.raises(PermissionRefused):
            waiting.decline(award_id=award.pk, by=stranger, now=world.now)
    decline(world, world.applications[0])
    with pytest.raises(WrongState):
        waiting.decline(award_id=award.pk, by=user_of(world.applications[0]), now=world.now)


def test_a_provisional_award_is_not_accepted():
    world = scored_world(2, plots=1)
    world.provisional()
    one = world.applications[0]
    with pytest.raises(WrongState):
        waiting.accept(award_id=world.award_of(one).pk, by=user_of(one), now=world.now)


def test_the_committee_revokes_with_a_reason_and_a_fresh_password():
    world = scored_world(2, plots=1)
    world.final()
    award = world.award_of(world.applications[0])
    by = world.members[0]
    with pytest.raises(InvalidInput):
        waiting.revoke(award_id=award.pk, reason="", by=by, now=world.now, authenticated_at=world.now)
    with pytest.raises(StaleAuthentication):
        waiting.revoke(award_id=award.pk, reason="سند نادرست", by=by, now=world.now, authenticated_at=None)
    released = waiting.revoke(award_id=award.pk, reason="سند نادرست", by=by, now=world.now, authenticated_at=world.now)
    assert released.award.status == AwardStatus.REVOKED and len(released.promoted) == 1


def test_who_moved_up_is_told():
    world = scored_world(2, plots=1)
    world.final()
    jobs.drain()
    decline(world, world.applications[0])
    told = Message.objects.filter(template="allocations.promoted")
    assert {message.user_id for message in told} == {user_of(world.applications[1]).pk}
