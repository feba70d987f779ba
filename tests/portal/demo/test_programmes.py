"""The demo's programmes: the five of the news with real facts and sources, plans that add up, and a second load without effect."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Sum
from django.test import Client

from core import clock
from portal.demo import estates, people, programmes
from programs.choices import ProgrammeGroup, ProgrammeStatus
from programs.models import Activity, Baseline, Programme, ProgrammeFact, ProgrammePhoto
from programs.selectors.plans import planned
from tests.factories.programs import month

pytestmark = pytest.mark.django_db


def test_programmes_come_in_once_and_every_page_has_something_to_show(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    now = clock.now()
    cast = people.load(now=now)
    estates.load_places(now)
    said: list[str] = []
    for _again in range(2):
        programmes.load(now=now, cast=cast, say=said.append)
    groups = dict(Programme.objects.order_by().values_list("slug", "group"))
    assert list(groups.values()).count(ProgrammeGroup.FLAGSHIP_YEAR) == 5
    assert ProgrammeGroup.OUTLOOK_3Y not in groups.values()
    assert list(groups.values()).count(ProgrammeGroup.RESISTANCE_ECONOMY) == 1
    assert "(0 new)" in said[1]
    assert not Programme.objects.exclude(status=ProgrammeStatus.ACTIVE, is_illustrative=True).exists()
    assert not ProgrammeFact.objects.filter(source="").exists()
    flagship = Programme.objects.filter(group=ProgrammeGroup.FLAGSHIP_YEAR)
    assert all(programme.facts.exists() for programme in flagship)
    assert Baseline.objects.approved().count() == len(groups)
    sums = Activity.objects.order_by().values("programme").annotate(sum=Sum("weight"))
    assert {row["sum"] for row in sums} == {100}
    ends = planned([programme.pk for programme in flagship], [month(12)])
    assert {row[month(12)][0] for row in ends.values()} == {100}
    assert ProgrammePhoto.objects.filter(stage="BEFORE").count() == ProgrammePhoto.objects.filter(stage="AFTER").count()
    client = Client()
    assert client.get("/programs/").status_code == 200
    for slug in groups:
        assert client.get(f"/programs/{slug}/").status_code == 200, slug
