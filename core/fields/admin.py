"""Jalali dates in the admin: lists, read-only values and forms."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from core.fields.dates import JalaliDateTextField, JalaliDateTimeField
from core.fields.forms import PersianDecimalField, PersianIntegerField
from core.fields.language import active_language
from core.fields.models import IdentifierField, RialField
from core.persian.dates import format_date, format_datetime

PREFIX = "jalali_"


class JalaliAdminMixin(admin.options.BaseModelAdmin):
    """Mix into a ModelAdmin or an inline, before it: every date and moment is shown and typed in Jalali,
    and every number and code can be typed in Persian digits (the stock admin's `type=number` drops them).

    Names in `list_display`, `readonly_fields` and `fieldsets` stay those of the model; they are exchanged for methods
    `jalali_<name>` when the page is made.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # An inline's `model` is set on its class, a ModelAdmin's by the call above.
        self._jalali_names = {
            field.name: f"{PREFIX}{field.name}"
            for field in self.model._meta.concrete_fields
            if isinstance(field, models.DateField)
        }
        for name, method in self._jalali_names.items():
            setattr(self, method, _display_of(self.model._meta.get_field(name)))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, models.DateTimeField):
            return db_field.formfield(**{**kwargs, "form_class": JalaliDateTimeField})
        if isinstance(db_field, models.DateField):
            return db_field.formfield(**{**kwargs, "form_class": JalaliDateTextField})
        if isinstance(db_field, IdentifierField | RialField):
            return db_field.formfield(**kwargs)
        if isinstance(db_field, models.IntegerField) and not db_field.choices:
            return db_field.formfield(**{**kwargs, "form_class": PersianIntegerField})
        if isinstance(db_field, models.DecimalField) and not db_field.choices:
            return db_field.formfield(**{**kwargs, "form_class": PersianDecimalField})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_list_display(self, request: HttpRequest) -> Any:
        return [self._jalali_names.get(name, name) for name in super().get_list_display(request)]  # type: ignore[misc]

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        links = super().get_list_display_links(request, list_display)  # type: ignore[misc]
        return None if links is None else [self._jalali_names.get(name, name) for name in links]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [self._jalali_names.get(name, name) for name in super().get_readonly_fields(request, obj)]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = self._names_shown_only(request, obj)
        return [
            (title, {**options, "fields": _exchange(options["fields"], shown)})
            for title, options in super().get_fieldsets(request, obj)
        ]

    def _names_shown_only(self, request: HttpRequest, obj: Any) -> dict[str, str]:
        if obj is not None and not self.has_change_permission(request, obj):
            return self._jalali_names
        readonly = set(self.get_readonly_fields(request, obj))
        return {name: method for name, method in self._jalali_names.items() if method in readonly}


def _exchange(fields: Any, names: dict[str, str]) -> list[Any]:
    return [_exchange(field, names) if isinstance(field, list | tuple) else names.get(field, field) for field in fields]


def _display_of(field: Any) -> Callable[[Any], str]:
    show = format_datetime if isinstance(field, models.DateTimeField) else format_date

    @admin.display(description=field.verbose_name, ordering=field.name)
    def display(instance: Any) -> str:
        value = getattr(instance, field.name)
        # Django writes "None" for an empty value of a method on a page that only shows.
        return "-" if value is None else show(value, language=active_language())

    return display
