"""The form for the answer of a unit on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.choices import ApplicantKind
from clinic.cases.models import Case
from clinic.treatment.choices import Signer
from clinic.treatment.forms.work import paper_field
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField, PersianTextField

YES = "yes"
ANSWERS = (
    (YES, pgettext_lazy("answer on paper", "The unit agrees to the plan")),
    ("no", pgettext_lazy("answer on paper", "The unit does not agree")),
)


class PaperForm(forms.Form):
    """What the unit answered, who signed it and when, and the paper itself."""

    agreed = forms.TypedChoiceField(
        label=_("What does the paper say?"), choices=ANSWERS, coerce=YES.__eq__, widget=forms.RadioSelect
    )
    reason = PersianTextField(
        label=_("What has to be changed"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Only when the unit does not agree, in the words of the paper."),
    )
    signer = PersianCharField(label=_("Who signed"), max_length=120)
    role = forms.ChoiceField(label=_("Signed as"), choices=Signer.choices, widget=forms.RadioSelect)
    signed_on = JalaliDateField(label=_("Day of the signature"), latest=clock.today)
    file = paper_field(_("The signed paper"), required=True)

    @staticmethod
    def present(case: Case) -> dict[str, Any]:
        """What the form shows at first: who asked the clinic, as far as it is known. Needs `case.request.applicant`."""
        applicant = case.request.applicant
        if applicant.kind == ApplicantKind.PERSON:
            return {"signer": applicant.display_name, "role": Signer.OWNER}
        return {"role": Signer.SIGNATORY}
