"""What those who hold an exhibition fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianCharField, PersianIntegerField, PersianTextField, RialField
from core.procedure.choices import DrawForm
from programs.exhibitions.choices import CostKind, PaidBy
from programs.exhibitions.models import BoothRequest, Criterion


class NothingForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""


class ReasonForm(forms.Form):
    """A reason people read."""

    reason = PersianTextField(label=_("Reason"), max_length=300, widget=forms.Textarea({"rows": 3}))


class ValueForm(forms.Form):
    """The announced event's value."""

    form = forms.ChoiceField(label=_("How it was published"), choices=DrawForm.choices, widget=forms.RadioSelect)
    value = PersianCharField(label=_("The value"), max_length=4200)


class AgainForm(forms.Form):
    """The same value, typed by the second person."""

    value = PersianCharField(label=_("The value, typed again from the publication"), max_length=4200)


class PointsForm(forms.Form):
    """Points of every request in every criterion: `points_<request>_<criterion>`."""

    def __init__(
        self, data: Any, *, requests: Sequence[BoothRequest], criteria: Sequence[Criterion],
        known: Mapping[tuple[int, int], int],
    ) -> None:  # fmt: skip
        super().__init__(data)
        for request in requests:
            for criterion in criteria:
                self.fields[f"points_{request.pk}_{criterion.pk}"] = PersianIntegerField(
                    label=f"{request.firm} – {criterion.name}", min_value=0, max_value=criterion.max_points,
                    initial=known.get((request.pk, criterion.pk)),
                )  # fmt: skip

    def points(self) -> dict[tuple[int, int], int]:
        """By request and criterion."""
        found = {}
        for name, value in self.cleaned_data.items():
            _word, request, criterion = name.split("_")
            found[int(request), int(criterion)] = value
        return found


class CostForm(forms.Form):
    """One cost of the trip."""

    kind = forms.ChoiceField(label=_("What for"), choices=CostKind.choices)
    amount = RialField(label=_("Amount (rials)"), min_value=1)
    paid_by = forms.ChoiceField(label=_("Paid by"), choices=PaidBy.choices)
    firm = forms.ChoiceField(label=_("Of which firm"), required=False)
    note = PersianCharField(label=_("Note"), max_length=200, required=False)
    paper = forms.FileField(
        label=_("Bill or receipt"), required=False, allow_empty_file=True,
        help_text=_("A readable photo of the whole paper (JPEG, PNG) or a PDF, at most 8 megabytes."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )  # fmt: skip

    def __init__(self, data: Any, files: Any = None, *, firms: Sequence[BoothRequest]) -> None:
        super().__init__(data, files)
        listed = [("", _("the whole trip")), *((str(one.pk), one.firm) for one in firms)]
        self.fields["firm"].choices = listed  # type: ignore[attr-defined]


class ResultForm(forms.Form):
    """What one firm brought home."""

    contacts = PersianIntegerField(label=_("Business contacts"), min_value=0, max_value=100_000)
    contracts = PersianIntegerField(label=_("Contracts"), min_value=0, max_value=100_000)
    sales = RialField(label=_("Sales (rials)"))
    export_leads = PersianIntegerField(label=_("Export leads"), min_value=0, max_value=100_000)
    satisfaction = forms.TypedChoiceField(
        label=_("How content was the firm?"), coerce=int, empty_value=None, required=False,
        choices=[("", _("did not answer")), *((n, str(n)) for n in range(1, 6))],
    )  # fmt: skip
