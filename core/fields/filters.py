"""A strict base for django-filter: what is not understood is refused, never quietly ignored.

An unknown name that returns everything with 200 looks like an answer; here it is a validation error, which pages show
in the error summary and the API answers with 400.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianCharField, PersianDecimalField
from core.fields.widgets import JalaliDateInput, RangeInput
from core.persian.calendar import start_of_day
from core.persian.text import normalise, search_key

LONGEST_SEARCH = 100
MOST_WORDS = 8


class StrictFilterSet(django_filters.FilterSet):
    """FilterSet that refuses unknown and repeated parameters, and finds nothing when anything is wrong.

    `other_parameters` are names of the same address that are not filters (pages, formats).
    """

    other_parameters: frozenset[str] = frozenset({"page", "cursor", "after", "before", "limit", "format"})

    def get_form_class(self) -> type[forms.Form]:
        base = super().get_form_class()
        return type(f"Strict{base.__name__}", (_StrictForm, base), {"other_parameters": self.other_parameters})

    @property
    def qs(self) -> Any:
        """The rows found; none while something is wrong."""
        if self.is_bound and not self.form.is_valid():
            return self.queryset.none()
        return super().qs


class _StrictForm(forms.Form):
    other_parameters: frozenset[str] = frozenset()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = {name for bound in self for name in _names_of(bound.field.widget, bound.html_name)}
        unknown = set(self.data) - known - self.other_parameters
        if unknown:
            raise ValidationError(
                _("There is no such filter: %(names)s"),
                code="unknown_parameter",
                params={"names": ", ".join(sorted(normalise(name)[:40] for name in unknown)[:5])},
            )
        for name in _repeated(self.data, self._names_that_repeat()):
            raise ValidationError(
                _("The filter “%(name)s” is given more than once."), code="repeated_parameter", params={"name": name}
            )
        return cleaned

    def _names_that_repeat(self) -> set[str]:
        return {bound.html_name for bound in self if getattr(bound.field.widget, "allow_multiple_selected", False)}


def _names_of(widget: Any, name: str) -> Iterable[str]:
    yield name
    if isinstance(widget, forms.MultiWidget):
        for suffix, part in zip(widget.widgets_names, widget.widgets, strict=True):  # type: ignore[attr-defined]
            yield from _names_of(part, name + suffix)


def _repeated(data: Mapping[str, Any], allowed: set[str]) -> list[str]:
    getlist = getattr(data, "getlist", None)
    return [name for name in data if name not in allowed and len(getlist(name)) > 1] if getlist else []


class TextSearchFilter(django_filters.Filter):
    """Finds rows whose SearchKeyField contains every word that was typed, whatever the spelling.

    Each word may stand in another one of `paths`, where a row is found by the keys of rows it belongs to. Signs alone find
    nothing: they have no key, and a filter that is ignored would look like an answer.
    """

    field_class = PersianCharField

    def __init__(self, field_name: str = "search_key", *, paths: Iterable[str] = (), **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_SEARCH)
        super().__init__(field_name=field_name, **kwargs)
        self.paths = tuple(paths) or (field_name,)

    def filter(self, qs: models.QuerySet[Any], value: str | None) -> models.QuerySet[Any]:
        if not value:
            return qs
        keys = list(filter(None, map(search_key, value.split()[:MOST_WORDS])))
        if not keys:
            return qs.none()
        for key in keys:
            anywhere = models.Q()
            for path in self.paths:
                anywhere |= models.Q(**{f"{path}__contains": key})
            qs = qs.filter(anywhere)
        return qs


class JalaliDateFilter(django_filters.Filter):
    """Compares a date column with a Jalali date (`lookup_expr`: exact, lt, lte, gt, gte).

    With `moments=True` the column holds moments, and a day means the whole day in Tehran.
    """

    field_class = JalaliDateTextField

    def __init__(self, *args: Any, moments: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moments = moments

    def filter(self, qs: models.QuerySet[Any], value: dt.date | None) -> models.QuerySet[Any]:
        if value is None:
            return qs
        return qs.filter(**_day_lookup(self.field_name, self.lookup_expr, value, moments=self.moments))


def _day_lookup(name: str, lookup: str, day: dt.date, *, moments: bool) -> dict[str, Any]:
    if not moments:
        return {f"{name}__{lookup}": day}
    start, end = start_of_day(day), start_of_day(day + dt.timedelta(days=1))
    lookups: dict[str, dict[str, Any]] = {
        "exact": {f"{name}__gte": start, f"{name}__lt": end},
        "lt": {f"{name}__lt": start},
        "lte": {f"{name}__lt": end},
        "gt": {f"{name}__gte": end},
        "gte": {f"{name}__gte": start},
    }
    return lookups[lookup]


class _RangeField(forms.MultiValueField):
    """Two values, either of which may be left out; gives a slice, refuses a range the wrong way round."""

    def compress(self, data_list: list[Any]) -> slice | None:
        if not data_list or all(value is None for value in data_list):
            return None
        start, stop = data_list
        if start is not None and stop is not None and start > stop:
            raise ValidationError(_("The first value of the range is greater than the second one."), code="reversed")
        return slice(start, stop)


class NumberRangeField(_RangeField):
    """From–to numbers under `<name>_min` and `<name>_max`."""

    def __init__(self, **kwargs: Any) -> None:
        limits = {key: kwargs.pop(key) for key in ("min_value", "max_value", "decimal_places") if key in kwargs}
        fields = tuple(PersianDecimalField(required=False, **limits) for _end in range(2))
        super().__init__(fields, widget=RangeInput(), **{"require_all_fields": False, **kwargs})


class JalaliDateRangeField(_RangeField):
    """From–to Jalali dates under `<name>_from` and `<name>_to`."""

    def __init__(self, **kwargs: Any) -> None:
        fields = tuple(JalaliDateTextField(required=False) for _end in range(2))
        widget = RangeInput(JalaliDateInput, ("from", "to"))
        super().__init__(fields, widget=widget, **{"require_all_fields": False, **kwargs})


class NumberRangeFilter(django_filters.Filter):
    """Numbers from–to, both ends included."""

    field_class = NumberRangeField

    def filter(self, qs: models.QuerySet[Any], value: slice | None) -> models.QuerySet[Any]:
        if value is not None and value.start is not None:
            qs = qs.filter(**{f"{self.field_name}__gte": value.start})
        if value is not None and value.stop is not None:
            qs = qs.filter(**{f"{self.field_name}__lte": value.stop})
        return qs


class JalaliDateRangeFilter(django_filters.Filter):
    """Jalali dates from–to, both days included; `moments=True` as in JalaliDateFilter."""

    field_class = JalaliDateRangeField

    def __init__(self, *args: Any, moments: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moments = moments

    def filter(self, qs: models.QuerySet[Any], value: slice | None) -> models.QuerySet[Any]:
        for lookup, day in (("gte", value.start), ("lte", value.stop)) if value is not None else ():
            if day is not None:
                qs = qs.filter(**_day_lookup(self.field_name, lookup, day, moments=self.moments))
        return qs


class StrictOrderingFilter(django_filters.OrderingFilter):
    """Ordering by the listed fields only (others are an error), each order made whole by the primary key."""

    def filter(self, qs: models.QuerySet[Any], value: list[str] | None) -> models.QuerySet[Any]:
        if not value:
            return qs
        return qs.order_by(*(self.get_ordering_value(param) for param in value), "pk")


class _NamedChoiceField(django_filters.fields.ModelChoiceField):
    """Shows the name in the language of the page."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.display_name)


class NamedChoiceFilter(django_filters.ModelChoiceFilter):
    """Choice among rows with names in two languages (`display_name`)."""

    field_class = _NamedChoiceField
