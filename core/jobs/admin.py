"""The list of jobs for those who look after the portal."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import DomainError
from core.fields.admin import JalaliAdminMixin
from core.jobs import services
from core.jobs.models import Job
from core.web.desk import FoundOr404


@admin.register(Job)
class JobAdmin(JalaliAdminMixin, FoundOr404):
    """Read only: a job changes by being worked on. What was set aside can be queued again."""

    list_display = ("id", "kind", "key", "status", "attempts", "created_at", "started_at", "finished_at")
    list_filter = ("status", "kind")
    search_fields = ("key", "kind")
    ordering = ("-id",)
    list_select_related = ("requested_by",)
    list_per_page = 50
    actions = ("requeue",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_requeue_permission(self, request: HttpRequest) -> bool:
        """Asked by the admin before it offers the action."""
        return request.user.has_perm("jobs.requeue_job")

    @admin.action(description=_("Try the chosen jobs again"), permissions=["requeue"])
    def requeue(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Queue what was set aside; each refusal is told with its job."""
        for job in queryset:
            try:
                services.requeue(job_id=job.pk, by=request.user, now=clock.now())
            except DomainError as error:
                self.message_user(request, f"{job}: {error.message}", messages.ERROR)
            else:
                self.message_user(request, _("%(job)s waits for its next try.") % {"job": job}, messages.SUCCESS)
