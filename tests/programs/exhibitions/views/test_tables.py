"""The desk's tables of requests and results: who reads them, what filters find, pages, and queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.choices import Role
from accounts.models import Applicant
from core import clock
from programs.clusters.permissions import READERS
from programs.exhibitions.models import BoothRun
from programs.exhibitions.services import runs
from tests.factories.accounts import UserFactory, staff
from tests.factories.clusters import MemberFactory
from tests.factories.exhibitions import ExhibitionFactory

pytestmark = pytest.mark.django_db
REQUESTS, RUNS = reverse("exhibitions:all_requests"), reverse("exhibitions:all_runs")


def client_of(user: Any = None) -> Client:
    client = Client()
    client.force_login(user or staff(Role.PROGRAMME_OFFICER))
    return client


def found(query: str = "", address: str = REQUESTS) -> list[Any]:
    answer = client_of().get(f"{address}{query}")
    assert answer.status_code == 200
    return list(answer.context["rows"])


def test_they_are_for_those_who_answer_for_the_company() -> None:
    for role in Role:
        client = client_of(UserFactory() if role is Role.APPLICANT else staff(role))
        for address in (REQUESTS, RUNS):
            assert client.get(address).status_code == (200 if role in READERS else 403), (role, address)
    for address in (REQUESTS, RUNS):
        assert Client().get(address).status_code == 302, address


@pytest.mark.parametrize("address", [REQUESTS, RUNS])
def test_an_empty_table_says_what_to_do_next(address: str) -> None:
    assert reverse("exhibitions:list") in client_of().get(address).content.decode()
    assert client_of().get(f"{address}?status=").context["is_filtered"] is False


def test_a_filter_that_does_not_exist_is_refused() -> None:
    client = client_of()
    for address in (REQUESTS, RUNS):
        for query in ("?colour=red", "?status=HAPPY", "?exhibition=nothing"):
            assert client.get(f"{address}{query}").status_code == 400, (address, query)


def test_requests_are_found_by_firm_code_exhibition_and_state() -> None:
    first, second = ExhibitionFactory(), ExhibitionFactory()
    user = UserFactory(first_name="سیمین", last_name="چاقوساز")
    cluster = first.exhibition.clusters.get()
    MemberFactory(cluster, name="کارگاه فولاد نقش", person=user.person)
    one = first.join("A-02", "A-01", firm=Applicant.objects.get(person=user.person))
    other = second.join("A-01")
    assert [line.request for line in found()] == [other, one]
    assert found()[1].wanted == ["A-02", "A-01"]
    for query in ("?q=چاقوساز", "?q=فولاد", f"?code={one.code.lower()}", f"?exhibition={first.exhibition.slug}"):
        assert [line.request for line in found(query)] == [one], query
    assert found("?status=WITHDRAWN") == []


def test_a_booth_that_was_given_stands_beside_its_request_and_results_name_who_decided() -> None:
    fair = ExhibitionFactory.in_status("APPROVED", booths=1, firms=(("A-01",),))
    assert [line.booth for line in found()] == ["A-01"]
    (run,) = found(f"?exhibition={fair.exhibition.slug}&status=APPROVED", RUNS)
    assert (run.proposed_by, run.decided_by) == (fair.officer, fair.manager)
    assert found("?status=PROPOSED", RUNS) == []


def test_twenty_rows_make_a_page_and_the_rest_is_on_the_next_for_as_many_queries_as_one_row() -> None:
    fair, client, counts = ExhibitionFactory(), client_of(), []
    for number in (1, 20):
        for _each in range(number):
            fair.join("A-01", "A-02")
        with CaptureQueriesContext(connection) as caught:
            client.get(REQUESTS)
        counts.append(len(caught))
    assert counts[0] == counts[1]
    page = client.get(REQUESTS).context
    assert (len(page["rows"]), page["previous_url"]) == (20, "")
    assert len(client.get(f"{REQUESTS}{page['next_url']}").context["rows"]) == 1
    assert client.get(f"{REQUESTS}?cursor=changed").status_code == 400


def test_the_number_of_queries_does_not_grow_with_results() -> None:
    fair, client, counts = ExhibitionFactory.in_status("ALLOCATED"), client_of(), []
    for number in (0, 4):
        for _each in range(number):
            run = BoothRun.objects.get(status="PROPOSED")
            runs.refuse(run_id=run.pk, reason="پیوست ناقص", by=fair.manager, now=clock.now())
            fair.run()
        with CaptureQueriesContext(connection) as caught:
            client.get(RUNS)
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert len(found("?status=REFUSED", RUNS)) == 4
