"""Forms of plans and their projects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import NodeKind
from clinic.cases.models import CauseNode
from clinic.treatment.choices import Funds, Indicator
from clinic.treatment.models import Project, Remedy, TreatmentPlan
from clinic.treatment.services.projects import FACTS, Step
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField, PersianDecimalField, PersianIntegerField, PersianTextField, RialField

EFFECTS = (
    (1, pgettext_lazy("effect of a project", "1 – hardly any")),
    (2, pgettext_lazy("effect of a project", "2 – small")),
    (3, pgettext_lazy("effect of a project", "3 – clear")),
    (4, pgettext_lazy("effect of a project", "4 – great")),
    (5, pgettext_lazy("effect of a project", "5 – the unit works again by it")),
)
FEASIBILITIES = (
    (1, pgettext_lazy("feasibility of a project", "1 – hardly possible")),
    (2, pgettext_lazy("feasibility of a project", "2 – difficult")),
    (3, pgettext_lazy("feasibility of a project", "3 – possible with effort")),
    (4, pgettext_lazy("feasibility of a project", "4 – well possible")),
    (5, pgettext_lazy("feasibility of a project", "5 – can begin at once")),
)
SPARE_ROWS = 2
LEAST_ROWS = 4


class NothingForm(forms.Form):
    """Asks for nothing but the decision itself."""


class ReasonForm(forms.Form):
    """A reason that stays with what was decided."""

    reason = PersianTextField(label=_("Reason"), max_length=300, widget=forms.Textarea({"rows": 3}))


class AimForm(forms.Form):
    """What the treatment is to reach."""

    aim = PersianTextField(
        label=_("Aim of the treatment"),
        max_length=2000,
        help_text=_("What the unit is to reach, by when, and how that is seen."),
    )


class ApprovalForm(forms.Form):
    """In which session the committee approved a plan."""

    session = PersianCharField(
        label=_("Session of the committee"),
        max_length=200,
        help_text=_("Number or day of the session and its minutes."),
    )
    members = PersianTextField(label=_("Members present"), max_length=500, widget=forms.Textarea({"rows": 3}))


class PlaceForm(forms.Form):
    """Another place than the score gives."""

    position = PersianIntegerField(
        label=_("Place"), min_value=1, required=False, help_text=_("Leave it empty to rank the project by its score.")
    )
    reason = PersianCharField(label=_("Why it has another place"), max_length=300, required=False)


class ProjectForm(forms.Form):
    """One project of a draft, with the causes it removes and its steps."""

    remedy = forms.ModelChoiceField(queryset=Remedy.objects.filter(is_active=True), label=_("Remedy"))
    name = PersianCharField(label=_("Name of the project"), max_length=200)
    description = PersianTextField(label=_("What is done"), max_length=2000, required=False)
    causes = forms.TypedMultipleChoiceField(
        label=_("Causes it removes"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    effect = forms.TypedChoiceField(label=_("Effect"), choices=EFFECTS, coerce=int, initial=3)
    feasibility = forms.TypedChoiceField(label=_("Feasibility"), choices=FEASIBILITIES, coerce=int, initial=3)
    cost_rials = RialField(label=_("Cost (rials)"), help_text=_("0 when it costs nothing."))
    funds = forms.ChoiceField(label=_("Source of funds"), choices=Funds.choices)
    owner = PersianCharField(
        label=_("Who is responsible"), max_length=120, help_text=_("A person of the unit, or the body that does it.")
    )
    due_on = JalaliDateField(label=_("To be done by"))
    indicator = forms.ChoiceField(label=_("Figure it changes"), choices=Indicator.choices)
    expected = PersianDecimalField(
        label=_("Value expected then"),
        min_value=0,
        max_digits=18,
        help_text=_("What this figure is to read once it is done: percent of the capacity, people, or rials."),
    )

    def __init__(self, *args: Any, nodes: Sequence[CauseNode], steps: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes: Any = self.fields["causes"]
        causes.choices = [(one.pk, one.label) for one in nodes if one.kind != NodeKind.SYMPTOM]
        remedy: Any = self.fields["remedy"]
        remedy.label_from_instance = lambda row: row.display_name
        self.rows = max(LEAST_ROWS, steps + SPARE_ROWS)
        for number in range(1, self.rows + 1):
            self.fields[f"step_{number}"] = PersianCharField(label=_("Step"), max_length=200, required=False)
            self.fields[f"step_{number}_due"] = JalaliDateField(label=_("To be done by"), required=False)

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The fields before the steps."""
        return [self[name] for name in self.base_fields]

    @property
    def step_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Name and day of every row of steps."""
        return [(self[f"step_{number}"], self[f"step_{number}_due"]) for number in range(1, self.rows + 1)]

    def clean(self) -> dict[str, Any] | None:
        """A step has a name and a day, or is left out."""
        cleaned = super().clean() or {}
        for number in range(1, self.rows + 1):
            name, day = cleaned.get(f"step_{number}"), cleaned.get(f"step_{number}_due")
            if name and not day and f"step_{number}_due" not in self.errors:
                self.add_error(f"step_{number}_due", _("Say by which day this step is done."))
            if day and not name:
                self.add_error(f"step_{number}", _("Write what is done in this step."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the service takes as facts."""
        return {name: self.cleaned_data[name] for name in FACTS}

    def steps(self) -> list[Step]:
        """What the service takes as steps, by their days."""
        rows: list[tuple[str, date]] = [
            (self.cleaned_data[f"step_{number}"], self.cleaned_data[f"step_{number}_due"])
            for number in range(1, self.rows + 1)
            if self.cleaned_data.get(f"step_{number}")
        ]
        return sorted(rows, key=lambda row: row[1])


def present(project: Project) -> dict[str, Any]:
    """What the form of a project shows at first. 3 queries."""
    given = {name: getattr(project, name) for name in FACTS if name != "remedy"}
    given |= {"remedy": project.remedy_id, "causes": list(project.cause_links.values_list("node_id", flat=True))}
    for number, step in enumerate(project.steps.all(), start=1):
        given |= {f"step_{number}": step.name, f"step_{number}_due": step.due_on}
    return given


def nodes_for(plan: TreatmentPlan) -> list[CauseNode]:
    """Boxes of the cause tree a project can remove, root causes first. 1 query."""
    rows = plan.case.cause_nodes.select_related("cause").exclude(kind=NodeKind.SYMPTOM)
    return sorted(rows, key=lambda row: (row.kind != NodeKind.ROOT, not row.is_primary, row.pk))
