"""An admin whose forms call a service instead of saving: its refusals stand beside the fields, the typed values stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import Http404, HttpRequest

from core import clock
from core.errors import DomainError, InvalidInput
from core.fields.admin import JalaliAdminMixin
from core.persian.text import search_key


class ServiceForm(forms.ModelForm):
    """A form that is valid only when its service has done the work."""

    request: HttpRequest

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> models.Model:
        """Call the service; returns the row."""
        raise NotImplementedError

    def full_clean(self) -> None:
        """Clean, then do the work; what the service refuses is an error of the form."""
        super().full_clean()
        if not self.is_bound or self.errors:
            return
        try:
            with transaction.atomic():
                self.instance = self.perform(dict(self.cleaned_data), self.request.user, clock.now())
        except InvalidInput as refusal:
            for field, texts in refusal.errors.items():
                for text in texts:
                    self.add_error(field if field in self.fields else None, str(text))
            if not self.errors:
                self.add_error(None, refusal.message)
        except DomainError as refusal:
            self.add_error(None, refusal.message)

    def save(self, commit: bool = True) -> Any:
        """The row; the service has saved it."""
        self.save_m2m = lambda: None  # type: ignore[method-assign]
        return self.instance

    def only(self, names: Iterable[str]) -> dict[str, Any]:
        """The typed values of these fields, without those the form does not have."""
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class FoundOr404(admin.ModelAdmin):
    """A row that is not there, or not for this person, is not found; Django would lead to the first page with a message."""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> NoReturn:
        raise Http404


class ServiceAdmin(JalaliAdminMixin, FoundOr404):
    """Shown to those with `read_permission`, changed by those with `permission`; nothing is deleted here."""

    read_permission: ClassVar[str]
    permission: ClassVar[str]
    actions: Any = None
    list_per_page = 50

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.read_permission))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(self.read_permission))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(self.permission, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """The form class of this request; the service is told who asks."""
        form = super().get_form(request, obj, change, **options)
        return type(form.__name__, (form,), {"request": request})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The form's service has saved it."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The form's service has saved it."""


class FoundByKey(FoundOr404):
    """Searches a normalised key, so that any spelling finds."""

    search_fields = ("search_key",)
    search_path = "search_key"

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        for word in search_term[:200].split():
            key = search_key(word)
            queryset = queryset.filter(**{f"{self.search_path}__contains": key}) if key else queryset.none()
        return queryset, False
