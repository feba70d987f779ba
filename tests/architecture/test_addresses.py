"""Every address × method × person: nobody sees what is not his, nothing answers with 500 (trust R6, R10)."""

from __future__ import annotations

import pytest

from accounts.choices import Role
from tests.architecture.addresses import ENTRANCE, OWNED, PUBLIC, SIGNED_IN, STAFF_PAGES
from tests.architecture.place import Place
from tests.architecture.sweep import METHODS, NAMES, REFUSED, STAFF, DrawnOnce, answer, body, client_of, sent_to_sign_in
from tests.factories import accounts as cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("draw_once")]


def test_every_address_stands_in_one_table() -> None:
    tables = [PUBLIC, ENTRANCE, SIGNED_IN, frozenset(OWNED), frozenset(STAFF_PAGES)]
    listed = [name for table in tables for name in table]
    assert len(listed) == len(set(listed))
    assert sorted(set(NAMES) - set(listed)) == [], "addresses that no table knows"
    assert sorted(set(listed) - set(NAMES)) == [], "addresses that do not exist any more"


def test_public_pages_are_open_and_tell_nothing_of_anybody(place: Place, drawn: DrawnOnce) -> None:
    client = client_of(None)
    drawn.seen.clear()  # each of them is drawn for the visitor
    for name in sorted(PUBLIC - {"set_language"}):
        response = answer(client, "get", place.address(name))
        # Sara's application came into this world without a receipt, so there is nothing to verify under its code.
        assert response.status_code == (404 if name == "verify:code" else 200), name
        shown = body(response)
        assert not any(secret in shown for secret in place.secrets), name


@pytest.mark.parametrize("method", METHODS)
def test_a_visitor_is_sent_to_sign_in_from_everything_else(place: Place, method: str) -> None:
    client = client_of(None)
    for name in sorted(SIGNED_IN | set(OWNED) | set(STAFF_PAGES)):
        response = answer(client, method, place.address(name))
        assert sent_to_sign_in(response) or response.status_code in REFUSED, (name, response.status_code)
        assert not any(secret in body(response) for secret in place.secrets), name


@pytest.mark.parametrize("method", METHODS)
def test_what_is_hers_is_not_there_for_another_applicant(place: Place, method: str) -> None:
    client = client_of(place.other)
    for name in sorted(OWNED):
        response = answer(client, method, place.address(name))
        assert response.status_code in REFUSED, (name, response.status_code)
        assert not any(secret in body(response) for secret in place.secrets), name


@pytest.mark.parametrize("role", STAFF)
def test_what_is_hers_is_open_only_to_the_roles_of_the_table(place: Place, role: Role) -> None:
    client = client_of(cast.staff(role))
    for name, allowed in sorted(OWNED.items()):
        for method in ("get", "post"):
            response = answer(client, method, place.address(name))
            if role in allowed:
                assert response.status_code < 500, (name, method)
            else:
                assert response.status_code in REFUSED, (name, method, response.status_code)
                assert not any(secret in body(response) for secret in place.secrets), (name, method)


@pytest.mark.parametrize("method", METHODS)
def test_pages_of_the_staff_are_closed_to_applicants(place: Place, method: str) -> None:
    client = client_of(place.other)
    for name in sorted(STAFF_PAGES):
        response = answer(client, method, place.address(name))
        assert response.status_code in REFUSED, (name, response.status_code)


@pytest.mark.parametrize("role", STAFF)
def test_pages_of_the_staff_are_open_to_the_roles_of_the_table_and_an_auditor_changes_nothing(
    place: Place, role: Role
) -> None:
    client = client_of(cast.staff(role))
    for name, allowed in sorted(STAFF_PAGES.items()):
        for method in ("get", "post"):
            status = answer(client, method, place.address(name)).status_code
            if role not in allowed:
                assert status in REFUSED, (name, method, status)
            elif role is Role.AUDITOR and method == "post":
                assert status in (403, 405), (name, status)
            else:
                assert status < (400 if method == "get" else 500), (name, method, status)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_of_her_own_breaks_for_the_owner(place: Place, method: str) -> None:
    client = client_of(place.sara)
    for name in sorted(set(NAMES) - {"account_logout"}):
        response = answer(client, method, place.address(name))
        assert response.status_code < 500, (name, response.status_code)


def test_the_owner_reaches_what_is_hers(place: Place) -> None:
    client = client_of(place.sara)
    never_by_link = {
        "accounts:withdraw_group", "accounts:end_signatory", "accounts:withdraw_document", "accounts:end_session",
        "applications:remove_paper", "applications:paper", "applications:step", "applications:correction",
        "applications:withdraw", "applications:receipt",
    }  # fmt: skip
    for name in sorted(set(OWNED) - never_by_link):
        response = answer(client, "get", place.address(name))
        assert response.status_code == 200, (name, response.status_code)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_pages_answer_other_methods_with_405_or_the_same_refusal(place: Place, method: str) -> None:
    client = client_of(None)
    for name in sorted(PUBLIC - {"set_language"}):
        assert answer(client, method, place.address(name)).status_code in (403, 405), name
