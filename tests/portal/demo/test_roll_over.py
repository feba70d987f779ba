"""The programme of the demo that was rolled over: last year's plan with its baseline kept, and its rest in this year's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.choices import Role
from portal.demo import roll_over
from programs.models import Activity, Baseline, Milestone, Programme, Reading
from programs.selectors.progress import physical
from tests.factories import accounts
from tests.factories.estates import EstateFactory
from tests.factories.programs import NOW, month

pytestmark = pytest.mark.django_db
OLD, NEW = "assembly-road-lighting", "assembly-road-lighting-1405"


def test_what_remained_of_last_year_is_in_the_plan_of_this_year_and_each_page_leads_to_the_other(
    settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    EstateFactory("eshragh")
    cast = {Role.PROGRAMME_OFFICER: [accounts.programme_officer()], Role.MANAGER: [accounts.manager()]}
    said: list[str] = []
    roll_over.load(now=NOW, cast=cast, say=said.append)
    old, new = Programme.objects.get(slug=OLD), Programme.objects.get(slug=NEW)
    assert (old.year, new.year, new.previous, new.status, new.is_illustrative) == (1404, 1405, old, "ACTIVE", True)
    for programme in (old, new):
        assert Baseline.objects.approved().filter(programme=programme).count() == 1
        assert sum(Activity.objects.filter(programme=programme).values_list("weight", flat=True)) == 100
    done = physical([old.pk, new.pk], month(9))
    assert 0 < done[old.pk].percent < 100 and 0 < done[new.pk].percent < 100
    carried = set(Milestone.objects.filter(activity__programme=new).values_list("name", flat=True))
    every = set(Milestone.objects.filter(activity__programme=old).values_list("name", flat=True))
    assert carried < every  # what had reached 100 per cent stayed behind
    assert f"/programs/{NEW}/" in Client().get(f"/programs/{OLD}/").content.decode()
    assert f"/programs/{OLD}/" in Client().get(f"/programs/{NEW}/").content.decode()
    before = Programme.objects.count(), Reading.objects.count()
    roll_over.load(now=NOW, cast=cast, say=said.append)
    assert (Programme.objects.count(), Reading.objects.count()) == before
