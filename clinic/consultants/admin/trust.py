"""Ratings for reading; conferences and reviews have pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from clinic.consultants.models import Rating
from clinic.consultants.permissions import READ_WORDS
from core.web.desk import ServiceAdmin


@admin.register(Rating)
class RatingAdmin(ServiceAdmin):
    """Ratings with their comments, for the lead and the auditor."""

    read_permission = READ_WORDS
    permission = READ_WORDS
    list_display = (
        "consultant", "kind", "case_number", "competence", "timeliness", "clarity", "cooperation", "made_at",
    )  # fmt: skip
    list_filter = ("kind", ("consultant", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("consultant__user",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They are given on their page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Given once."""
        return False
