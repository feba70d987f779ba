"""How much each dimension counts: a new set, never a changed one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from clinic.choices import Dimension
from clinic.instruments import selectors
from clinic.instruments.choices import MOST_WEIGHT
from clinic.instruments.models import WeightSet
from clinic.instruments.permissions import READ, WRITE
from clinic.instruments.services import weights
from core.fields.forms import PersianIntegerField
from core.web.desk import ServiceAdmin, ServiceForm
from core.wording import number_text


class WeightsForm(ServiceForm):
    """One weight for each dimension, beginning with those that count now."""

    management_strategy = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    finance = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    market_sales = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    production_technology = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    supply = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    human_resources = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    legal_insurance_tax = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)
    infrastructure_environment = PersianIntegerField(min_value=0, max_value=MOST_WEIGHT)

    class Meta:
        model = WeightSet
        fields = ["reason"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        now = selectors.method().weights
        for code in Dimension:
            if code.value in self.fields:
                self.fields[code.value].label = str(code.label)
                self.initial.setdefault(code.value, now[code.value])

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> WeightSet:
        given = {code.value: values[code.value] for code in Dimension}
        return weights.set_weights(weights=given, reason=values["reason"], by=by, now=now)


@admin.register(WeightSet)
class WeightSetAdmin(ServiceAdmin):
    """Sets of weights, the one that counts first."""

    read_permission = READ
    permission = WRITE
    form = WeightsForm
    list_display = ("number", "reason", "made_by", "made_at", "all_weights")
    list_select_related = ("made_by",)
    fields = ("reason", *Dimension.values)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is written stands in the list; a form is there for a new set alone."""
        names = (
            self.fields
            if obj is None
            else ("number", "reason", "made_by", self._jalali_names["made_at"], "all_weights")
        )
        return [(None, {"fields": names})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The weights of a set are computed for reading."""
        return [*super().get_readonly_fields(request, obj), *(["all_weights"] if obj else [])]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A set is written once."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the weights of each."""
        return super().get_queryset(request).prefetch_related("weights")

    @admin.display(description=_("weights"))
    def all_weights(self, row: WeightSet) -> str:
        """All in one line."""
        return "، ".join(f"{one.get_dimension_display()}: {number_text(one.weight)}" for one in row.weights.all())
