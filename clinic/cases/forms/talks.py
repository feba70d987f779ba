"""Choosing a time for a talk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import Mode
from clinic.cases.selectors.times import Slot
from clinic.choices import Specialty
from core.fields.forms import PersianCharField


class TalkFilter(forms.Form):
    """How the talk is held and about what; always has an answer, so that the page shows times at once."""

    mode = forms.ChoiceField(
        label=_("How would you like to talk?"), choices=Mode.choices, widget=forms.RadioSelect, required=False
    )
    subject = forms.ChoiceField(
        label=_("With a specialist in"), choices=[("", _("any subject")), *Specialty.choices], required=False
    )

    def chosen_mode(self) -> str:
        """The mode that was chosen, in person when none was."""
        return (self.is_valid() and self.cleaned_data["mode"]) or Mode.IN_PERSON

    def chosen_subject(self) -> str:
        """The specialty that was chosen, "" for any."""
        return str(self.cleaned_data["subject"]) if self.is_valid() else ""


class SlotForm(forms.Form):
    """One of the free times of a day."""

    slot = forms.ChoiceField(
        label=_("Time"),
        error_messages={
            "required": _("Choose a time."),
            "invalid_choice": _("This time is no longer free. Choose another one."),
        },
    )

    def __init__(self, data: Any = None, *, slots: Sequence[Slot]) -> None:
        super().__init__(data)
        self.slots = {slot.key: slot for slot in slots}
        self.fields["slot"].choices = [(key, key) for key in self.slots]  # type: ignore[attr-defined]

    def chosen(self) -> Slot:
        """The time that was chosen; after `is_valid()`."""
        return self.slots[self.cleaned_data["slot"]]


class CancelForm(forms.Form):
    """Cancelling a talk."""

    reason = PersianCharField(label=_("Reason"), max_length=300, required=False)


class HeldForm(forms.Form):
    """Whether a talk was held: two buttons, and no answer without one of them, because it is given once."""

    came = forms.ChoiceField(
        label=_("Was it held?"),
        choices=[("yes", _("Yes, it was held")), ("no", _("No, nobody came"))],
        error_messages={
            "required": _("Choose one of the two answers."),
            "invalid_choice": _("Choose one of the two answers."),
        },
    )
