"""The staff desk answers alike whatever id is asked for."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories import accounts

pytestmark = pytest.mark.django_db

ODD = ("0", "999999999", "9223372036854775808", "9" * 40, "-1", "x", "00000000-0000-0000-0000-000000000000", "۱۲")


@pytest.fixture
def client() -> Client:
    """The browser of somebody to whom every table is open."""
    user = accounts.admin()
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    browser = Client()
    browser.force_login(User.objects.get(pk=user.pk), backend="accounts.backends.PortalBackend")
    return browser


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_a_row_that_is_not_there_is_not_found_in_any_table(
    odd: str, page: str, client: Client, bare_refusals: None
) -> None:
    found = {}
    for model in admin.site._registry:
        meta = model._meta
        place = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        status = client.get(f"{place}{odd}/{page}/", follow=True).status_code
        # 403: nobody deletes or changes here, whatever the id.
        if status not in (403, 404):
            found[meta.label] = status
    assert found == {}
