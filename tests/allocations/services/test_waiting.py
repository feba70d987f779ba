"""Waiting lists: a plot that falls free goes to the next in line, and so on, in one transaction."""

from copy import deepcopy
from typing import Any

import pytest

from allocations.choices import AwardStatus
from allocations.errors import StaleAuthentication
from allocations.models import Award
from allocations.services import waiting
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.jobs import services as jobs
from core.messages.models import Message
from estates.models import PlotHold
from tests.factories.decisions import World, apply_to, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


def final_world(**sizes: int) -> World:
    world = scored_world(**sizes)
    world.final()
    return world


@pytest.fixture(scope="module")
def made_for_one(make_once: Any) -> World:
    return make_once(lambda: final_world(applicants=3, plots=1))


@pytest.fixture(scope="module")
def made_for_two(make_once: Any) -> World:
    return make_once(lambda: final_world(applicants=4, plots=2))


@pytest.fixture(scope="module")
def made_enough(make_once: Any) -> World:
    return make_once(lambda: final_world(applicants=2, plots=2))


@pytest.fixture(scope="module")
def made_provisional(make_once: Any) -> World:
    def build() -> World:
        world = scored_world(2, plots=1)
        world.provisional()
        return world

    return make_once(build)


@pytest.fixture
def one_plot(made_for_one):
    """A final call: three people wanted one plot."""
    return deepcopy(made_for_one)


@pytest.fixture
def two_plots(made_for_two):
    """A final call: four people wanted two plots."""
    return deepcopy(made_for_two)


@pytest.fixture
def plots_for_all(made_enough):
    """A final call: two people, and both have a plot."""
    return deepcopy(made_enough)


@pytest.fixture
def provisional(made_provisional):
    """A call whose result is provisional: two people wanted one plot."""
    return deepcopy(made_provisional)


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


def test_holds_follow_the_awards(two_plots):
    world = two_plots
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


def test_who_accepted_stays_where_he_is(two_plots):
    world = two_plots
    second = world.applications[1]
    waiting.accept(award_id=world.award_of(second).pk, by=user_of(second), now=world.now)
    released = decline(world, world.applications[0])
    assert [award.application_id for award in released.promoted] == [world.applications[2].pk]
    assert holders(world)[second.pk] == world.plots[1].pk


def test_who_declined_is_not_offered_the_same_plot_again(one_plot):
    world = one_plot
    decline(world, world.applications[0])
    decline(world, world.applications[1])
    assert holders(world) == {world.applications[2].pk: world.plots[0].pk}
    released = decline(world, world.applications[2])
    assert released.promoted == () and holders(world) == {}


def test_who_declined_a_lesser_plot_still_waits_for_the_one_he_likes_better(plots_for_all):
    world = plots_for_all
    second = world.applications[1]
    decline(world, second)
    second.refresh_from_db()
    assert second.status == "WAITING"
    decline(world, world.applications[0])
    assert holders(world) == {second.pk: world.plots[0].pk}


def test_who_let_his_award_expire_is_out(plots_for_all):
    world = plots_for_all
    second = world.applications[1]
    waiting.expire(award_id=world.award_of(second).pk, now=world.now, reason="بی‌پاسخ ماند")
    second.refresh_from_db()
    assert second.status == "NOT_AWARDED"
    assert decline(world, world.applications[0]).promoted == ()


def test_a_holder_who_leaves_frees_his_plot(provisional):
    world = provisional
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


def test_only_the_applicant_answers_and_only_once(one_plot):
    world = one_plot
    award = world.award_of(world.applications[0])
    for stranger in (user_of(world.applications[1]), world.members[0], world.officer):
        with pytest.raises(PermissionRefused):
            waiting.decline(award_id=award.pk, by=stranger, now=world.now)
    decline(world, world.applications[0])
    with pytest.raises(WrongState):
        waiting.decline(award_id=award.pk, by=user_of(world.applications[0]), now=world.now)


def test_a_provisional_award_is_not_accepted(provisional):
    world = provisional
    one = world.applications[0]
    with pytest.raises(WrongState):
        waiting.accept(award_id=world.award_of(one).pk, by=user_of(one), now=world.now)


def test_the_committee_revokes_with_a_reason_and_a_fresh_password(one_plot):
    world = one_plot
    award = world.award_of(world.applications[0])
    by = world.members[0]
    with pytest.raises(InvalidInput):
        waiting.revoke(award_id=award.pk, reason="", by=by, now=world.now, authenticated_at=world.now)
    with pytest.raises(StaleAuthentication):
        waiting.revoke(award_id=award.pk, reason="سند نادرست", by=by, now=world.now, authenticated_at=None)
    released = waiting.revoke(award_id=award.pk, reason="سند نادرست", by=by, now=world.now, authenticated_at=world.now)
    assert released.award.status == AwardStatus.REVOKED and len(released.promoted) == 1


def test_who_moved_up_is_told(one_plot):
    world = one_plot
    jobs.drain()
    decline(world, world.applications[0])
    told = Message.objects.filter(template="allocations.promoted")
    assert {message.user_id for message in told} == {user_of(world.applications[1]).pk}
