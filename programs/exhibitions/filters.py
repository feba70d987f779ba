"""Filters of the desk's tables. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Final

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.fields.forms import PersianCharField
from core.persian.digits import to_ascii
from core.web.keyset import Order
from programs.exhibitions.choices import RequestStatus, RunStatus
from programs.exhibitions.models import BoothRequest, BoothRun, Exhibition
from programs.exhibitions.querysets import RequestQuerySet

FIRM: Final = ("applicant__person__search_key", "applicant__legal_entity__search_key", "member__search_key")
"""Where the name of the firm of a request is searched: its party's, and as the cluster knows it."""
NEWEST_REQUESTS: Final = Order("requests", _("newest first"), "submitted_at", descending=True)
NEWEST_RUNS: Final = Order("runs", _("newest first"), "proposed_at", descending=True)


class _Quiet(forms.Form):
    hide_optional = True


class _Table(StrictFilterSet):
    """What both tables can be narrowed to."""

    other_parameters = frozenset({"cursor"})

    exhibition = django_filters.ModelChoiceFilter(
        label=_("Exhibition"), queryset=Exhibition.objects.all(), to_field_name="slug", empty_label=_("All")
    )


class _CodeFilter(django_filters.Filter):
    """The code of a receipt, however its digits and letters were typed."""

    field_class = PersianCharField

    def filter(self, qs: RequestQuerySet, value: str | None) -> RequestQuerySet:
        return qs.filter(code__iexact=to_ascii(value).replace(" ", "")) if value else qs


class RequestFilter(_Table):
    """Filters of the requests of all exhibitions."""

    q = TextSearchFilter(label=_("Firm"), paths=FIRM)
    code = _CodeFilter(label=_("Code of the receipt"), max_length=40)
    status = django_filters.ChoiceFilter(label=_("State"), choices=RequestStatus.choices, empty_label=_("All"))

    class Meta:
        model = BoothRequest
        fields = ["q", "code", "exhibition", "status"]
        form = _Quiet


class RunFilter(_Table):
    """Filters of the computed results of all exhibitions."""

    status = django_filters.ChoiceFilter(label=_("State"), choices=RunStatus.choices, empty_label=_("All"))

    class Meta:
        model = BoothRun
        fields = ["exhibition", "status"]
        form = _Quiet
