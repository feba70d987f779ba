"""What is linked in header and footer, and for whom."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse

from accounts.choices import Role
from core.web import navigation
from core.web.navigation import ALL, MAIN, Item, Who, address_of, for_request, links, shown_to
from tests.factories import accounts

VISITOR = AnonymousUser()


def person(*, staff: bool = False) -> object:
    return get_user_model()(pk=1, is_staff=staff)


def names(items: object, user: object) -> list[str]:
    return [item.name for item in items if shown_to(item, user)]


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)
def test_every_item_leads_to_a_page_that_exists(item: Item) -> None:
    assert address_of(item) == reverse(item.url_name)


def test_names_are_unique() -> None:
    assert len({item.name for item in ALL}) == len(ALL)


def test_an_item_whose_address_is_not_routed_is_left_out() -> None:
    missing = Item("nowhere", "Nowhere", "no-such-pattern")
    assert links([missing, MAIN[0]], VISITOR) == links([MAIN[0]], VISITOR)


def test_a_visitor_is_offered_to_sign_in_and_nothing_of_his_own() -> None:
    assert "applications" not in names(MAIN, VISITOR)
    assert names(navigation.ACCOUNT, VISITOR) == []
    assert names(navigation.VISITOR, VISITOR) == ["sign_in", "sign_up"]


def test_a_signed_in_person_sees_his_own_and_no_offer_to_sign_in() -> None:
    assert "applications" in names(MAIN, person())
    assert "staff" not in names(navigation.ACCOUNT, person())
    assert names(navigation.VISITOR, person()) == []


@pytest.mark.django_db
def test_staff_see_the_way_to_their_desk_and_to_the_pages_their_role_opens() -> None:
    assert {"dashboard", "readings", "staff"} <= set(names(navigation.ACCOUNT, accounts.manager()))
    lead = names(navigation.ACCOUNT, accounts.staff(Role.CLINIC_LEAD))
    assert "staff" in lead and not {"dashboard", "readings"} & set(lead)
    assert shown_to(Item("x", "x", "x", Who.STAFF), VISITOR) is False


@pytest.mark.parametrize(("path", "current"), [("/", ["home"]), ("/nowhere/", [])])
def test_the_page_one_stands_in_is_marked(path: str, current: list[str]) -> None:
    marked = [link.name for link in links(MAIN, VISITOR, path) if link.current]
    assert marked == current


def test_a_request_refused_before_sign_in_was_looked_at_has_a_navigation() -> None:
    found = for_request(RequestFactory().get("/"))
    assert found.main[0].url == "/"
    assert found.sign_out is None
