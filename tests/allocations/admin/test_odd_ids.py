"""An id that is nobody's, no number or another estate's is not found: no other answer, and nothing changes."""

from copy import deepcopy

import pytest
from django.contrib import admin
from django.urls import reverse

from allocations.models import Application
from core.audit.models import Entry
from tests.factories import accounts
from tests.factories.allocations import ApplicationFactory, CallFactory

ELSEWHERE = "somewhere-else"
NOBODYS = ("0", "9223372036854775807")
"""Ids that no row has, though it could."""
NO_ID = ("9223372036854775808", "9" * 40, "-1", "x", "1;", "%00", "۱۲", "1/../2")


def addresses(pk):
    """Every page of one row that the tables of this app have; `part` is the same odd id."""
    for model, table in admin.site._registry.items():
        if model._meta.app_label != "allocations":
            continue
        place = reverse(f"admin:allocations_{model._meta.model_name}_changelist")
        yield f"{place}{pk}/change/"
        yield f"{place}{pk}/history/"
        for route, _view, _name in getattr(table, "pages", []):
            if route.startswith("next/"):  # a call, and a way on to its list
                continue
            yield place + route.replace("<int:pk>", str(pk)).replace("<int:part>", str(pk))


@pytest.fixture
def everybody(desk, bare_refusals):
    """Browsers of the roles that open pages of rows between them."""
    return [desk(accounts.committee()), desk(accounts.officer()), desk(accounts.scorer()), desk(accounts.auditor())]


def answers(odd, clients):
    """Addresses with this id that answer otherwise than with not found, and how."""
    found = {}
    for address in addresses(odd):
        for client in clients:
            status = client.get(address, follow=True).status_code
            # 403: the person's roles do not open this table, whatever the id; 400: no address at all.
            if status not in (400, 403, 404):
                found[address] = status
    return found


@pytest.mark.parametrize("odd", NOBODYS)
def test_an_id_that_is_nobodys_is_not_found_on_any_page_of_the_desk(odd, everybody):
    assert answers(odd, everybody) == {}


@pytest.mark.parametrize("odd", NO_ID)
def test_what_is_no_id_is_not_found_on_any_page_of_the_desk(odd, desk, bare_refusals):
    # Whoever opens most tables stands for all: such an address is refused before anybody is asked for.
    assert answers(odd, [desk(accounts.committee())]) == {}


@pytest.fixture(scope="module")
def made_pair(make_once):
    def build():
        stage = CallFactory.published(plots=2)
        return [ApplicationFactory.in_status("UNDER_REVIEW", stage=stage) for _ in range(2)]

    return make_once(build)


@pytest.fixture
def pair(made_pair, db):
    """Two applications of one call that its officer has at hand."""
    return deepcopy(made_pair)


def test_a_row_of_another_estate_is_not_found_on_any_page_and_nothing_happens_to_it(pair, desk, bare_refusals):
    application, _other = pair
    clients = [desk(accounts.committee(ELSEWHERE)), desk(accounts.officer(ELSEWHERE))]
    before = Entry.objects.count()
    found = {}
    for address in addresses(application.pk):
        if "/application/" not in address:
            continue
        for client in clients:
            for method in (client.get, client.post):
                status = method(address).status_code
                if status not in (403, 404, 405):
                    found[address] = status
    assert found == {}
    assert Application.objects.get(pk=application.pk).status == "UNDER_REVIEW"
    assert Entry.objects.count() == before


def test_of_a_file_at_hand_an_odd_paper_or_group_is_not_found(pair, desk):
    application, other = pair
    client = desk(application.reviewer)
    for part in ("0", "999999999", "9" * 40, str(other.papers.get().pk)):
        for page in ("papers", "groups"):
            address = f"/admin/allocations/application/{application.pk}/{page}/{part}/"
            assert client.post(address, {"accepted": "yes"}).status_code == 404, address
