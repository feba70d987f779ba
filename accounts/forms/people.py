"""What people say of themselves and of the entities they sign for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.choices import County, DocumentKind, EntityKind, Gender, SpecialGroup
from accounts.models import Applicant
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import LegalNationalIdField, MobileField, NationalCodeField, PersianCharField, PostalCodeField
from core.fields.widgets import CodeInput

EMPTY: tuple[tuple[str, Any], ...] = (("", _("Choose")),)
CENTURY = timedelta(days=366 * 120)


def _today() -> date:
    return clock.today()


def _a_century_ago() -> date:
    return clock.today() - CENTURY


def _in_a_generation() -> date:
    return clock.today() + timedelta(days=366 * 30)


class DetailsForm(forms.Form):
    """Who I am, as on the card."""

    first_name = PersianCharField(label=_("First name"), max_length=60)
    last_name = PersianCharField(label=_("Last name"), max_length=80)
    father_name = PersianCharField(label=_("Father's name"), max_length=60)
    birth_date = JalaliDateField(label=_("Date of birth"), earliest=_a_century_ago, latest=_today)
    gender = forms.ChoiceField(label=_("Gender"), choices=Gender.choices, widget=forms.RadioSelect)


class AddressForm(forms.Form):
    """Where I live and can be reached."""

    county = forms.ChoiceField(label=_("County"), choices=[*EMPTY, *County.choices])
    city = PersianCharField(label=_("Town or village"), max_length=80)
    address = PersianCharField(
        label=_("Address"), max_length=500, widget=forms.Textarea({"rows": 3, "autocomplete": "street-address"})
    )
    postal_code = PostalCodeField(label=_("Postal code"), help_text=_("Ten digits."))
    phone = PersianCharField(label=_("Contact phone"), max_length=15, required=False, widget=CodeInput(inputmode="tel"))


class GroupForm(forms.Form):
    """A special group I belong to."""

    group = forms.ChoiceField(label=_("Special group"), choices=SpecialGroup.choices, widget=forms.RadioSelect)


class EntityDataForm(forms.Form):
    """Data of an entity as in the companies register."""

    name = PersianCharField(label=_("Registered name"), max_length=200)
    kind = forms.ChoiceField(label=_("Legal form"), choices=[*EMPTY, *EntityKind.choices])
    registration_number = PersianCharField(
        label=_("Registration number"), max_length=20, required=False, widget=CodeInput
    )
    registration_place = PersianCharField(label=_("Place of registration"), max_length=80, required=False)
    registered_on = JalaliDateField(label=_("Registered on"), required=False, earliest=_a_century_ago, latest=_today)
    county = forms.ChoiceField(label=_("County"), choices=[*EMPTY, *County.choices], required=False)
    address = PersianCharField(label=_("Address"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}))
    postal_code = PostalCodeField(label=_("Postal code"), required=False)
    phone = PersianCharField(label=_("Phone"), max_length=15, required=False, widget=CodeInput(inputmode="tel"))


class EntityForm(EntityDataForm):
    """An entity that is new to the portal."""

    legal_national_id = LegalNationalIdField(label=_("National ID of the entity"), help_text=_("Eleven digits."))
    position = PersianCharField(
        label=_("Your position"), max_length=80, help_text=_("For example managing director, as in the gazette.")
    )
    field_order = ["legal_national_id", "name", "kind", "position"]


class SignatoryForm(forms.Form):
    """Another person who signs."""

    national_code = NationalCodeField(label=_("National code of the person"))
    phone = MobileField(label=_("Mobile the person signed up with"))
    position = PersianCharField(label=_("Position"), max_length=80, required=False)
    valid_to = JalaliDateField(
        label=_("Last day"),
        required=False,
        earliest=_today,
        latest=_in_a_generation,
        help_text=_("As in the gazette; leave empty when none is named."),
    )


class DocumentForm(forms.Form):
    """A paper for the vault."""

    owner = forms.ModelChoiceField(label=_("Whose paper is it?"), queryset=Applicant.objects.none(), empty_label=None)
    kind = forms.ChoiceField(label=_("Kind of paper"), choices=[*EMPTY, *DocumentKind.choices])
    file = forms.FileField(
        label=_("Photo or PDF"),
        help_text=_("A readable photo of the whole paper, or a PDF. Hidden data such as the place is removed."),
        widget=forms.ClearableFileInput({"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        allow_empty_file=True,
    )
    title = PersianCharField(
        label=_("Your own name for it"), max_length=120, required=False, help_text=_("To find it again.")
    )
    number = PersianCharField(label=_("Number of the paper"), max_length=40, required=False, widget=CodeInput)
    issued_on = JalaliDateField(label=_("Issued on"), required=False, earliest=_a_century_ago, latest=_today)
    valid_until = JalaliDateField(
        label=_("Valid until"),
        required=False,
        latest=_in_a_generation,
        help_text=_("We tell you before it expires. Leave empty when it does not expire."),
    )

    def __init__(self, *args: Any, applicants: list[Applicant], replacing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = Applicant.objects.filter(pk__in=[row.pk for row in applicants]).select_related(
            "person", "legal_entity"
        )
        if replacing or len(applicants) == 1:
            del self.fields["owner"]
        if replacing:
            del self.fields["kind"]
