"""Files and looks for those who watch over them; the bytes themselves are not shown here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.fields.admin import JalaliAdminMixin
from core.files.models import FileAccess, StoredFile
from core.web.desk import FoundOr404


class ReadOnlyAdmin(JalaliAdminMixin, FoundOr404):
    """A list to read."""

    list_per_page = 50
    list_max_show_all = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnlyAdmin):
    """What is kept, by whom, how large."""

    list_display = ("created_at", "original_name", "kind", "size", "uploaded_by", "erased_at")
    list_filter = ("kind", ("erased_at", admin.EmptyFieldListFilter))
    search_fields = ("original_name", "sha256")
    list_select_related = ("uploaded_by",)
    exclude = ("path",)


@admin.register(FileAccess)
class FileAccessAdmin(ReadOnlyAdmin):
    """Who looked at what."""

    list_display = ("at", "by", "file", "purpose")
    search_fields = ("by__last_name", "file__original_name")
    list_select_related = ("by", "file")
