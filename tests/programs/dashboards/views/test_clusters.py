"""The page of a cluster: what its selectors know, whole and by name, for those who answer for it."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.choices import Role
from programs.clusters.models import Cluster
from programs.clusters.services import contracts
from tests.factories import accounts
from tests.factories import clusters as made
from tests.factories.clusters import NOW, ClusterFactory, MemberFactory
from tests.factories.exhibitions import ExhibitionFactory

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/clusters/knives/"


@pytest.fixture(scope="module")
def knives(make_once: Any) -> Cluster:
    made: Cluster = make_once(build)
    return made


@pytest.fixture
def cluster(knives: Cluster) -> Cluster:
    return deepcopy(knives)


def build() -> Cluster:
    found = ClusterFactory("knives")
    members = [MemberFactory(found, name=f"کارگاه {number}") for number in range(2)]
    made.approved_plan(found)
    jobs = made.indicator(found)
    made.readings(jobs, "1404/01/01", {members[0]: 4, members[1]: 2})
    made.readings(jobs, "1404/12/01", {members[0]: 5, members[1]: 3})
    made.readings(jobs, "1405/06/01", {members[0]: 7, members[1]: 4})
    made.export(members[0], year=1403, usd=1000)
    made.export(members[0], year=1404, usd=1500)
    return found


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def test_years_stand_side_by_side(cluster: Cluster) -> None:
    page = client_of().get(PAGE).context["page"]
    assert [(row.line.value_usd, row.change) for row in page.exports_by_year] == [(D(1500), D("50.0")), (D(1000), None)]
    assert list(page.years) == [1403, 1404, 1405]
    assert [list(row.values) for row in page.indicators] == [[None, D(8), D(11)]]
    assert page.indicators[0].change == D(3)


def test_a_ratio_is_told_in_the_decimals_of_its_indicator(cluster: Cluster) -> None:
    waste = made.indicator(cluster, "waste", "RATIO", decimals=3)
    member = cluster.members.first()
    assert member is not None
    made.readings(waste, "1404/01/01", {member: (1, 3)})
    made.readings(waste, "1405/06/01", {member: (2, 7)})
    answer = client_of().get(PAGE)
    found = next(row for row in answer.context["page"].indicators if row.indicator == waste)
    assert (list(found.values), found.change) == ([None, D("0.333"), D("0.286")], D("-0.047"))
    assert ",0.333,0.286,1," in client_of().get(f"{PAGE}effects.csv").content.decode()


def test_the_exports_are_whole_here_though_one_firm_alone_stands_behind_them(cluster: Cluster) -> None:
    assert Client().get("/programs/clusters/knives/").context["exports"].by_year == []
    answer = client_of().get(PAGE)
    assert answer.context["exports_chart"]["series"][0]["values"] == [1000.0, 1500.0]
    assert "1500" in client_of().get(f"{PAGE}exports.csv").content.decode()


def test_contracts_with_the_agent_say_what_was_paid_and_what_is_late(cluster: Cluster) -> None:
    officer, boss = accounts.programme_officer(), accounts.manager()
    row = made.contract(
        cluster, by=officer, number="ق-۱۲", starts_on=made.day("1405/01/01"), ends_on=made.day("1405/12/29")
    )
    shares = (("DIAGNOSTIC_STUDY", 300, "1405/02/01"), ("ACTION_PLAN", 500, "1405/06/01"), ("EXIT", 200, "1405/12/01"))
    parts = [contracts.Payment(phase, share * 1_000_000, made.day(due)) for phase, share, due in shares]
    contracts.set_payments(contract_id=row.pk, payments=parts, by=officer, now=NOW)
    draft = client_of().get(PAGE).context["page"].contracts[0]
    assert [line.is_overdue for line in draft.payments] == [False] * 3  # nothing is due by a draft
    contracts.approve(contract_id=row.pk, by=boss, now=NOW)
    contracts.pay(
        payment_id=row.payments.get(phase="DIAGNOSTIC_STUDY").pk, on=made.day("1405/02/03"), by=officer, now=NOW
    )
    answer = client_of().get(PAGE)
    (line,) = answer.context["page"].contracts
    assert (line.contract.status, line.paid) == ("APPROVED", 300_000_000)
    assert [one.is_overdue for one in line.payments] == [False, True, False]
    shown = answer.content.decode()
    assert row.agent_name in shown and "ق-۱۲" in shown
    csv = client_of().get(f"{PAGE}contracts.csv").content.decode("utf-8-sig").splitlines()
    assert len(csv) == 4 and "300000000" in csv[1]


def test_every_table_is_there_as_csv(cluster: Cluster) -> None:
    client = client_of()
    for name in ("actions", "contracts", "effects", "exhibitions", "exports", "marks", "needs"):
        answer = client.get(f"{PAGE}{name}.csv")
        assert (answer.status_code, answer.content[:3]) == (200, b"\xef\xbb\xbf"), name
    assert client.get(f"{PAGE}nothing.csv").status_code == 404


def test_what_exhibitions_cost_and_brought_stands_there_once_they_were_held() -> None:
    fair = ExhibitionFactory.in_status("APPROVED", firms=(("A-01",),))
    address = f"/dashboard/clusters/{fair.exhibition.clusters.get().slug}/"
    assert client_of().get(address).context["page"].held == []
    fair.hold()
    fair.cost(amount=200_000_000)
    fair.result(0, sales=900_000_000, contracts=2)
    (row,) = client_of().get(address).context["page"].held
    assert (row.sums.firms, row.sums.cost, row.sums.sales, row.sums.contracts) == (1, 200_000_000, 900_000_000, 2)
    assert "900000000" in client_of().get(f"{address}exhibitions.csv").content.decode()


def test_a_cluster_of_which_nothing_is_known_has_a_page() -> None:
    ClusterFactory("shoes")
    assert client_of().get("/dashboard/clusters/shoes/").status_code == 200
    assert client_of().get("/dashboard/clusters/nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(cluster: Cluster) -> None:
    client, counts, officer = client_of(), [], accounts.programme_officer()
    for first, last in ((0, 1), (1, 20)):
        for number in range(first, last):
            member = MemberFactory(cluster)
            made.export(member, year=1400 + number % 5)
            year = 1380 + number
            dates = {"starts_on": made.day(f"{year}/01/01"), "ends_on": made.day(f"{year}/12/29")}
            made.contract(cluster, by=officer, **dates)
        with CaptureQueriesContext(connection) as caught:
            client.get(PAGE)
        counts.append(len(caught))
    assert counts[0] == counts[1]
