"""The public pages: what is known with its source, and nothing of a firm that did not agree."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from programs.clusters.choices import FactKey, Phase
from programs.clusters.models import Cluster
from programs.clusters.services import clusters, members
from programs.clusters.services.members import Node
from tests.factories import clusters as made
from tests.factories.clusters import NOW, ClusterFactory, MemberFactory, StakeholderFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(HTTP_ACCEPT_LANGUAGE="fa")


def page(client: Client, cluster: Cluster) -> str:
    answer = client.get(f"/programs/clusters/{cluster.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_leads_to_each_cluster(client: Client, cluster: Cluster) -> None:
    ClusterFactory("hidden", name="پنهان", is_public=False)
    shown = client.get("/programs/clusters/").content.decode()
    assert f"/programs/clusters/{cluster.slug}/" in shown
    assert "پنهان" not in shown


def test_an_empty_list_says_so(client: Client, db: None) -> None:
    assert client.get("/programs/clusters/").status_code == 200


def test_a_cluster_that_is_not_public_is_not_there(client: Client) -> None:
    hidden = ClusterFactory(is_public=False)
    for tail in ("", "exports.csv"):
        assert client.get(f"/programs/clusters/{hidden.slug}/{tail}").status_code == 404


def test_a_cluster_of_which_only_the_name_is_known_says_so(client: Client, cluster: Cluster) -> None:
    assert "سند نمونه" in page(client, cluster)


def test_contradicting_facts_stand_with_their_dates_and_sources(client: Client, cluster: Cluster) -> None:
    for value, source, as_of in (("۶۷۴ واحد", "تحلیل بازار", "1401/01/01"), ("۷۰۰ کارگاه", "خبرگزاری", "1404/10/18")):
        clusters.add_fact(
            cluster_id=cluster.pk, key=FactKey.UNITS, value=value, source=source, as_of=day(as_of), by=None, now=NOW
        )
    shown = page(client, cluster)
    for text in ("۶۷۴ واحد", "۷۰۰ کارگاه", "تحلیل بازار", "خبرگزاری", "۱۸ دی ۱۴۰۴"):
        assert text in shown


def test_no_firm_that_did_not_agree_and_no_contact_is_shown(client: Client, cluster: Cluster, officer: User) -> None:
    bank = StakeholderFactory(cluster, "بانک نمونه")
    secret = {"contact_name": "آقای رازدار", "phone": "02433334444", "address": "کوچهٔ پنهان"}
    for number in range(3):
        member = MemberFactory(cluster, name=f"نام پنهان {number}", **secret)
        members.relate(
            cluster_id=cluster.pk, source=Node(stakeholder=bank.pk), target=Node(member=member.pk), kind="FINANCES",
            by=officer, now=NOW,
        )  # fmt: skip
    named = MemberFactory(cluster, name="نام پیدا", is_public=True, **secret)
    made.export(named, usd=987654)
    shown = page(client, cluster) + client.get(f"/programs/clusters/{cluster.slug}/exports.csv").content.decode()
    assert "نام پیدا" in shown and "بانک نمونه" in shown
    for hidden in ("نام پنهان", "رازدار", "02433334444", "پنهان", "987654", "۹۸۷٬۶۵۴"):
        assert hidden not in shown


def test_the_map_has_a_table_that_says_the_same(client: Client, cluster: Cluster, officer: User) -> None:
    bank, union = StakeholderFactory(cluster, "بانک نمونه"), StakeholderFactory(cluster, "اتحادیهٔ نمونه")
    members.relate(
        cluster_id=cluster.pk, source=Node(stakeholder=bank.pk), target=Node(stakeholder=union.pk), kind="COOPERATES",
        strength=3, by=officer, now=NOW,
    )  # fmt: skip
    shown = page(client, cluster)
    assert 'id="relation-map"' in shown and "<table" in shown
    assert "<td data-label" in shown and "بانک نمونه" in shown


def test_exports_of_three_firms_are_shown_with_csv(client: Client, cluster: Cluster) -> None:
    for _number in range(3):
        made.export(MemberFactory(cluster), "IQ", 1404, usd=1000)
    shown = page(client, cluster)
    assert "عراق" in shown and "exports.csv" in shown
    table = client.get(f"/programs/clusters/{cluster.slug}/exports.csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[2] for line in table[1:]] == ["3000.00"] * 3


def test_phases_are_a_row_of_steps_with_trust_building_beside_them(
    client: Client, cluster: Cluster, officer: User
) -> None:
    made.phase(cluster, Phase.TRUST_BUILDING, "1404/01/01", "1406/12/01", by=officer, state="RUNNING")
    made.phase(cluster, Phase.DIAGNOSTIC_STUDY, "1404/01/01", "1404/04/31", by=officer, state="DONE")
    shown = page(client, cluster)
    assert shown.count('class="step step-') == 5
    assert "step-done" in shown


@pytest.mark.parametrize("language", ["fa", "en"])
def test_both_languages_and_only_reading(cluster: Cluster, language: str) -> None:
    client = Client()
    client.cookies["django_language"] = language
    for address in ("/programs/clusters/", f"/programs/clusters/{cluster.slug}/"):
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 405
