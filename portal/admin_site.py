"""The staff site: Django's admin, entered only through the portal's own sign-in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    """Sends people who are not signed in to the portal's sign-in, which knows codes, limits and second factors."""

    site_header = _("Zanjan Industrial Estates: staff")
    site_title = _("Staff")
    index_title = _("My work")
    site_url = "/"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self._menus: dict[tuple[frozenset[str], bool, str | None], list[dict[str, Any]]] = {}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The tables this person may open.

        Every page of the desk shows them, and asking some hundred tables four questions each took half of its time. What a
        menu offers depends on the roles somebody has at this moment and on the language alone, so it is made once for each;
        the pages behind it ask for themselves.
        """
        if app_label is not None:
            return super().get_app_list(request, app_label)
        user: Any = request.user
        key = (frozenset(getattr(user, "roles", ())), bool(user.is_superuser), get_language())
        if key not in self._menus:
            self._menus[key] = [
                {
                    **app,
                    "name": str(app["name"]),
                    "models": [{**table, "name": str(table["name"])} for table in app["models"]],
                }
                for app in super().get_app_list(request)
            ]
        return [{**app, "models": [*app["models"]]} for app in self._menus[key]]

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Redirect to the portal's sign-in; a signed-in person without staff rights gets the 403 page."""
        if request.user.is_authenticated:
            from django.core.exceptions import PermissionDenied

            raise PermissionDenied
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
