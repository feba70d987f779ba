"""Calls at the staff desk: the table, and each call's own page with its life cycle and its next steps."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from allocations.admin import committee as desk_pages
from allocations.admin import draw_pages
from allocations.admin.base import CALL_ROLES, ReadOnlyAdmin, SearchedByKey
from allocations.admin.call_actions import actions_for
from allocations.admin.call_pages import (
    AssignPage,
    CancelPage,
    ExtendPage,
    PublishPage,
    ReviewedPage,
    RulesPage,
    SettlePage,
)
from allocations.admin.call_plots import PlotsPage
from allocations.admin.call_rows import CriteriaPage, GroupsPage, PapersPage
from allocations.admin.call_writing import AddPage, EditPage
from allocations.admin.links import audit_url
from allocations.choices import ApplicationStatus, CallStatus
from allocations.models import Application, Call, CallQuestion, Objection, ScorerAssignment
from allocations.querysets import HANDED_IN, UNDECIDED
from allocations.selectors.committee import call_desk
from allocations.wording import number_text
from core import clock
from core.web.components.page import status_tag
from core.web.desk_pages import RowPage, list_url

STEPS = tuple(status for status in CallStatus if status != CallStatus.CANCELLED)


class DeskPage(RowPage):
    """One call: where it stands, what comes next, and everything that has happened."""

    template_name = "admin/allocations/call/desk.html"
    permission = "allocations.view_call"

    def page_title(self) -> str:
        return str(self.row)

    def back_url(self) -> str:
        return list_url(Call)

    def context(self) -> dict[str, Any]:
        user: Any = self.request.user
        desk = call_desk(self.row.pk)
        phase = self.row.phase_at(self.now)
        sees_decisions = user.has_perm("allocations.view_run", self.row)
        sees_files = sees_decisions or user.has_role("officer", self.row.estate.slug)
        of_call = f"call__id__exact={self.row.pk}"
        return {
            "desk": desk,
            "phase": phase,
            "steps": steps_of(phase),
            "actions": actions_for(user, desk, self.now),
            "counts": counts_of(desk.counts, of_call) if sees_files else [],
            "sees_decisions": sees_decisions,
            "sees_files": sees_files,
            "queue_url": list_url(Application, of_call),
            "next_url": reverse("admin:allocations_application_next", args=[self.row.pk]),
            "scoring_url": list_url(ScorerAssignment, f"application__call__id__exact={self.row.pk}"),
            "questions_url": list_url(CallQuestion, of_call),
            "objections_url": list_url(Objection, f"application__call__id__exact={self.row.pk}"),
            "open_questions": self.row.questions.filter(answered_at__isnull=True).count(),
            "extensions": list(self.row.extensions.select_related("by")),
            "amendments": list(self.row.amendments.select_related("by")),
            "audit_url": audit_url(user, self.row),
        }


def steps_of(phase: str) -> list[dict[str, str]]:
    """The life of a call as steps: done, current, next."""
    if phase == CallStatus.CANCELLED:
        return []
    place = STEPS.index(CallStatus(phase))
    state = {-1: "done", 0: "current", 1: "next"}
    return [
        {"label": str(status.label), "state": state[(number > place) - (number < place)]}
        for number, status in enumerate(STEPS)
    ]


def counts_of(counts: Any, query: str) -> list[dict[str, str]]:
    """Applications by status, each with the list that makes the number."""
    return [
        {
            "value": number_text(counts[status.value]),
            "label": str(status.label),
            "url": list_url(Application, f"{query}&status__exact={status.value}"),
        }
        for status in ApplicationStatus
        if counts.get(status.value) and status != ApplicationStatus.DRAFT
    ]


@admin.register(Call)
class CallAdmin(SearchedByKey, ReadOnlyAdmin):
    """The table of calls."""

    roles = CALL_ROLES
    estate_path = "estate__slug"
    list_display = ("title", "phase", "estate", "mode", "opens_at", "closes_at", "handed_in", "undecided")
    list_filter = ("status", "mode", ("estate", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("estate",)
    search_paths = ("title", "slug", "estate__search_key")
    pages = [
        ("<int:pk>/edit/", EditPage, "call_edit"),
        ("<int:pk>/groups/", GroupsPage, "call_groups"),
        ("<int:pk>/plots/", PlotsPage, "call_plots"),
        ("<int:pk>/criteria/", CriteriaPage, "call_criteria"),
        ("<int:pk>/papers/", PapersPage, "call_papers"),
        ("<int:pk>/rules/", RulesPage, "call_rules"),
        ("<int:pk>/publish/", PublishPage, "call_publish"),
        ("<int:pk>/amend/", EditPage, "call_amend"),
        ("<int:pk>/extend/", ExtendPage, "call_extend"),
        ("<int:pk>/cancel/", CancelPage, "call_cancel"),
        ("<int:pk>/reviewed/", ReviewedPage, "call_reviewed"),
        ("<int:pk>/assign/", AssignPage, "call_assign"),
        ("<int:pk>/settle/", SettlePage, "call_settle"),
        ("<int:pk>/freeze/", desk_pages.FreezePage, "call_freeze"),
        ("<int:pk>/draw/", draw_pages.DrawPage, "call_draw"),
        ("<int:pk>/draw/confirm/", draw_pages.ConfirmDrawPage, "call_confirm_draw"),
        ("<int:pk>/draw/discard/", draw_pages.DiscardDrawPage, "call_discard_draw"),
        ("<int:pk>/redraw/", draw_pages.RedrawPage, "call_redraw"),
        ("<int:pk>/redraw/confirm/", draw_pages.ConfirmRedrawPage, "call_confirm_redraw"),
        ("<int:pk>/redraw/drop/", draw_pages.DropRedrawPage, "call_drop_redraw"),
        ("<int:pk>/run/", desk_pages.RunPage, "call_run"),
        ("<int:pk>/run/progress/", desk_pages.ProgressPage, "call_progress"),
        ("<int:pk>/result/", desk_pages.PublishResultPage, "call_publish_result"),
        ("<int:pk>/final/", desk_pages.FinalisePage, "call_finalise"),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may write calls, on the page that calls the service."""
        return request.user.has_perm("allocations.add_call")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the estate, which every question about a call asks for; the table also counts applications."""
        rows = super().get_queryset(request).select_related("estate")
        if request.resolver_match is None or request.resolver_match.url_name != "allocations_call_changelist":
            return rows
        return rows.annotate(
            handed_in_count=Count("applications", filter=Q(applications__status__in=HANDED_IN)),
            undecided_count=Count("applications", filter=Q(applications__status__in=UNDECIDED)),
        )

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        """A draft of its own page."""
        return AddPage.as_view(model_admin=self)(request)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The desk of the call; nothing can be posted to it."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return DeskPage.as_view(model_admin=self)(request, pk=object_id)

    @admin.display(description=_("status"), ordering="status")
    def phase(self, call: Call) -> str:
        """The state by the dates."""
        phase = call.phase_at(clock.now())
        return status_tag(phase, str(phase.label))

    @admin.display(description=_("handed in"))
    def handed_in(self, call: Any) -> str:
        """Applications that were handed in, with their list."""
        return format_html(
            '<a href="{}">{}</a>',
            list_url(Application, f"call__id__exact={call.pk}"),
            number_text(call.handed_in_count),
        )

    @admin.display(description=_("undecided"))
    def undecided(self, call: Any) -> str:
        """Applications whose eligibility is open."""
        return number_text(call.undecided_count)
