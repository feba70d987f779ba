"""Holding plots: one call, one possessor, whoever asks and however."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from core.audit.models import Entry
from core.errors import NotFound, PermissionRefused
from estates.choices import HoldKind, PlotStatus
from estates.errors import HoldEnded, PlotNotReady, PlotTaken
from estates.models import Plot, PlotHold
from estates.services import holds
from tests.factories.estates import NOW, HoldFactory, PlotFactory

pytestmark = pytest.mark.django_db


def place(plot: Plot, kind: str = HoldKind.IN_CALL, holder: object = 1) -> PlotHold:
    return holds.place(plot_id=plot.pk, kind=kind, holder_type="tests.call", holder_id=holder, by=None, now=NOW)


def test_a_plot_is_in_one_call_at_a_time() -> None:
    plot = PlotFactory()
    place(plot, holder=1)
    with pytest.raises(PlotTaken) as refusal:
        place(plot, holder=2)
    assert plot.code in refusal.value.message


def test_the_same_hold_again_is_the_same_hold() -> None:
    plot = PlotFactory()
    assert place(plot).pk == place(plot).pk
    assert PlotHold.objects.count() == 1


def test_a_possessed_plot_cannot_enter_a_call() -> None:
    plot = PlotFactory(held=HoldKind.OPERATING)
    with pytest.raises(PlotTaken):
        place(plot)


def test_a_plot_in_a_call_can_be_offered() -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    assert place(plot, HoldKind.OFFERED).kind == HoldKind.OFFERED


def test_two_possessors_are_refused_by_the_database_itself() -> None:
    plot = PlotFactory(held=HoldKind.CONTRACTED)
    with pytest.raises(IntegrityError, match="plot_held_by_one_possessor"), transaction.atomic():
        PlotHold.objects.create(plot=plot, kind=HoldKind.OFFERED, holder_type="x.y", holder_id="2", from_at=NOW)


def test_two_calls_are_refused_by_the_database_itself() -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    with pytest.raises(IntegrityError, match="plot_held_by_one_call"), transaction.atomic():
        PlotHold.objects.create(plot=plot, kind=HoldKind.IN_CALL, holder_type="x.y", holder_id="2", from_at=NOW)


def test_a_plot_on_the_plan_only_cannot_be_held() -> None:
    plot = PlotFactory(is_planned=True, is_serviced=False)
    with pytest.raises(PlotNotReady):
        place(plot)


def test_a_plot_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        holds.place(plot_id=0, kind=HoldKind.IN_CALL, holder_type="x.y", holder_id=1, by=None, now=NOW)


def test_many_plots_are_held_all_or_none() -> None:
    free, taken = PlotFactory(), PlotFactory(held=HoldKind.IDLE)
    with pytest.raises(PlotTaken):
        holds.place_all(
            plot_ids=[free.pk, taken.pk], kind=HoldKind.IN_CALL, holder_type="tests.call", holder_id=1, by=None, now=NOW
        )
    assert not PlotHold.objects.filter(plot=free).exists()


def test_a_released_plot_can_be_taken_by_the_next() -> None:
    plot = PlotFactory()
    holds.release(hold_id=place(plot, holder=1).pk, by=None, now=NOW)
    assert place(plot, holder=2).until_at is None


def test_a_hold_ends_once() -> None:
    hold = place(PlotFactory())
    holds.release(hold_id=hold.pk, by=None, now=NOW)
    with pytest.raises(HoldEnded):
        holds.release(hold_id=hold.pk, by=None, now=NOW)


def test_everything_a_holder_holds_is_released_at_once_and_nothing_else() -> None:
    first, second, other = PlotFactory(), PlotFactory(), PlotFactory()
    place(first)
    place(second)
    place(other, holder=2)
    assert holds.release_all_of(holder_type="tests.call", holder_id=1, by=None, now=NOW) == 2
    assert PlotHold.objects.filter(until_at__isnull=True).get().plot == other


def test_going_on_from_contract_to_delivery_keeps_the_history() -> None:
    plot = PlotFactory()
    hold = place(plot, HoldKind.CONTRACTED)
    holds.change(hold_id=hold.pk, kind=HoldKind.DELIVERED, by=None, now=NOW)
    kinds = PlotHold.objects.filter(plot=plot).order_by("pk").values_list("kind", "until_at")
    assert list(kinds) == [(HoldKind.CONTRACTED, NOW), (HoldKind.DELIVERED, None)]


def test_each_hold_and_release_is_on_record_with_its_holder() -> None:
    plot = PlotFactory()
    holds.release(hold_id=place(plot, holder=7).pk, by=None, now=NOW, reason="withdrawn")
    entries = Entry.objects.filter(action__startswith="estates.hold.").order_by("pk")
    assert [(entry.action, entry.data["holder"], entry.target_label) for entry in entries] == [
        ("estates.hold.placed", "tests.call:7", plot.code),
        ("estates.hold.released", "tests.call:7", plot.code),
    ]


def test_the_register_is_kept_by_technical_staff_alone(technician: User, financier: User) -> None:
    plot = PlotFactory()
    with pytest.raises(PermissionRefused):
        holds.register(plot_id=plot.pk, kind=HoldKind.IDLE, reason="", by=financier, now=NOW)
    holds.register(plot_id=plot.pk, kind=HoldKind.IDLE, reason="", by=technician, now=NOW)
    assert Plot.objects.with_status().get(pk=plot.pk).status == PlotStatus.IDLE


def test_a_new_entry_of_the_register_replaces_the_old_one() -> None:
    plot = PlotFactory()
    for kind in (HoldKind.OPERATING, HoldKind.IDLE):
        holds.register(plot_id=plot.pk, kind=kind, reason="visit", by=None, now=NOW)
    assert PlotHold.objects.filter(plot=plot, until_at__isnull=True).get().kind == HoldKind.IDLE
    assert holds.deregister(plot_id=plot.pk, reason="", by=None, now=NOW) == 1
    assert Plot.objects.with_status().get(pk=plot.pk).status == PlotStatus.AVAILABLE


def test_the_register_does_not_overrule_a_call() -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    with pytest.raises(PlotTaken):
        holds.register(plot_id=plot.pk, kind=HoldKind.OPERATING, reason="", by=None, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_take_a_plot_at_once_one_gets_it() -> None:
    plot = PlotFactory()

    def race(holder: int) -> str:
        try:
            HoldFactory(plot, HoldKind.OFFERED, holder_id=holder)
        except PlotTaken:
            return "taken"
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(8) as racers:
        results = list(racers.map(race, range(8)))
    assert sorted(results) == ["taken"] * 7 + ["won"]
    assert PlotHold.objects.filter(until_at__isnull=True).count() == 1
