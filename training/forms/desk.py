"""What those who hold a course fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.fields.forms import PersianCharField, PersianDecimalField
from training.choices import AttendanceState
from training.models import Registration
from training.selectors.results import Line


class SheetForm(forms.Form):
    """One row for each participant, `state_<registration>`; who is not noted yet is offered as present."""

    def __init__(self, data: Any, *, people: Sequence[Registration], known: Mapping[int, str]) -> None:
        super().__init__(data)
        for row in people:
            self.fields[f"state_{row.pk}"] = forms.ChoiceField(
                label=row.person.display_name,
                choices=AttendanceState.choices,
                initial=known.get(row.pk, AttendanceState.PRESENT),
                widget=forms.RadioSelect,
            )

    def states(self) -> dict[int, str]:
        """State by key of the registration."""
        return {int(name.removeprefix("state_")): value for name, value in self.cleaned_data.items()}


class MarksForm(forms.Form):
    """One sitting of the examination: `score_<registration>`, empty for who was not there."""

    def __init__(self, data: Any, *, people: Sequence[Line]) -> None:
        super().__init__(data)
        for line in people:
            self.fields[f"score_{line.registration.pk}"] = PersianDecimalField(
                label=line.registration.person.display_name,
                required=False,
                min_value=0,
                max_value=100,
                decimal_places=2,
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not self.scores():
            raise forms.ValidationError(_("Enter the marks of at least one person."), code="nothing")
        return cleaned

    def scores(self) -> dict[int, Decimal]:
        """Marks by key of the registration, of those who were there."""
        named = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return {int(name.removeprefix("score_")): value for name, value in named.items()}


class CorrectForm(forms.Form):
    """The right marks and why the old ones were wrong."""

    score = PersianDecimalField(label=gettext_lazy("Marks (0 to 100)"), min_value=0, max_value=100, decimal_places=2)
    note = PersianCharField(label=gettext_lazy("Why they are corrected"), max_length=300)


class ReasonForm(forms.Form):
    """A reason people read."""

    reason = PersianCharField(label=gettext_lazy("Reason"), max_length=300)


class LeaveForm(forms.Form):
    """Giving up a seat; the reason helps to plan the next course."""

    reason = PersianCharField(label=gettext_lazy("Reason"), max_length=300, required=False)


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""
