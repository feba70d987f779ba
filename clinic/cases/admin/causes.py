"""The catalogue of causes: named, ordered, taken out of use; a cause that was used is never deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from clinic.cases.models import Cause
from clinic.cases.permissions import READ_CATALOGUE, WRITE_CATALOGUE
from clinic.cases.services import catalogue
from core.web.desk import ServiceAdmin, ServiceForm


class CauseForm(ServiceForm):
    """One cause; its code is given once."""

    class Meta:
        model = Cause
        fields = ("code", "name", "name_en", "dimension", "position", "is_active")

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> models.Model:
        """Add or change it by the service."""
        if self.instance.pk is None:
            return catalogue.add(values=self.only(catalogue.FACTS), by=by, now=now)
        return catalogue.change(cause_id=self.instance.pk, values=self.only(catalogue.CHANGEABLE), by=by, now=now)


@admin.register(Cause)
class CauseAdmin(ServiceAdmin):
    """Causes in the order in which they are offered."""

    permission = WRITE_CATALOGUE
    read_permission = READ_CATALOGUE
    form = CauseForm
    list_display = ("name", "code", "dimension", "position", "is_active")
    list_filter = ("dimension", "is_active")
    ordering = ("position", "id")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code stays: cases and figures refer to it."""
        return ("code",) if obj is not None else ()
