"""What the team writes down: visits, findings, SWOT, agreement, causes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import CauseRank, NodeKind, SwotKind
from clinic.cases.models import Cause, CauseNode
from clinic.choices import Dimension
from core.fields.dates import JalaliDateTimeField
from core.fields.forms import PersianCharField, PersianTextField
from core.fields.uploads import IMAGES, SeveralFilesField

SEVERITIES = (
    (1, pgettext_lazy("severity", "1 – slight")),
    (2, pgettext_lazy("severity", "2 – noticeable")),
    (3, pgettext_lazy("severity", "3 – grave")),
    (4, pgettext_lazy("severity", "4 – very grave")),
    (5, pgettext_lazy("severity", "5 – stops the unit")),
)


def photos_field() -> SeveralFilesField:
    """Photos of a visit."""
    return SeveralFilesField(
        label=_("Photos"), required=False, accept=IMAGES, help_text=_("JPEG, PNG or WebP; several at once.")
    )


class VisitForm(forms.Form):
    """One visit."""

    visited_at = JalaliDateTimeField(label=_("Day and hour of the visit"), help_text=_("For example 1405/09/02 10:30"))
    notes = PersianTextField(
        label=_("What was seen"),
        max_length=4000,
        help_text=_("Who was there, what works, what stands still, what was said."),
    )
    photos = photos_field()
    caption = PersianCharField(label=_("Caption of the photos"), max_length=200, required=False)


class PhotosForm(forms.Form):
    """More photos of a visit."""

    photos = photos_field()
    caption = PersianCharField(label=_("Caption of the photos"), max_length=200, required=False)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not (cleaned or {}).get("photos"):
            self.add_error("photos", _("Choose at least one photo."))
        return cleaned


class FindingForm(forms.Form):
    """One finding."""

    dimension = forms.ChoiceField(label=_("Dimension"), choices=Dimension.choices)
    text = PersianTextField(label=_("Finding"), max_length=2000)
    severity = forms.TypedChoiceField(label=_("Severity"), choices=SEVERITIES, coerce=int, initial=3)
    evidence = PersianTextField(
        label=_("Evidence"),
        max_length=2000,
        help_text=_("What shows it: a paper, a measurement, what was seen or said."),
    )


class SwotForm(forms.Form):
    """One line of the SWOT table."""

    kind = forms.ChoiceField(label=_("Field of the table"), choices=SwotKind.choices)
    text = PersianCharField(label=_("Text"), max_length=300)


class AgreementForm(forms.Form):
    """Whether a member stands behind the diagnosis."""

    agrees = forms.TypedChoiceField(
        label=_("Do you stand behind this diagnosis?"),
        choices=((1, _("Yes, I agree")), (0, _("No, I see it otherwise"))),
        coerce=lambda value: bool(int(value)),
        widget=forms.RadioSelect,
    )
    reason = PersianTextField(
        label=_("What you see otherwise"), max_length=2000, required=False, help_text=_("It stays with the case.")
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("agrees") is False and not cleaned.get("reason"):
            self.add_error("reason", _("Write with what you do not agree."))
        return cleaned


class NodeForm(forms.Form):
    """A box of the cause tree: from the catalogue, or in own words."""

    cause = forms.ModelChoiceField(
        queryset=Cause.objects.filter(is_active=True),
        label=_("From the catalogue"),
        required=False,
        empty_label=_("none of these, in own words"),
    )
    text = PersianCharField(label=_("In own words"), max_length=160, required=False)
    dimension = forms.ChoiceField(
        label=_("Dimension (of what is in own words)"), choices=[("", "–"), *Dimension.choices], required=False
    )
    kind = forms.ChoiceField(
        label=_("What kind of box it is"), choices=NodeKind.choices, widget=forms.RadioSelect, initial=NodeKind.CAUSE
    )
    rank = forms.ChoiceField(
        label=_("Weight of a root cause"),
        choices=[("", _("is no root cause")), *CauseRank.choices],
        required=False,
    )
    evidence = PersianCharField(label=_("What shows that it is so"), max_length=500, required=False)

    def __init__(self, *args: Any, nodes: Sequence[CauseNode] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cause: Any = self.fields["cause"]
        cause.label_from_instance = lambda row: row.display_name
        effects = [("", "–"), *((one.pk, one.label) for one in nodes if one.kind != NodeKind.ROOT)]
        if len(effects) > 1:
            self.fields["effect"] = forms.TypedChoiceField(
                label=_("It brings about"), choices=effects, required=False, coerce=int, empty_value=None
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if "cause" in cleaned and not cleaned.get("cause"):
            if not cleaned.get("text"):
                self.add_error("cause", _("Choose a cause, or write your own."))
            elif not cleaned.get("dimension"):
                self.add_error("dimension", _("Choose the dimension it belongs to."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "effect"}


class ArrowForm(forms.Form):
    """An arrow from a cause to what it brings about."""

    cause = forms.TypedChoiceField(label=_("This cause"), coerce=int)
    effect = forms.TypedChoiceField(label=_("brings about"), coerce=int)

    def __init__(self, *args: Any, nodes: Sequence[CauseNode], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes: Any = self.fields["cause"]
        effects: Any = self.fields["effect"]
        causes.choices = [(one.pk, one.label) for one in nodes if one.kind != NodeKind.SYMPTOM]
        effects.choices = [(one.pk, one.label) for one in nodes if one.kind != NodeKind.ROOT]
