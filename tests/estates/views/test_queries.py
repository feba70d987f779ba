"""What the finder asks of the database, apart from the land of its other tests: one row must be one row."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory, square

pytestmark = pytest.mark.django_db

PATHS = ("/plots/", "/plots/?order=code", "/plots/?estate=e", "/plots/?q=شهرک&status=AVAILABLE&county=zanjan")


def test_one_row_and_twenty_cost_the_same_number_of_queries(
    client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    TradeFactory("knife_making")
    TradeFactory("coppersmithing", "مسگری")
    estate = EstateFactory("e", boundary=square(0, 0, 300, 100))
    both = ["knife_making", "coppersmithing"]
    PlotFactory("N-00", estate=estate, block="A", trades=both, geometry=square(1, 1, 9, 9))
    asked = {}
    for path in PATHS:
        client.get(path)
        with django_assert_max_num_queries(12) as one:
            client.get(path)
        asked[path] = len(one)
    for number in range(1, 20):
        PlotFactory(f"N-{number:02d}", estate=estate, block="B", trades=both, geometry=square(10 * number, 1, 9, 9))
    for path in PATHS:
        with django_assert_num_queries(asked[path], info=path):
            assert client.get(path).content.decode().count("/plots/N-") >= 20, path
