"""Pages of the staff desk on which something is decided: each shows what will happen, and a POST calls one service."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.choices import Role
from core.errors import InvalidInput, PermissionRefused
from core.web.desk_pages import FormPage
from core.web.forms import show_refusal


class ActionPage(FormPage):
    """GET says what will happen; POST does it by `perform` and goes on. Wrong values come back on the form (422);
    any other refusal of the domain goes on to its page (403, 404, 409)."""

    template_name = "admin/allocations/action.html"

    def words(self) -> dict[str, Any]:
        """The form is there unless `context` says that this person cannot act."""
        return {**super().words(), "can_act": True}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say what is wrong. The service asks who may; an auditor is not even told what is wrong with a form."""
        if request.user.has_role(Role.AUDITOR):  # type: ignore[union-attr]
            raise PermissionRefused(code="auditor_changes_nothing")
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                text = self.perform(form)
            except InvalidInput as error:
                self.refused(form, error)
            else:
                if text:
                    messages.success(request, text)
                return redirect(self.success_url())
        return self.show(422, form=form)

    def perform(self, form: Any) -> str:
        """Call the service; returns the sentence to show afterwards."""
        raise NotImplementedError

    def refused(self, form: Any, error: InvalidInput) -> None:
        """Show on the form what the service did not accept."""
        show_refusal(form, error, {})
