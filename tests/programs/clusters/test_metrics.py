"""The figures clusters offer to dashboards, each in one query."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.metrics import registry
from programs.clusters.models import Cluster
from programs.clusters.services import members, technology, trademarks
from tests.factories import clusters as made
from tests.factories.clusters import NOW, TODAY, MemberFactory, day
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db
NAMES = (
    "clusters.members", "clusters.jobs", "clusters.exports", "clusters.trademarks_granted", "clusters.needs_met",
)  # fmt: skip


def read(name: str) -> dict[str, Decimal]:
    with CaptureQueriesContext(connection) as seen:
        points = list(registry.find(name).read(NOW))
    assert len(seen) == 1, name
    return {registry.key_of(point.dimensions): point.value for point in points}


def test_the_figures_are_those_of_the_tables(cluster: Cluster, officer: User) -> None:
    abhar = CountyFactory("abhar", "ابهر")
    first, second = MemberFactory(cluster, staff=4), MemberFactory(cluster, staff=7, county=abhar)
    gone = MemberFactory(cluster, staff=100)
    members.leave(member_id=gone.pk, left_on=TODAY, reason="", by=officer, now=NOW)
    made.export(first, year=1404, usd=300)
    made.export(second, year=1403, usd=999)
    mark = trademarks.apply_for(
        cluster_id=cluster.pk, brand="نام", nice_class=8, applied_on=day("1404/01/01"), by=officer, now=NOW
    )
    trademarks.grant(
        trademark_id=mark.pk,
        number="1",
        granted_on=day("1404/02/01"),
        expires_on=day("1414/02/01"),
        by=officer,
        now=NOW,
    )
    technology.add_need(member_id=first.pk, need="کوره", by=officer, now=NOW)
    assert read("clusters.members") == {"county=zanjan": 1, "county=abhar": 1}
    assert read("clusters.jobs") == {"county=zanjan": 4, "county=abhar": 7}
    assert read("clusters.exports") == {"": Decimal(300)}
    assert read("clusters.trademarks_granted") == {"": 1}
    assert read("clusters.needs_met") == {"": 0}


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_opens_its_list(name: str, cluster: Cluster, officer: User) -> None:
    MemberFactory(cluster)
    client = Client()
    client.force_login(officer)
    metric = registry.find(name)
    dimensions = {"county": "zanjan"} if metric.dimensions else {}
    assert client.get(metric.url(dimensions)).status_code == 200
    assert metric.public_url is not None
    assert Client().get(metric.public_url(dimensions)).status_code == 200
