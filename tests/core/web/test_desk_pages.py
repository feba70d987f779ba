"""Pages of the staff desk about one row: nobody opens one that says nothing about who may."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import RequestFactory

from core.errors import PermissionRefused
from core.web.desk_pages import DeskPage, RowPage, change_url, list_url
from tests.factories import accounts
from tests.factories.estates import EstateFactory

pytestmark = pytest.mark.django_db


def desk(row: Any, *, sees: bool = True) -> Any:
    """What a page asks of the table it belongs to."""
    return SimpleNamespace(has_view_permission=lambda request: sees, get_object=lambda request, key: row)


@pytest.mark.parametrize("page", [RowPage, DeskPage])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_that_names_no_permission_is_shown_to_nobody(page: type[RowPage], method: str) -> None:
    request = getattr(RequestFactory(), method)("/desk/1/")
    for person in (accounts.manager(), accounts.staff("admin")):
        request.user = person
        with pytest.raises(PermissionRefused):
            page.as_view(model_admin=desk(EstateFactory("eshragh")))(request, pk=1)


def test_who_does_not_see_the_table_does_not_see_a_page_of_its_rows() -> None:
    class Page(RowPage):
        def may_open(self) -> bool:
            return bool(self.row)

    request = RequestFactory().get("/desk/1/")
    request.user = accounts.manager()
    with pytest.raises(PermissionRefused):
        Page.as_view(model_admin=desk(EstateFactory("eshragh"), sees=False))(request, pk=1)


def test_addresses_of_rows_and_tables() -> None:
    row = EstateFactory("eshragh")
    assert change_url(row) == f"/admin/estates/estate/{row.pk}/change/"
    assert list_url(type(row)) == "/admin/estates/estate/"
    assert list_url(type(row), "kind=ZONE") == "/admin/estates/estate/?kind=ZONE"
