"""Ratings, conferences, reviews."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.consultants.choices import CRITERIA, HIGHEST_RATING, LOWEST_RATING, Verdict
from clinic.consultants.models import Consultant, Rating
from core.fields.dates import JalaliDateField, JalaliDateTimeField
from core.fields.forms import PersianCharField, PersianIntegerField, PersianTextField
from core.fields.language import local_digits

WORDS = {
    1: pgettext_lazy("rating", "poor"),
    2: pgettext_lazy("rating", "weak"),
    3: pgettext_lazy("rating", "fair"),
    4: pgettext_lazy("rating", "good"),
    5: pgettext_lazy("rating", "very good"),
}
DECLINE = "DECLINE"
"""What the form says for a reviewer who cannot."""


class RatingForm(forms.Form):
    """Four criteria from 1 to 5 and a comment."""

    required_css_class = "field-inline"
    """The criteria are what must be answered; their five values stand side by side."""

    comment = PersianTextField(
        label=_("Comment"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Only the lead of the clinic reads it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (value, f"{local_digits(value)} – {WORDS[value]}") for value in range(HIGHEST_RATING, LOWEST_RATING - 1, -1)
        ]
        for name in CRITERIA:
            label: Any = Rating._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            self.fields[name] = forms.TypedChoiceField(
                label=str(label).capitalize(), choices=choices, coerce=int, widget=forms.RadioSelect
            )
        self.order_fields([*CRITERIA, "comment"])


class _Person(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        known = "، ".join(str(one.get_specialty_display()) for one in obj.specialties.all())
        return f"{obj.name} ({known})"


def _colleagues() -> Any:
    return Consultant.objects.working().select_related("user").prefetch_related("specialties")


class ConferenceForm(forms.Form):
    """Asking colleagues about a question of a case."""

    case_number = PersianCharField(label=_("Number of the case"), max_length=20)
    subject = PersianCharField(label=_("Subject"), max_length=160)
    question = PersianTextField(
        label=_("Question"), max_length=2000,
        help_text=_("Write it so that the unit is not recognised: colleagues outside the team read it too."),
    )  # fmt: skip
    held_at = JalaliDateTimeField(label=_("When"), help_text=_("For example 1405/09/02 10:30"))
    place = PersianCharField(label=_("Where"), max_length=160, required=False)
    consultants: Any = _Person(
        label=_("Invite"), queryset=Consultant.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consultants"].queryset = _colleagues().exclude(user_id=by.pk)  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """What was said."""

    text = PersianTextField(label=_("Note"), max_length=2000, widget=forms.Textarea({"rows": 4}))


class ConclusionForm(forms.Form):
    """What came out of it."""

    conclusion = PersianTextField(label=_("Conclusion"), max_length=2000)


class AskReviewForm(forms.Form):
    """Asking a member of the team to review a report."""

    case_number = PersianCharField(label=_("Number of the case"), max_length=20)
    report_version = PersianIntegerField(label=_("Version of the report"), min_value=1, max_value=99, initial=1)
    consultant = forms.ModelChoiceField(
        label=_("Reviewer"), queryset=Consultant.objects.none(), help_text=_("A member of the team of this case.")
    )
    due_on = JalaliDateField(label=_("Due on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consultant"].queryset = _colleagues()  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """The review."""

    verdict = forms.ChoiceField(
        label=_("How do you find the report?"), choices=[*Verdict.choices, (DECLINE, _("I cannot review it"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    text = PersianTextField(label=_("Your review, or why you cannot"), max_length=4000)
