"""Forms of letters, tasks, follow-up and closure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.choices import Role
from accounts.models import User
from accounts.selectors import users_with_role
from clinic.cases.choices import Outcome
from clinic.treatment.choices import Decision, Recipient
from clinic.treatment.models import Project
from clinic.units.measurement import FiguresForm
from clinic.units.models import UnitReading
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField, PersianIntegerField, PersianTextField
from core.fields.language import active_language
from core.fields.uploads import IMAGES_AND_PDF
from core.persian.digits import format_number
from core.wording import day_text

THE_UNIT = "unit"


def paper_field(label: Any, *, required: bool = False, **kwargs: Any) -> forms.FileField:
    """One paper: a PDF or a photo of it."""
    return forms.FileField(
        label=label,
        required=required,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": IMAGES_AND_PDF}),
        help_text=_("PDF, JPEG, PNG or WebP."),
        **kwargs,
    )


class LetterForm(forms.Form):
    """A letter to another body."""

    recipient = forms.ChoiceField(label=_("Kind of body"), choices=Recipient.choices)
    recipient_name = PersianCharField(
        label=_("Name of the body"), max_length=150, help_text=_("As it stands on the letter, with its branch or town.")
    )
    subject = PersianCharField(label=_("Subject"), max_length=200)
    body = PersianTextField(
        label=_("Text of the letter"),
        max_length=4000,
        help_text=_("Name and place of the unit stand on the letter anyhow. Write no figure the body need not know."),
        widget=forms.Textarea({"rows": 9}),
    )
    asked = PersianCharField(label=_("Decision you ask for"), max_length=300)
    project = forms.ModelChoiceField(
        queryset=Project.objects.none(), label=_("Project it serves"), required=False, empty_label=_("none of them")
    )

    def __init__(self, *args: Any, projects: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What the other body answered."""

    answered_on = JalaliDateField(label=_("Day of the answer"), latest=clock.today)
    decision = forms.ChoiceField(label=_("What was decided"), choices=Decision.choices, widget=forms.RadioSelect)
    text = PersianTextField(label=_("Answer in short"), max_length=2000)
    file = paper_field(_("Letter of the answer"))


class ExecutionForm(forms.Form):
    """How much of an agreement is carried out."""

    percent = PersianIntegerField(label=_("Carried out (percent)"), min_value=0, max_value=100)


class TaskForm(forms.Form):
    """Something to be done, by somebody, by a day."""

    text = PersianCharField(label=_("What is to be done"), max_length=300)
    who = forms.ChoiceField(label=_("Who does it"))
    due_on = JalaliDateField(label=_("To be done by"))

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(user.pk): user for user in people}
        who: Any = self.fields["who"]
        who.choices = [
            *((key, user.display_name) for key, user in self._people.items()),
            (THE_UNIT, _("the unit itself")),
        ]

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        given = self.cleaned_data
        return {"text": given["text"], "due_on": given["due_on"], "assignee": self._people.get(given["who"])}


class DoneForm(forms.Form):
    """A task is done."""

    note = PersianCharField(label=_("Note"), max_length=300, required=False)


class MeasureForm(FiguresForm):
    """What was measured at a follow-up."""

    note = PersianTextField(
        label=_("What was seen"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )

    def values(self) -> dict[str, Any]:
        """The figures without the note."""
        return {name: value for name, value in self.cleaned_data.items() if name != "note"}


class CloseForm(forms.Form):
    """How a case came out, and what shows it."""

    outcome = forms.ChoiceField(label=_("How it ended"), choices=Outcome.choices, widget=forms.RadioSelect)
    before = forms.TypedChoiceField(label=_("Reading before"), coerce=int)
    after = forms.TypedChoiceField(label=_("Reading after"), coerce=int)
    evidence = PersianTextField(
        label=pgettext_lazy("outcome", "What shows it"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Bills, insurance lists, what was seen on the last visit."),
    )
    reason = PersianTextField(label=_("Why the case is closed"), max_length=1000, widget=forms.Textarea({"rows": 3}))
    file = paper_field(_("Paper that shows it"))

    def __init__(self, *args: Any, readings: Sequence[UnitReading], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(row.pk, _reading_text(row)) for row in readings]
        for name in ("before", "after"):
            field: Any = self.fields[name]
            field.choices = shown


def _reading_text(row: UnitReading) -> str:
    percent = format_number(row.actual_capacity_percent.normalize(), language=active_language())
    return str(_("%(day)s: %(percent)s percent of the capacity")) % {
        "day": day_text(row.measured_on),
        "percent": percent,
    }


class ReadmitForm(forms.Form):
    """Who leads the case when a unit is admitted again, and why."""

    lead = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Led by"))
    reason = PersianTextField(label=_("Why the unit is admitted again"), max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lead: Any = self.fields["lead"]
        lead.queryset = users_with_role(Role.CLINIC_LEAD)
        lead.label_from_instance = lambda user: user.display_name
