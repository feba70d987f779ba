"""Names, keys and wholes of live figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.metrics import registry
from core.metrics.choices import MetricKind
from core.metrics.registry import Point, key_of, with_whole


def test_a_figure_is_registered_once_and_found_by_its_name(offer):
    metric = offer("tests.plots", [])
    assert registry.find("tests.plots") is metric
    with pytest.raises(ValueError, match="twice"):
        offer("tests.plots", [])
    with pytest.raises(LookupError):
        registry.find("tests.other")


@pytest.mark.parametrize("name", ["plots", "Tests.plots", "tests.plots; drop", "tests."])
def test_a_malformed_name_is_refused(offer, name):
    with pytest.raises(ValueError, match="no name"):
        offer(name, [])


def test_dimensions_nobody_knows_are_refused(offer):
    with pytest.raises(ValueError, match="dimension"):
        offer("tests.plots", [], dimensions=("planet",))
    with pytest.raises(ValueError, match="dimension"):
        offer("tests.plots", [], names={"trade": dict})


def test_the_key_does_not_depend_on_the_order_of_the_dimensions():
    assert key_of({"state": "OPEN", "county": "abhar"}) == key_of({"county": "abhar", "state": "OPEN"})
    assert key_of({"state": "OPEN", "county": "abhar"}) == "county=abhar;state=OPEN"
    assert key_of({}) == ""


@pytest.mark.parametrize("value", ["", "a;state=b", "زنجان", "a b", "x" * 61])
def test_a_value_that_is_no_code_is_refused(value):
    with pytest.raises(ValueError, match="cannot be"):
        key_of({"county": value})


def test_the_whole_is_the_sum_where_all_parts_are_of_one_kind(offer):
    metric = offer("tests.plots", [])
    found = with_whole(metric, [Point(Decimal(3), {"estate": "a"}), Point(Decimal(4), {"estate": "b"})])
    assert found[""].value == 7
    assert with_whole(metric, [])[""].value == 0


def test_a_figure_taken_apart_in_several_ways_must_say_its_whole(offer):
    metric = offer("tests.plots", [])
    ways = [Point(Decimal(3), {"estate": "a"}), Point(Decimal(3), {"state": "OPEN"})]
    with pytest.raises(ValueError, match="whole"):
        with_whole(metric, ways)
    assert with_whole(metric, [*ways, Point(Decimal(3))])[""].value == 3


def test_averages_do_not_add_up(offer):
    metric = offer("tests.days", [], kind=MetricKind.AVERAGE)
    with pytest.raises(ValueError, match="whole"):
        with_whole(metric, [Point(Decimal(3), {"estate": "a"}), Point(Decimal(4), {"estate": "b"})])


@pytest.mark.parametrize("points", [[Point(Decimal(1)), Point(Decimal(2))], [Point(Decimal(1), {"trade": "knife"})]])
def test_double_parts_and_foreign_dimensions_are_refused(offer, points):
    with pytest.raises(ValueError, match="twice, or"):
        with_whole(offer("tests.plots", []), points)
