"""The wish."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Applicant
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianIntegerField, PersianTextField
from estates.models import County, Estate, Trade


class ChangeForm(forms.Form):
    """What may change of a wish."""

    area_from = PersianIntegerField(label=_("Smallest area that would do (m²)"), min_value=1, max_value=100_000)
    area_to = PersianIntegerField(label=_("Largest area you could use (m²)"), min_value=1, max_value=100_000)
    county = forms.ModelChoiceField(label=_("In which county"), queryset=County.objects.all())
    estate = forms.ModelChoiceField(
        label=_("Only in this estate"), queryset=Estate.objects.public(), required=False,
        help_text=_("Leave it empty when every estate of the county would do."),
    )  # fmt: skip
    use = PersianTextField(
        label=_("What do you want to make there?"), max_length=600, widget=forms.Textarea({"rows": 4})
    )
    wanted_since = JalaliDateField(label=_("Since when have you been looking?"), latest=clock.today)
    phone_ok = forms.BooleanField(label=_("You may call me about it"), required=False)


class WishForm(ChangeForm):
    """A new wish."""

    applicant = forms.ChoiceField(label=pgettext_lazy("wish", "For whom"))
    trade = forms.ModelChoiceField(label=_("Trade"), queryset=Trade.objects.filter(is_active=True))
    field_order = ("applicant", "trade")

    def __init__(self, data: Any = None, *, applicants: list[Applicant], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        listed = [(str(one.pk), one.display_name) for one in applicants]
        self.fields["applicant"].choices = listed  # type: ignore[attr-defined]


class NothingForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""
