"""The staff site: Django's admin, entered only through the portal's own sign-in."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    """Sends people who are not signed in to the portal's sign-in, which knows codes, limits and second factors."""

    site_header = _("Zanjan Industrial Estates: staff")
    site_title = _("Staff")
    index_title = _("My work")
    site_url = "/"

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Redirect to the portal's sign-in; a signed-in person without staff rights gets the 403 page."""
        if request.user.is_authenticated:
            from django.core.exceptions import PermissionDenied

            raise PermissionDenied
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
