"""What the lead of a case decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.selectors import users_with_role
from clinic.cases.choices import Outcome
from clinic.cases.services.cases import EARLY
from clinic.choices import Specialty
from clinic.consultants.models import Consultant
from core.fields.forms import PersianTextField


class CaseReasonForm(forms.Form):
    """A reason that stays with the case."""

    reason = PersianTextField(label=_("Reason"), max_length=1000)


class LeaveTeamForm(forms.Form):
    """Why a membership ends; the consultant and the unit read it."""

    reason = PersianTextField(label=_("Reason"), max_length=300)


class HandOverForm(CaseReasonForm):
    """Another lead."""

    field_order = ("lead", "reason")

    lead: Any = forms.ModelChoiceField(queryset=None, label=_("New lead"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = users_with_role(Role.CLINIC_LEAD)  # type: ignore[attr-defined]


class EndForm(CaseReasonForm):
    """How a case ends before its time."""

    field_order = ("outcome", "reason")

    outcome = forms.ChoiceField(
        label=_("How it ended"),
        choices=[(value, Outcome(value).label) for value in EARLY],
        widget=forms.RadioSelect,
    )


class MemberForm(forms.Form):
    """A consultant for one of his specialties."""

    specialty = forms.ChoiceField(label=_("Specialty"), choices=Specialty.choices)
    consultant: Any = forms.ModelChoiceField(queryset=None, label=_("Consultant"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        working = Consultant.objects.working().select_related("user", "county")
        field: Any = self.fields["consultant"]
        field.queryset = working
        field.label_from_instance = lambda row: f"{row.name} ({row.county.display_name})"
