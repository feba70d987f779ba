"""Nobody gets a booth that is taken: approvals and requests that run at the same moment."""

from __future__ import annotations

import pytest

from accounts.models import Applicant
from core import clock
from core.errors import DomainError
from programs.exhibitions.models import Booth, BoothAward, BoothRequest
from programs.exhibitions.services import requests, runs
from tests.factories.accounts import UserFactory, staff
from tests.factories.exhibitions import ExhibitionFactory
from tests.support.races import race

pytestmark = pytest.mark.django_db(transaction=True)

RACERS = 8


def test_of_many_who_approve_at_once_one_gives_the_booths():
    fair = ExhibitionFactory.in_status("ALLOCATED")
    run = fair.exhibition.runs.get()
    managers = [staff("manager") for _ in range(RACERS)]
    results = race(*(lambda by=by: runs.approve(run_id=run.pk, by=by, now=clock.now()) for by in managers))
    assert sum(not isinstance(one, Exception) for one in results) == 1
    assert all(isinstance(one, DomainError) for one in results if isinstance(one, Exception))
    # One booth or two: two firms may have wanted the same one, and the draw says who has it.
    given = fair.exhibition.requests.filter(status="AWARDED").count()
    assert BoothAward.objects.filter(run=run).count() == BoothAward.objects.live().count() == given > 0


def test_of_many_who_write_the_same_booth_past_the_services_one_row_stays():
    fair = ExhibitionFactory.in_status("ALLOCATED", firms=(("A-01",),) * 4)
    run = fair.exhibition.runs.get()
    booth = Booth.objects.get(exhibition=fair.exhibition, code="A-02")
    wanting = list(fair.exhibition.requests.all())

    def writer(request: BoothRequest) -> object:
        return BoothAward.objects.create(booth=booth, request=request, run=run, awarded_at=clock.now())

    results = race(*(lambda one=one: writer(one) for one in wanting))
    assert sum(isinstance(one, BoothAward) for one in results) == 1 == BoothAward.objects.live().count()


def test_a_firm_that_asks_in_many_windows_at_once_has_one_request():
    fair = ExhibitionFactory()
    user = UserFactory()
    firm = Applicant.objects.get(person=user.person)

    def asker() -> object:
        return requests.submit(
            exhibition_id=fair.exhibition.pk, applicant_id=firm.pk, booths=["A-01"], values={"products": "چاقو"},
            declared=True, by=user, now=clock.now(),
        )  # fmt: skip

    results = race(*[asker] * RACERS)
    assert not [one for one in results if isinstance(one, Exception)]
    assert BoothRequest.objects.count() == 1
