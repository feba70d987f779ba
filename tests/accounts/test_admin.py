"""Accounts at the staff desk."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import RoleGrant, User
from core.persian.digits import to_persian
from tests.factories import accounts as cast

LISTS = ["user", "rolegrant", "person", "legalentity", "signatory"]


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


def desk(user):
    """A browser in which `user` typed the password a moment ago."""
    browser = Client()
    browser.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})
    return browser


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("admin", set(LISTS)),
        ("auditor", set(LISTS)),
        ("officer", {"person", "legalentity", "signatory"}),
        ("finance", set()),
    ],
)
def test_each_list_opens_for_whom_it_is(role, allowed):
    browser = desk(cast.staff(role))
    found = {model: browser.get(f"/admin/accounts/{model}/").status_code for model in LISTS}
    assert found == {model: 200 if model in allowed else 403 for model in LISTS}


def test_applicants_do_not_reach_the_desk():
    assert desk(cast.UserFactory()).get("/admin/", follow=True).status_code == 403
    assert Client().get("/admin/", follow=True).redirect_chain[-1][0].startswith("/account/sign-in/?next=")


def test_lists_show_masked_numbers():
    user = cast.UserFactory()
    body = desk(cast.admin()).get("/admin/accounts/user/").content.decode()
    assert user.national_code not in body
    assert user.phone not in body
    assert user.national_code[-4:] in body


@pytest.mark.parametrize("spell", [str, to_persian], ids=["ascii", "persian"])
def test_accounts_are_found_by_name_code_and_mobile_in_any_spelling(spell):
    user = cast.UserFactory(first_name="علی‌رضا", last_name="کریمی")
    cast.UserFactory()
    browser = desk(cast.admin())
    for text in ("عليرضا كريمي", spell(user.national_code), spell(user.phone)):
        found = browser.get("/admin/accounts/user/", {"q": text}).context["cl"].queryset
        assert list(found) == [user]


def test_the_lists_cost_as_many_queries_for_twenty_rows_as_for_one(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = desk(cast.admin())
    counts = []
    for more in (1, 19):
        for _each in range(more):
            cast.LegalEntityFactory(signatory=cast.UserFactory())
            cast.officer()
        row = []
        for model in LISTS:
            browser.get(f"/admin/accounts/{model}/")
            with CaptureQueriesContext(connection) as queries:
                browser.get(f"/admin/accounts/{model}/")
            row.append(len(queries))
        counts.append(row)
    assert counts[0] == counts[1]


def test_an_administrator_grants_a_role_through_the_service():
    admin, user = cast.admin(), cast.UserFactory()
    page = desk(admin).post("/admin/accounts/rolegrant/add/", {"user": user.pk, "role": "officer", "scope": "nikan"})
    assert page.status_code == 302, page.context["adminform"].form.errors
    grant = RoleGrant.objects.get(user=user)
    assert (grant.role, grant.scope, grant.granted_by) == ("officer", "nikan", admin)
    user.refresh_from_db()
    assert user.is_staff


def test_a_refusal_of_the_service_stands_on_the_form():
    admin = cast.admin()
    page = desk(admin).post("/admin/accounts/rolegrant/add/", {"user": admin.pk, "role": "officer", "scope": ""})
    assert page.status_code == 200
    assert page.context["errors"]
    assert not admin.has_role("officer")


def test_granting_asks_for_the_password_when_it_was_typed_long_ago():
    admin = cast.admin()
    browser = Client()
    browser.force_login(admin)
    asked = browser.post("/admin/accounts/rolegrant/add/", {"user": cast.UserFactory().pk, "role": "officer"})
    assert asked["Location"].startswith("/account/again/?next=")
    assert not RoleGrant.objects.filter(granted_by=admin).exists()


def test_the_form_that_waited_for_the_password_is_done_afterwards():
    admin, user = cast.admin(), cast.UserFactory()
    browser = Client()
    browser.force_login(admin)
    asked = browser.post("/admin/accounts/rolegrant/add/", {"user": user.pk, "role": "officer", "scope": ""})
    browser.post(asked["Location"], {"password": cast.PASSWORD})
    assert RoleGrant.objects.get(user=user).granted_by == admin


def test_roles_are_ended_by_the_action():
    admin, officer = cast.admin(), cast.officer()
    grant = officer.role_grants.get()
    desk(admin).post("/admin/accounts/rolegrant/", {"action": "end_grants", "_selected_action": [grant.pk]})
    grant.refresh_from_db()
    assert grant.ended_by == admin


def test_an_auditor_sees_and_changes_nothing():
    auditor, officer = cast.auditor(), cast.officer()
    browser = desk(auditor)
    grant = officer.role_grants.get()
    assert browser.get(f"/admin/accounts/user/{officer.pk}/change/").status_code == 200
    assert browser.post(f"/admin/accounts/user/{officer.pk}/change/", {"first_name": "x"}).status_code == 403
    assert browser.get("/admin/accounts/rolegrant/add/").status_code == 403
    browser.post("/admin/accounts/rolegrant/", {"action": "end_grants", "_selected_action": [grant.pk]})
    browser.post("/admin/accounts/user/", {"action": "close_accounts", "_selected_action": [officer.pk]})
    grant.refresh_from_db()
    assert grant.valid_to is None
    assert User.objects.get(pk=officer.pk).is_active


def test_accounts_are_closed_and_opened_by_the_actions():
    admin, user = cast.admin(), cast.UserFactory()
    browser = desk(admin)
    for action, active in (("close_accounts", False), ("open_accounts", True)):
        browser.post("/admin/accounts/user/", {"action": action, "_selected_action": [user.pk, admin.pk]})
        user.refresh_from_db()
        assert user.is_active is active
    admin.refresh_from_db()
    assert admin.is_active


def test_staff_confirm_signatories_by_the_action():
    row, officer = cast.LegalEntityFactory().signatories.get(), cast.officer()
    desk(officer).post("/admin/accounts/signatory/", {"action": "confirm", "_selected_action": [row.pk]})
    row.refresh_from_db()
    assert row.confirmed_by == officer
