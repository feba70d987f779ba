"""A request, as its owner or an officer at the counter writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.models import Applicant
from clinic.cases.choices import Service
from clinic.cases.selectors.requests import applicant_by_number
from clinic.choices import Specialty
from clinic.units.models import IndustrialUnit
from core.errors import Text
from core.fields.forms import IdentifierField, MobileField, PersianCharField, PersianTextField
from core.fields.widgets import CodeInput
from core.persian import identifiers
from core.persian.digits import to_ascii
from core.persian.text import normalise

QUESTIONS: dict[Service, tuple[Text, Text]] = {
    Service.DIAGNOSIS: (
        gettext_lazy("What has stopped or goes badly?"),
        gettext_lazy("Since when, what you have tried, what you need. The clinic asks for figures later."),
    ),
    Service.NEW_BUSINESS: (
        gettext_lazy("What do you want to make or do?"),
        gettext_lazy("Product, place, money at hand, and what you want advice about."),
    ),
    Service.TRAINING: (
        gettext_lazy("What would you like to learn, and for how many people?"),
        gettext_lazy("For example: cost accounting for three people of the workshop."),
    ),
    Service.QUESTION: (gettext_lazy("Your question"), gettext_lazy("One question at a time gets the quickest answer.")),
}
LONGEST = 2000
UNLISTED = "other"
"""The choice of who does not find his unit in the list."""


class _RequestForm(forms.Form):
    """What every request asks for."""

    unit_note = PersianCharField(
        label=gettext_lazy("Name of the unit and where it stands"), max_length=200, required=False
    )
    topic = forms.ChoiceField(label=gettext_lazy("Subject"), required=False)
    text = PersianTextField(label=gettext_lazy("Your question"), max_length=LONGEST)
    phone = MobileField(
        label=gettext_lazy("Mobile on which the clinic reaches you"),
        required=False,
        help_text=gettext_lazy("Leave it empty when the number of your account is right."),
    )

    def __init__(self, data: Any = None, *, service: Service, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.service = service
        text: Any = self.fields["text"]
        text.label, text.help_text = QUESTIONS[service]
        if service != Service.DIAGNOSIS:
            del self.fields["unit_note"]
        if service in (Service.QUESTION, Service.TRAINING):
            anything = [("", gettext_lazy("I do not know, or something else"))]
            self.fields["topic"].choices = [*anything, *Specialty.choices]  # type: ignore[attr-defined]
        else:
            del self.fields["topic"]


class AskForm(_RequestForm):
    """One's own request: `applicants` are those the account acts for, `units` their units."""

    applicant = forms.ChoiceField(label=pgettext_lazy("clinic", "For whom"))
    unit = forms.ChoiceField(label=gettext_lazy("Which unit?"), required=False, widget=forms.RadioSelect)
    field_order = ("applicant", "unit", "unit_note", "topic", "text", "phone")

    def __init__(
        self, data: Any = None, *, service: Service, applicants: Sequence[Applicant], units: Sequence[IndustrialUnit],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, service=service, **kwargs)
        self.units = {str(unit.pk): unit for unit in units}
        listed = [(str(one.pk), one.display_name) for one in applicants]
        self.fields["applicant"].choices = listed  # type: ignore[attr-defined]
        if len(listed) == 1:
            self.fields["applicant"].initial = listed[0][0]
            self.fields["applicant"].widget = forms.HiddenInput()
        self._offer_units(service)

    def _offer_units(self, service: Service) -> None:
        if service not in (Service.DIAGNOSIS, Service.QUESTION) or not self.units:
            del self.fields["unit"]
            return
        field: Any = self.fields["unit"]
        names = [(key, unit.name) for key, unit in self.units.items()]
        if service == Service.QUESTION:
            field.choices = [*names, ("", gettext_lazy("none"))]
            return
        field.required = True
        field.choices = [*names, (UNLISTED, gettext_lazy("A unit that is not listed here"))]
        field.initial = names[0][0] if len(names) == 1 else None
        note = self.fields["unit_note"]
        note.label = gettext_lazy("Name and place of the unit that is not listed")
        note.help_text = gettext_lazy("Only when you chose none of the units above.")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        unit = self.units.get(cleaned.get("unit") or "")
        if unit is not None and "applicant" in cleaned and str(unit.owner_id) != cleaned["applicant"]:
            self.add_error("unit", _("Choose one of the units of this applicant."))
        unnamed = self.service == Service.DIAGNOSIS and unit is None and not cleaned.get("unit_note")
        if unnamed and "unit_note" not in self.errors:
            self.add_error("unit_note", _("Say which unit it is: its name and where it stands."))
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What is kept until the request is handed in: texts alone."""
        names = ("applicant", "unit", "unit_note", "topic", "text", "phone")
        return {name: self.cleaned_data.get(name, "") for name in names}


class PartyNumberField(IdentifierField):
    """National code of a person or national ID of an entity, in ASCII."""

    widget = CodeInput
    kind = "national_code"

    @staticmethod
    def parse(value: str) -> str:
        """The number in its one spelling. Raises IdentifierError."""
        digits = to_ascii(normalise(str(value)[:40])).replace(" ", "")
        if len(digits) == 11:
            return identifiers.parse_legal_national_id(digits)
        return identifiers.parse_national_code(digits)


class CounterForm(_RequestForm):
    """A request an officer writes for somebody at the counter."""

    who = PartyNumberField(
        label=gettext_lazy("National code of the person, or national ID of the entity"),
        help_text=gettext_lazy("The person or entity must be known to the portal."),
    )
    unit_code = PersianCharField(
        label=gettext_lazy("Code of the unit in the register"),
        max_length=16,
        required=False,
        widget=CodeInput,
        help_text=gettext_lazy("Leave it empty when the unit is not in the register yet."),
    )
    field_order = ("who", "unit_code", "unit_note", "topic", "text", "phone")

    def __init__(self, data: Any = None, *, service: Service, **kwargs: Any) -> None:
        super().__init__(data, service=service, **kwargs)
        self.fields["phone"].help_text = gettext_lazy("The clinic calls and writes to this number.")
        if service not in (Service.DIAGNOSIS, Service.QUESTION):
            del self.fields["unit_code"]

    def clean_who(self) -> Applicant:
        """The applicant with this number."""
        found = applicant_by_number(self.cleaned_data["who"])
        if found is None:
            raise forms.ValidationError(
                _("Nobody in the portal has this number. The person must sign up, or be entered by the office, first."),
                code="nobody_found",
            )
        return found

    def clean_unit_code(self) -> IndustrialUnit | None:
        """The unit with this code."""
        return unit_by_code(self.cleaned_data["unit_code"])

    def facts(self) -> dict[str, Any]:
        """Values of the request for the service."""
        names = [name for name in ("unit_note", "topic", "text", "phone") if name in self.fields]
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in names}
        return given | {"unit": self.cleaned_data.get("unit_code")}


def unit_by_code(code: str) -> IndustrialUnit | None:
    """The unit of the register with this code, in any digits and letter case; None for an empty one. ValidationError."""
    plain = to_ascii(normalise(code)).upper()
    if not plain:
        return None
    found: IndustrialUnit | None = IndustrialUnit.objects.listed().filter(code__iexact=plain).first()
    if found is None:
        raise forms.ValidationError(_("No unit of the register has this code."), code="no_such_unit")
    return found


class DeclareForm(forms.Form):
    """The last step."""

    declared = forms.BooleanField(
        label=gettext_lazy("What I wrote is true, and I may speak for this person or unit."),
        error_messages={"required": gettext_lazy("Confirm the declaration.")},
    )


class WithdrawForm(forms.Form):
    """Taking a request back; the reason helps the clinic."""

    reason = PersianTextField(label=gettext_lazy("Reason"), max_length=300, required=False)
