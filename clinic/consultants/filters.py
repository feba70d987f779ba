"""Filters of the public list of consultants. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.choices import Specialty
from clinic.consultants.models import Consultant
from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.web.keyset import Order
from estates.models import County

BY_NAME: Final = Order("name", _("by name"), "sort_key")


class _Quiet(forms.Form):
    hide_optional = True


class ConsultantFilter(StrictFilterSet):
    """Name, specialty, county."""

    other_parameters = frozenset({"cursor"})

    q = TextSearchFilter(label=_("Name"))
    specialty = django_filters.ChoiceFilter(
        label=_("Specialty"), choices=Specialty.choices, method="with_specialty", empty_label=_("All")
    )
    county = django_filters.ModelChoiceFilter(
        label=_("County"), queryset=County.objects.all(), to_field_name="slug", empty_label=_("All")
    )

    class Meta:
        model = Consultant
        fields = ["q", "specialty", "county"]
        form = _Quiet

    def with_specialty(self, queryset: Any, name: str, value: str) -> Any:
        """Those who are a specialist in it."""
        return queryset.filter(specialties__specialty=value)
