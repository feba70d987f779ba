"""Clusters, facts and products are written by those who may, and contradicting facts stand side by side."""

from __future__ import annotations

import pytest

from accounts.models import User
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused
from programs.clusters.choices import FactKey
from programs.clusters.models import Cluster, ClusterFact
from programs.clusters.services import clusters
from tests.factories import accounts
from tests.factories.clusters import NOW, ClusterFactory, day

pytestmark = pytest.mark.django_db


def test_saving_the_same_cluster_again_changes_nothing(cluster: Cluster) -> None:
    before = Entry.objects.count()
    ClusterFactory("knives", name="خوشهٔ چاقوی نمونه")
    assert Cluster.objects.count() == 1
    assert Entry.objects.count() == before


def test_contradicting_facts_stand_side_by_side_and_the_same_one_once(cluster: Cluster, officer: User) -> None:
    for value, year in (("۶۷۴ واحد", "1401/01/01"), ("۷۰۰ کارگاه", "1404/10/18"), ("۶۷۴ واحد", "1401/01/01")):
        clusters.add_fact(
            cluster_id=cluster.pk, key=FactKey.UNITS, value=value, source="خبر", as_of=day(year), by=officer, now=NOW
        )
    assert sorted(cluster.facts.values_list("value", flat=True)) == ["۶۷۴ واحد", "۷۰۰ کارگاه"]


def test_a_fact_needs_a_source(cluster: Cluster, officer: User) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clusters.add_fact(cluster_id=cluster.pk, key=FactKey.UNITS, value="۷۰۰", source=" ", by=officer, now=NOW)
    assert "source" in refusal.value.errors


def test_a_removed_fact_leaves_its_reason_on_record(cluster: Cluster, officer: User) -> None:
    fact = clusters.add_fact(cluster_id=cluster.pk, key=FactKey.JOBS, value="۲۰۰۰", source="خبر", by=officer, now=NOW)
    clusters.remove_fact(fact_id=fact.pk, reason="اشتباه", by=officer, now=NOW)
    assert not ClusterFact.objects.exists()
    assert Entry.objects.get(action="clusters.fact.removed").reason == "اشتباه"


@pytest.mark.parametrize("hs_code", ["82", "82119", "8211ab", "821192001"])
def test_a_product_needs_an_hs_code_of_four_six_or_eight_digits(cluster: Cluster, officer: User, hs_code: str) -> None:
    with pytest.raises(InvalidInput):
        clusters.save_product(cluster_id=cluster.pk, name="چاقو", hs_code=hs_code, by=officer, now=NOW)


@pytest.mark.parametrize("role", ["auditor", "manager", "officer", "finance"])
def test_others_write_nothing(cluster: Cluster, role: str) -> None:
    user = getattr(accounts, role)()
    with pytest.raises(PermissionRefused):
        clusters.add_fact(cluster_id=cluster.pk, key=FactKey.JOBS, value="۱", source="خبر", by=user, now=NOW)
    with pytest.raises(PermissionRefused):
        clusters.save_cluster(slug="knives", values={"place": "زنجان"}, by=user, now=NOW)


def test_a_name_is_found_again_in_any_spelling(cluster: Cluster, officer: User) -> None:
    for name in ("تیغهٔ  چاقو", "تیغۀ چاقو", " تيغهٔ چاقو"):
        clusters.save_product(cluster_id=cluster.pk, name=name, hs_code="8211", by=officer, now=NOW)
    assert cluster.products.count() == 1
