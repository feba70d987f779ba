"""The desk's menu: made once for each set of roles and language, and never out of step with what somebody may open."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.utils import translation

from accounts.choices import Role
from accounts.services import roles
from core import clock
from tests.factories.accounts import staff

pytestmark = pytest.mark.django_db


def _menu(user: Any) -> list[tuple[str, str, list[tuple[str, dict[str, bool]]]]]:
    request = RequestFactory().get("/admin/")
    request.user = user
    return [
        (app["app_label"], str(app["name"]), [(str(table["name"]), table["perms"]) for table in app["models"]])
        for app in admin.site.get_app_list(request)
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.APPLICANT])
def test_a_menu_made_for_somebody_else_of_the_same_role_is_the_menu_one_would_get_afresh(role: Role) -> None:
    admin.site._menus.clear()
    fresh = _menu(staff(role))
    second = staff(role)
    assert _menu(second) == fresh
    admin.site._menus.clear()
    assert _menu(second) == fresh


def test_a_menu_follows_the_roles_and_the_language_at_once() -> None:
    officer, chief = staff(Role.OFFICER), staff(Role.ADMIN)
    in_persian = _menu(officer)
    assert [label for label, _name, _tables in in_persian] != [label for label, _name, _tables in _menu(chief)]
    with translation.override("en"):
        assert {name for _label, name, _tables in _menu(officer)}.isdisjoint(
            name for _label, name, _tables in in_persian
        )
    roles.end(grant_id=officer.role_grants.get().pk, by=chief, now=clock.now())
    officer.refresh_from_db()
    assert _menu(officer) == []


def test_what_a_page_does_with_its_menu_does_not_reach_the_next_page() -> None:
    officer = staff(Role.OFFICER)
    request = RequestFactory().get("/admin/")
    request.user = officer
    before = _menu(officer)
    shown = admin.site.get_app_list(request)
    shown[0]["models"].clear()
    shown.clear()
    assert _menu(officer) == before
