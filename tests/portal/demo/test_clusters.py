"""The clusters of the demo: real facts with sources, examples marked as such, and a second load that changes nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.choices import Role
from core.audit.models import Entry
from estates.choices import IndustryGroup
from portal.demo import clusters
from programs.clusters import selectors
from programs.clusters.choices import NeedStatus
from programs.clusters.models import ActionPlan, AgentContract, Cluster, ClusterMember, ExportRecord
from tests.factories import accounts
from tests.factories.clusters import NOW, TODAY
from tests.factories.estates import CountyFactory, TradeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> dict[str, list[object]]:
    for slug, name in (("zanjan", "زنجان"), ("abhar", "ابهر")):
        CountyFactory(slug, name)
    for code, name in (
        ("knife_making", "چاقوسازی"), ("shoe_making", "کفش"), ("zinc_and_lead", "روی"), ("carpet_weaving", "فرش"),
        ("coppersmithing", "مسگری"), ("filigree", "ملیله"),
    ):  # fmt: skip
        TradeFactory(code, name, industry_group=IndustryGroup.HANDICRAFTS)
    cast = {Role.PROGRAMME_OFFICER: [accounts.programme_officer()], Role.MANAGER: [accounts.manager()]}
    clusters.load(now=NOW, cast=cast, say=lambda line: None)
    return cast  # type: ignore[return-value]


def test_the_worked_clusters_are_full_and_marked_and_a_second_load_changes_nothing(
    loaded: dict[str, list[object]], client: Client
) -> None:
    for slug in ("zanjan-knife", "hidaj-shoes"):
        _full_and_marked(selectors.find(slug, public=True))
    assert not ActionPlan.objects.filter(is_illustrative=False).exists()
    assert not AgentContract.objects.filter(is_illustrative=False).exists()
    # Of the others the sources give the name, and the page says no more.
    others = Cluster.objects.exclude(slug__in=["zanjan-knife", "hidaj-shoes"])
    assert others.count() == 4
    assert not ClusterMember.objects.filter(cluster__in=others).exists()
    for slug in Cluster.objects.values_list("slug", flat=True):
        assert client.get(f"/programs/clusters/{slug}/").status_code == 200
    before = Entry.objects.count()
    clusters.load(now=NOW, cast=loaded, say=lambda line: None)  # type: ignore[arg-type]
    assert Entry.objects.count() == before


def _full_and_marked(cluster: Cluster) -> None:
    assert cluster.is_illustrative
    assert cluster.members.count() >= 25
    assert not ClusterMember.objects.filter(cluster=cluster, is_illustrative=False).exists()
    assert not ExportRecord.objects.filter(member__cluster=cluster, is_illustrative=False).exists()
    assert {step.state for step in selectors.phases(cluster, TODAY)} == {"done", "current", "next"}
    progress = selectors.action_plan(cluster, TODAY)
    assert progress is not None and 0 < progress.done_percent < 100
    public = selectors.public_exports(cluster)
    assert public.by_year and public.by_country and public.by_product
    assert all(row.members >= 10 and row.is_better for row in selectors.before_after(cluster))
    assert all(survey.mean for survey in selectors.satisfaction(cluster))
    assert {row.status for row in selectors.needs(cluster).rows} >= {NeedStatus.OPEN, NeedStatus.MET}
