"""Every page of the staff desk × method × person: closed to those it is not for, and nothing answers with 500."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from accounts.choices import Role
from tests.architecture.place import Place
from tests.architecture.sweep import REFUSED, STAFF, DrawnOnce, answer, body, client_of, patterns, sent_to_sign_in
from tests.factories import accounts as cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bare_refusals", "draw_once")]

ALLOCATION = {Role.OFFICER, Role.COMMITTEE, Role.SCORER, Role.AUDITOR, Role.ADMIN}


@pytest.fixture(scope="module")
def desk(place: Place) -> list[str]:
    """Every list and form of the admin, and every action page, for a row that exists or for number 1."""
    found, known = {reverse("admin:index"), reverse("admin:autocomplete")}, list(patterns())
    for model, _site in admin.site._registry.items():
        row = model._default_manager.order_by("pk").values_list("pk", flat=True).first() or 1
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found |= {reverse(f"{base}_changelist"), reverse(f"{base}_add")}
        found |= {reverse(f"{base}_{page}", args=[row]) for page in ("change", "delete", "history")}
        usual = {f"{base}_{page}" for page in ("change", "delete", "history")}
        for name, route in known:
            if name.startswith(f"{base}_") and "<" in route and name not in usual:
                found |= _reversed(name, route, row)
    return sorted(found)


def _reversed(name: str, route: str, row: Any) -> set[str]:
    count = route.count("<")
    try:
        return {reverse(name, args=[row, *([1] * (count - 1))])}
    except NoReverseMatch:
        return set()


@pytest.fixture(scope="module")
def answered_alike(desk: list[str]) -> set[str]:
    """Lists and histories: a POST without an action is answered with the page that GET shows."""
    lists = {reverse("admin:index")} | {
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
    }
    return {address for address in desk if address in lists or address.endswith("/history/")}


@pytest.fixture(scope="module")
def tried_without_right() -> set[str]:
    """Addresses that somebody of the staff who may not open them has posted to."""
    return set()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_desk_is_closed_to_visitors_and_applicants(place: Place, desk: list[str], method: str) -> None:
    for user in (None, place.sara):
        client = client_of(user)
        for address in desk:
            response = answer(client, method, address)
            assert sent_to_sign_in(response) or response.status_code in REFUSED, (address, response.status_code)
            assert "changelist" not in body(response), address


@pytest.mark.parametrize("role", STAFF)
def test_no_page_of_the_desk_breaks_for_anybody_asked_for_or_posted_to_empty(
    desk: list[str], answered_alike: set[str], tried_without_right: set[str], role: Role
) -> None:
    client = client_of(cast.staff(role))
    for address in desk:
        status = answer(client, "get", address).status_code
        assert status < 500, (address, status)
        # Those to whom most lists open stand for all roles, and the first who may not open a page for the others.
        if address in answered_alike and role not in (Role.AUDITOR, Role.ADMIN):
            continue
        if status == 403 and role is not Role.AUDITOR:
            if address in tried_without_right:
                continue
            tried_without_right.add(address)
        posted = answer(client, "post", address).status_code
        assert posted < 500, (address, posted)
        if status == 403:
            assert posted in REFUSED, (address, posted)
        if role is Role.AUDITOR and address not in answered_alike:
            assert posted in (302, *REFUSED, 409), (address, posted)


@pytest.mark.parametrize("role", sorted(set(STAFF) - ALLOCATION))
def test_roles_outside_the_allocation_see_no_application(
    place: Place, desk: list[str], drawn: DrawnOnce, role: Role
) -> None:
    client = client_of(cast.staff(role))
    for address in desk:
        if "/allocations/application/" in address or "/accounts/person/" in address:
            drawn.seen.clear()  # what somebody else was shown must not stand in for what this role is shown
            shown = answer(client, "get", address)
            assert not any(secret in body(shown) for secret in place.secrets), address
