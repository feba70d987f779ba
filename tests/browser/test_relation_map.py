"""The relation map of a cluster: on a phone every name stands whole below it, beside its number on the map."""

from __future__ import annotations

from typing import Any

from programs.clusters.choices import RelationKind
from programs.clusters.services import members
from programs.clusters.services.members import Node
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS
from tests.factories import accounts, clusters
from tests.factories.clusters import NOW

pytestmark = MARKS
LONG = "سازمان میراث فرهنگی، گردشگری و صنایع دستی استان زنجان، معاونت صنایع دستی"


def test_long_names_are_whole_on_a_phone(transactional_db: None, open_screen: OpenScreen, settings: Any) -> None:
    cluster, officer = clusters.ClusterFactory("knife"), accounts.programme_officer()
    agency = clusters.StakeholderFactory(cluster, LONG)
    maker = clusters.MemberFactory(cluster, name="چاقوسازی نمونه", is_public=True)
    members.relate(
        cluster_id=cluster.pk, source=Node(stakeholder=agency.pk), target=Node(member=maker.pk),
        kind=RelationKind.COOPERATES, strength=2, by=officer, now=NOW,
    )  # fmt: skip
    phone = open_screen("phone")
    phone.open(f"/programs/clusters/{cluster.slug}/")
    names = phone.page.locator(".chart-key li")
    names.first.wait_for()
    assert names.all_text_contents() == [LONG, "چاقوسازی نمونه"]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in (row.bounding_box() for row in names.all()))
    desk = open_screen("desktop")
    desk.open(f"/programs/clusters/{cluster.slug}/")
    desk.page.locator("[data-chart=relation-map] canvas").wait_for()
    assert desk.page.locator(".chart-key").count() == 0
