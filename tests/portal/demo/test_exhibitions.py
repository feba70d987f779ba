"""Exhibitions and wishes of the demo world: brought in whole, and only once."""

from __future__ import annotations

import pytest

from accounts.choices import Role
from core import clock
from core.procedure import verifying
from portal.demo import demand, exhibitions
from programs.demand.models import Wish
from programs.exhibitions.models import BoothRequest, Exhibition, TripCost
from programs.exhibitions.services import bridge
from tests.factories.accounts import staff
from tests.factories.clusters import ClusterFactory
from tests.factories.estates import CountyFactory, TradeFactory

pytestmark = pytest.mark.django_db


def test_exhibitions_come_in_three_states_with_a_record_that_holds_and_stay_as_they_are(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for slug in ("zanjan-knife", "hidaj-shoes"):
        ClusterFactory(slug)
    cast = {Role.PROGRAMME_OFFICER: [staff("programme_officer")], Role.MANAGER: [staff("manager")]}
    said: list[str] = []
    for _ in range(2):
        exhibitions.load(now=clock.now(), cast=cast, say=said.append)
    assert said[0] == said[1]
    assert sorted(Exhibition.objects.values_list("status", flat=True)) == ["APPROVED", "REGISTRATION", "REPORTED"]
    run = Exhibition.objects.get(status="REPORTED").runs.get()
    assert verifying.check(bytes(run.record), script=bridge.VERIFIER, manifest_sha256=run.manifest_sha256)
    assert TripCost.objects.filter(paper__isnull=False).count() == 2
    assert BoothRequest.objects.filter(exhibition__status="REPORTED", result__isnull=False).count() >= 5


def test_sixty_wishes_come_in_once():
    for slug in ("zanjan", "abhar", "khodabandeh"):
        CountyFactory(slug, slug)
    TradeFactory()
    for _ in range(2):
        demand.load(now=clock.now(), cast={}, say=str)
    assert Wish.objects.count() == 60
