"""Objections and public questions at the staff desk: the tables, and the pages that answer one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin.base import APPLICATION_ROLES, ReadOnlyAdmin
from allocations.admin.call_pages import QuestionPage
from allocations.admin.forms import AnswerForm
from allocations.admin.links import audit_url
from allocations.admin.pages import ActionPage
from allocations.choices import ObjectionStatus
from allocations.models import CallQuestion, Objection
from allocations.services import objections
from core.templatetags.persian import ltr
from core.web.components.page import status_tag
from core.web.desk_pages import change_url, list_url

RELATED = ("application__call__estate", "application__applicant__person", "application__applicant__legal_entity")


class ObjectionPage(ActionPage):
    """One objection, what it is about, and the answer."""

    template_name = "admin/allocations/objection/answer.html"
    permission = "allocations.view_objection"
    title = gettext_lazy("Objection")
    form_class = AnswerForm
    confirm_label = gettext_lazy("Send the answer")

    def back_url(self) -> str:
        return list_url(Objection)

    def context(self) -> dict[str, Any]:
        user: Any = self.request.user
        is_open = self.row.status == ObjectionStatus.OPEN
        return {
            "objection": self.row,
            "can_act": is_open and user.has_perm("allocations.answer_objection", self.row),
            "application_url": change_url(self.row.application),
            "audit_url": audit_url(user, self.row),
        }

    def perform(self, form: Any) -> str:
        objections.answer(objection_id=self.row.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("The answer is sent.")


@admin.register(Objection)
class ObjectionAdmin(ReadOnlyAdmin):
    """The table of objections."""

    estate_path = "application__call__estate__slug"
    list_display = ("track", "subject", "state", "filed_at", "answered_by", "answered_at")
    list_filter = ("status", "subject", ("application__call", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*RELATED, "answered_by")
    ordering = ("status", "filed_at")
    pages = [("<int:pk>/answer/", ObjectionPage, "objection_answer")]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the application and its call."""
        return super().get_queryset(request).select_related(*RELATED, "filed_by", "answered_by")

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The page that answers; it posts to its own address."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return ObjectionPage.as_view(model_admin=self)(request, pk=object_id)

    @admin.display(description=gettext_lazy("application"))
    def track(self, row: Objection) -> SafeString:
        """Left to right."""
        return ltr(row.application.tracking_code)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, row: Objection) -> str:
        """As a tag."""
        tone = {"OPEN": "warn", "UPHELD": "ok"}.get(row.status, "neutral")
        return status_tag(row.status, row.get_status_display(), tone=tone)


class AnswerQuestionPage(QuestionPage):
    """A question with its answer; those who only read see no form."""

    permission = "allocations.view_call"

    def permission_row(self) -> Any:
        return self.row.call

    def context(self) -> dict[str, Any]:
        may = self.request.user.has_perm("allocations.answer_question", self.row)
        return {"question": self.row, "can_act": may}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reading."""
        return super().get(request, *args, **kwargs)


@admin.register(CallQuestion)
class CallQuestionAdmin(ReadOnlyAdmin):
    """Questions about calls, the unanswered ones first."""

    roles = APPLICATION_ROLES
    list_display = ("question", "call", "asked_at", "answered_at")
    list_filter = (("answered_at", admin.EmptyFieldListFilter), ("call", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("call",)
    ordering = ("answered_at", "asked_at")
    pages = [("<int:pk>/answer/", AnswerQuestionPage, "callquestion_answer")]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the call and its estate."""
        return super().get_queryset(request).select_related("call__estate", "answered_by")

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The page that answers; it posts to its own address."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return AnswerQuestionPage.as_view(model_admin=self)(request, pk=object_id)
