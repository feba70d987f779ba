"""The first page: what is open, where my case stands, ways in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory, Stage, begin, copies
from tests.factories.decisions import scored_world

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def test_an_empty_portal_has_a_first_page(client: Client) -> None:
    assert client.get("/").status_code == 200


@pytest.fixture
def stage() -> Stage:
    """A call that is open."""
    return CallFactory.published(plots=1)


def test_a_visitor_sees_what_is_open_and_how_to_apply(client: Client, stage: Stage) -> None:
    text = client.get("/").content.decode()
    assert stage.call.title in text
    assert reverse("calls:apply", args=[stage.call.slug]) in text
    assert "my-cases" not in text


def test_who_has_begun_is_led_on_and_sees_where_his_case_stands(stage: Stage) -> None:
    user = UserFactory()
    application = begin(stage, user)
    text = signed_in(user).get("/").content.decode()
    assert reverse("calls:apply", args=[stage.call.slug]) not in text
    assert text.count(reverse("applications:detail", args=[application.tracking_code])) >= 2


def test_results_are_linked_once_they_are_public(client: Client) -> None:
    world = scored_world(applicants=2, plots=1)
    address = reverse("calls:results", args=[world.call.slug])
    run = world.approved()
    assert address not in client.get("/").content.decode()
    world.publish(run)
    assert address in client.get("/").content.decode()


def test_the_first_page_asks_the_same_whatever_is_open(django_assert_max_num_queries: Any, stage: Stage) -> None:
    user = UserFactory()
    client = signed_in(user)
    for stages in ([stage], copies(stage, 19)):
        for one in stages:
            begin(one, user)
        with django_assert_max_num_queries(17):
            assert client.get("/").status_code == 200
