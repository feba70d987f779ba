"""Registrations, marks and certificates for reading; they change on the pages of the course alone."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.web.desk import ServiceAdmin
from training.models import Certificate, ExamResult, Registration

READ = "training.view_participants"


class OnlyRead(ServiceAdmin):
    """A list to read."""

    read_permission = READ
    permission = READ

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Registration)
class RegistrationAdmin(OnlyRead):
    """Who registered for which course."""

    list_display = ("person", "course", "status", "registered_at", "seated_at", "ended_at")
    list_filter = ("status", ("course", admin.RelatedOnlyFieldListFilter), "course__county", "person__gender")
    list_select_related = ("person", "course")
    ordering = ("-pk",)


@admin.register(ExamResult)
class ExamResultAdmin(OnlyRead):
    """Marks, the corrected ones too."""

    list_display = ("registration", "attempt", "score", "superseded", "entered_by", "entered_at", "note")
    list_filter = ("superseded", ("registration__course", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("registration", "entered_by")
    ordering = ("-pk",)


@admin.register(Certificate)
class CertificateAdmin(OnlyRead):
    """Certificates by number."""

    list_display = ("code", "holder_name", "course_name", "issued_at", "revoked_at")
    list_filter = (
        ("revoked_at", admin.EmptyFieldListFilter),
        "registration__course__county",
        "registration__person__gender",
    )
    search_fields = ("code",)
    ordering = ("-issued_at", "-pk")
