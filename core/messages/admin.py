"""The outbox for those who look after the portal."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import DomainError
from core.fields.admin import JalaliAdminMixin
from core.messages import registry, services
from core.messages.models import Message
from core.web.desk import FoundOr404


@admin.register(Message)
class MessageAdmin(JalaliAdminMixin, FoundOr404):
    """Read only, without private texts. What was perhaps not sent can be sent again, as a new message."""

    list_display = ("created_at", "channel", "to", "template", "status", "attempts", "error")
    list_filter = ("status", "channel", "template")
    search_fields = ("to", "key")
    ordering = ("-created_at",)
    list_select_related = ("user",)
    list_per_page = 50
    actions = ("resend",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        """Without texts that are the recipient's business alone."""
        found: QuerySet[Message] = super().get_queryset(request)
        for beginning in sorted(registry.PRIVATE):
            found = found.exclude(template__startswith=beginning)
        return found

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_resend_permission(self, request: HttpRequest) -> bool:
        """Asked by the admin before it offers the action."""
        return request.user.has_perm("outbox.resend_message")

    @admin.action(description=_("Send the chosen messages again"), permissions=["resend"])
    def resend(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """A new message for each; each refusal is told with its message."""
        for message in queryset:
            try:
                services.resend(message_id=message.pk, by=request.user, now=clock.now())
            except DomainError as error:
                self.message_user(request, f"{message}: {error.message}", messages.ERROR)
            else:
                self.message_user(request, _("%(message)s is sent again.") % {"message": message}, messages.SUCCESS)
