"""Filter of the lessons, and the rule of ranking."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Cause
from clinic.treatment.ranking import MOST_WEIGHT, Rule
from core.fields.forms import PersianCharField, PersianIntegerField, RialField
from estates.models import Trade


class FilterForm(forms.Form):
    """One cause, one trade."""

    cause = forms.ModelChoiceField(
        queryset=Cause.objects.all(), label=_("Cause"), required=False, empty_label=_("all causes")
    )
    trade = forms.ModelChoiceField(
        queryset=Trade.objects.all(), label=_("Trade"), required=False, empty_label=_("all trades")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            chosen: Any = field
            chosen.label_from_instance = lambda row: row.display_name


class RuleForm(forms.Form):
    """Weights and steps of cost."""

    effect = PersianIntegerField(label=_("Weight of the effect (1 or 2)"), min_value=1, max_value=MOST_WEIGHT)
    feasibility = PersianIntegerField(label=_("Weight of the feasibility (0 to 2)"), min_value=0, max_value=MOST_WEIGHT)
    cost = PersianIntegerField(label=_("Weight of the cost (0 to 2)"), min_value=0, max_value=MOST_WEIGHT)
    step_1 = RialField(label=_("Cost step 1 up to (rials)"))
    step_2 = RialField(label=_("Cost step 2 up to (rials)"))
    step_3 = RialField(label=_("Cost step 3 up to (rials)"))
    step_4 = RialField(label=_("Cost step 4 up to (rials)"))
    reason = PersianCharField(label=_("Why it is ranked so"), max_length=300)

    @staticmethod
    def present(rule: Rule) -> dict[str, Any]:
        """What the form shows at first: the rule in force."""
        steps = {f"step_{number}": limit for number, limit in enumerate(rule.steps, start=1)}
        return {"effect": rule.effect, "feasibility": rule.feasibility, "cost": rule.cost, **steps}

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        given = dict(self.cleaned_data)
        steps = tuple(given.pop(f"step_{number}") for number in range(1, 5))
        return {**given, "steps": steps}
