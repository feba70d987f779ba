"""The request of a firm."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from core.fields.forms import PersianIntegerField, PersianTextField
from programs.exhibitions.choices import Readiness


class RequestForm(forms.Form):
    """Which firm, what it shows. The booths stand in the ordering component beside."""

    firm = forms.ChoiceField(label=_("For which firm"))
    products = PersianTextField(label=_("What will you show?"), max_length=600, widget=forms.Textarea({"rows": 4}))
    participations = PersianIntegerField(
        label=_("At how many exhibitions were you in the last five years?"), min_value=0, max_value=100
    )
    readiness = forms.ChoiceField(label=_("Do you export?"), choices=Readiness.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, firms: list[Applicant], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["firm"].choices = [(str(firm.pk), firm.display_name) for firm in firms]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """What goes to the service."""
        return {name: self.cleaned_data[name] for name in ("products", "participations", "readiness")}


class DeclareForm(forms.Form):
    """The last step."""

    declared = forms.BooleanField(
        label=_("What I wrote is true, and if we get a booth we shall be there on all days."),
        error_messages={"required": _("Confirm the declaration.")},
    )
