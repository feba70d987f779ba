"""The state of a plot, and finding plots."""

from __future__ import annotations

from itertools import product

import pytest

from estates.choices import POSSESSION, HoldKind, PlotStatus
from estates.models import Plot, PlotTrade
from estates.services import holds, plots
from tests.factories.estates import NOW, EstateFactory, HoldFactory, PlotFactory, TradeFactory

pytestmark = pytest.mark.django_db

LANDS = {"planned": (True, False), "not serviced": (False, False), "serviced": (False, True)}
OF_LAND = {"planned": PlotStatus.PLANNED, "not serviced": PlotStatus.NOT_SERVICED, "serviced": PlotStatus.AVAILABLE}


def status_of(plot: Plot) -> str:
    return Plot.objects.with_status().get(pk=plot.pk).status


@pytest.mark.parametrize("land", LANDS)
def test_a_plot_nobody_holds_has_the_state_of_its_land(land: str) -> None:
    is_planned, is_serviced = LANDS[land]
    plot = PlotFactory(is_planned=is_planned, is_serviced=is_serviced)
    assert status_of(plot) == OF_LAND[land]


@pytest.mark.parametrize(("land", "kind"), product(["not serviced", "serviced"], HoldKind.values))
def test_a_live_hold_decides_whatever_the_land(land: str, kind: str) -> None:
    is_planned, is_serviced = LANDS[land]
    plot = PlotFactory(is_planned=is_planned, is_serviced=is_serviced, held=kind)
    assert status_of(plot) == kind


@pytest.mark.parametrize("kind", POSSESSION)
def test_who_is_on_the_land_outranks_the_call_beneath(kind: str) -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    HoldFactory(plot, kind, holder_type="tests.offer")
    assert status_of(plot) == kind


@pytest.mark.parametrize("kind", HoldKind.values)
def test_an_ended_hold_leaves_no_trace_in_the_state(kind: str) -> None:
    plot = PlotFactory()
    holds.release(hold_id=HoldFactory(plot, kind).pk, by=None, now=NOW)
    assert status_of(plot) == PlotStatus.AVAILABLE


def test_ending_the_possession_shows_the_call_again() -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    offer = HoldFactory(plot, HoldKind.OFFERED, holder_type="tests.offer")
    holds.release(hold_id=offer.pk, by=None, now=NOW)
    assert status_of(plot) == PlotStatus.IN_CALL


def test_filtering_by_state_says_the_same_as_the_derived_state() -> None:
    for land, (is_planned, is_serviced) in LANDS.items():
        PlotFactory(is_planned=is_planned, is_serviced=is_serviced)
        if land == "planned":
            continue
        for kind in HoldKind.values:
            PlotFactory(is_planned=is_planned, is_serviced=is_serviced, held=kind)
            ended = PlotFactory(is_planned=is_planned, is_serviced=is_serviced)
            holds.release(hold_id=HoldFactory(ended, kind).pk, by=None, now=NOW)
            beneath = PlotFactory(is_planned=is_planned, is_serviced=is_serviced, held=HoldKind.IN_CALL)
            if kind != HoldKind.IN_CALL:
                HoldFactory(beneath, kind, holder_type="tests.offer")
    derived = dict(Plot.objects.with_status().values_list("pk", "status"))
    for status in PlotStatus.values:
        found = set(Plot.objects.in_status([status]).values_list("pk", flat=True))
        assert found == {pk for pk, value in derived.items() if value == status}, status
    several = {PlotStatus.AVAILABLE, PlotStatus.IDLE, PlotStatus.IN_CALL}
    found = set(Plot.objects.in_status(several).values_list("pk", flat=True))
    assert found == {pk for pk, value in derived.items() if value in several}


def test_no_state_asked_for_finds_nothing() -> None:
    PlotFactory()
    assert not Plot.objects.in_status([]).exists()


@pytest.mark.parametrize("rows", [1, 20])
def test_states_cost_one_query_for_any_number_of_plots(rows: int, django_assert_num_queries: object) -> None:
    estate = EstateFactory("e")
    for number in range(rows):
        PlotFactory(f"Q-{number:02d}", estate=estate, held=HoldKind.IDLE if number % 2 else "")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len({plot.status for plot in Plot.objects.with_status()}) == min(rows, 2)


def test_a_plot_without_named_trades_allows_every_trade() -> None:
    knife, copper = TradeFactory("knife_making", "چاقوسازی"), TradeFactory("coppersmithing", "مسگری")
    estate = EstateFactory("e")
    PlotFactory("ANY", estate=estate)
    PlotFactory("KNIFE", estate=estate, trades=["knife_making"])
    PlotFactory("BOTH", estate=estate, trades=["knife_making", "coppersmithing"])
    codes = {trade.code: _codes(Plot.objects.allowing_trade(trade.pk)) for trade in (knife, copper)}
    assert codes == {"knife_making": {"ANY", "KNIFE", "BOTH"}, "coppersmithing": {"ANY", "BOTH"}}


def test_every_service_asked_for_must_be_at_the_plot() -> None:
    estate = EstateFactory("e")
    PlotFactory("W-0", estate=estate, utilities=["DRINKING_WATER"])
    PlotFactory("WP", estate=estate, utilities=["DRINKING_WATER", "POWER"])
    assert _codes(Plot.objects.with_utilities(["POWER", "DRINKING_WATER"])) == {"WP"}


def test_the_database_keeps_the_trades_of_a_plot_beside_it() -> None:
    knife, copper = TradeFactory("knife_making"), TradeFactory("coppersmithing", "مسگری")
    plot = PlotFactory(trades=["knife_making"])
    PlotTrade.objects.create(plot=plot, trade=copper)
    plot.refresh_from_db()
    assert plot.trade_ids == sorted([knife.pk, copper.pk])
    PlotTrade.objects.filter(trade=knife).delete()
    plot.refresh_from_db()
    assert plot.trade_ids == [copper.pk]


def test_numbers_in_codes_are_sorted_by_value() -> None:
    estate = EstateFactory("e")
    for code in ("A-10", "A-2", "A-1"):
        PlotFactory(code, estate=estate)
    assert list(Plot.objects.values_list("code", flat=True)) == ["A-1", "A-2", "A-10"]


def test_changing_utilities_of_a_held_plot_keeps_its_state() -> None:
    plot = PlotFactory(held=HoldKind.UNDER_CONSTRUCTION)
    plots.save_plot(code=plot.code, estate_id=plot.estate_id, values={"utilities": ["POWER"]}, by=None, now=NOW)
    assert status_of(plot) == PlotStatus.UNDER_CONSTRUCTION


def _codes(found: object) -> set[str]:
    return {plot.code for plot in found}  # type: ignore[attr-defined]
