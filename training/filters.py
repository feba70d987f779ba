"""Filters of the list of courses. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.choices import County
from core import clock
from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.web.keyset import Order
from training.choices import Audience
from training.models import Course
from training.querysets import CourseQuerySet

PAST: Final = "past"
COMING_FIRST: Final = Order("coming", _("next first"), "starts_on")
NEWEST_FIRST: Final = Order("past", _("newest first"), "starts_on", descending=True)


class _Quiet(forms.Form):
    hide_optional = True


class CourseFilter(StrictFilterSet):
    """Filters of the list of courses."""

    other_parameters = frozenset({"cursor"})

    q = TextSearchFilter(label=_("Name, place or host"))
    county = django_filters.ChoiceFilter(
        label=_("County"),
        choices=[(code, label) for code, label in County.choices if code != County.OTHER],
        empty_label=_("All"),
    )
    audience = django_filters.ChoiceFilter(
        label=pgettext_lazy("course", "For whom"), choices=Audience.choices, empty_label=_("All")
    )
    open = django_filters.BooleanFilter(
        label=_("Only with open registration"), method="with_open_registration", widget=forms.CheckboxInput
    )
    when = django_filters.ChoiceFilter(
        label=_("When"),
        choices=[(PAST, _("Past courses"))],
        method="in_time",
        empty_label=_("Coming and running courses"),
    )

    class Meta:
        model = Course
        fields = ["q", "county", "audience", "open", "when"]
        form = _Quiet

    @property
    def order(self) -> Order:
        """Coming courses by their first day, past ones backwards."""
        return NEWEST_FIRST if self.is_past else COMING_FIRST

    @property
    def is_past(self) -> bool:
        """Whether past courses were asked for."""
        return self.form.is_valid() and self.form.cleaned_data.get("when") == PAST

    @property
    def qs(self) -> Any:
        """Past courses when they are asked for, those that are not over otherwise."""
        found = super().qs
        return found.over_on(clock.today()) if self.is_past else found.not_over_on(clock.today())

    def with_open_registration(self, queryset: CourseQuerySet, name: str, value: bool) -> CourseQuerySet:
        """Courses people can register for now."""
        return queryset.taking_registrations_at(clock.now()) if value else queryset

    def in_time(self, queryset: CourseQuerySet, name: str, value: str) -> CourseQuerySet:
        """Decided in `qs`, for the case that nothing was chosen too."""
        return queryset
