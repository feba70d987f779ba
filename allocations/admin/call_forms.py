"""Forms with which a call is written: its conditions, and the rows of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.choices import DocumentKind
from allocations.admin import bands
from allocations.choices import CallMode, CriterionInput, LapseRule, LicenceKind
from allocations.models import Call
from allocations.services.rule_rows import CriterionSpec, GroupSpec, PaperSpec
from core.fields.forms import (
    JalaliDateTimeField,
    PersianCharField,
    PersianDecimalField,
    PersianIntegerField,
    PersianTextField,
)
from estates.models import County, Estate, Trade

MOST_ROWS = 60
"""Rows of a table that are read and shown again, whatever number a request claims."""
WHEN = _("For example 1405/10/15 14:30, Tehran time.")


class BasicsForm(forms.Form):
    """Everything of a call that is not rows: what, when, for whom, by which draw."""

    title = PersianCharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(label=_("Address"), max_length=60, widget=forms.TextInput({"dir": "ltr"}),
                           help_text=_("Small Latin letters, digits and hyphens; it stands in every link."))  # fmt: skip
    estate = forms.ModelChoiceField(Estate.objects.none(), label=_("Estate"))
    mode = forms.ChoiceField(
        label=_("Mode"), choices=[(mode.value, mode.label) for mode in (CallMode.SCORED, CallMode.LOTTERY)]
    )
    intro = PersianTextField(label=_("Introduction"), required=False, widget=forms.Textarea({"rows": 4}))
    opens_at = JalaliDateTimeField(label=_("Opens"), required=False, help_text=WHEN)
    closes_at = JalaliDateTimeField(label=_("Closes"), required=False)
    corrections_until = JalaliDateTimeField(label=_("Corrections until"), required=False)
    draw_at = JalaliDateTimeField(label=_("Draw"), required=False)
    objections_until = JalaliDateTimeField(label=_("Objections until"), required=False)
    randomness_source = PersianCharField(label=_("Source of the draw"), max_length=200, required=False)
    randomness_event = PersianCharField(
        label=_("Future event of the draw"), max_length=200, required=False,
        help_text=_("A value that nobody can know today and everybody can read afterwards."),
    )  # fmt: skip
    randomness_fallback = PersianCharField(label=_("What is used when the event fails"), max_length=300, required=False)
    trades = forms.ModelMultipleChoiceField(
        Trade.objects.all(), label=_("Trades whose people may apply"), required=False,
        widget=forms.CheckboxSelectMultiple, to_field_name="code",
    )  # fmt: skip
    accepted_licences = forms.MultipleChoiceField(
        label=_("Licences accepted"), choices=LicenceKind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    minimum_age = PersianIntegerField(label=_("Minimum age"), min_value=0, max_value=120)
    resident_county = forms.ModelChoiceField(
        County.objects.all(), label=_("Only for people who live in"), required=False, empty_label=_("everywhere")
    )
    refuses_holders = forms.BooleanField(label=_("Not for people who already hold a unit"), required=False)
    lapse_rule = forms.ChoiceField(
        label=_("When a correction is not made in time"), choices=LapseRule.choices, widget=forms.RadioSelect
    )
    scorers_per_application = forms.TypedChoiceField(
        label=_("Scorers per application"), choices=[("2", "۲"), ("3", "۳")], coerce=int, widget=forms.RadioSelect
    )
    tolerance = PersianDecimalField(
        label=_("Tolerance between two scorers (points)"), min_value=0, decimal_places=2,
        help_text=_("When two scorers lie further apart in a criterion, a third one scores."),
    )  # fmt: skip

    def __init__(self, *args: Any, estates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["estate"].queryset = estates  # type: ignore[attr-defined]
        self.fields["scorers_per_application"].choices = [("2", _now("two")), ("3", _now("three"))]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The fields as `call_drafts` takes them."""
        data = dict(self.cleaned_data)
        data.pop("trades", None)
        if data.get("tolerance") is not None:
            data["tolerance"] = int(Decimal(data["tolerance"]) * 100)
        return data


SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("What is offered"), ("title", "slug", "estate", "mode", "intro")),
    (_("Dates"), ("opens_at", "closes_at", "corrections_until", "draw_at", "objections_until")),
    (_("Draw"), ("randomness_source", "randomness_event", "randomness_fallback")),
    (_("Who may apply"), ("trades", "accepted_licences", "minimum_age", "resident_county", "refuses_holders")),
    (_("Review and scoring"), ("lapse_rule", "scorers_per_application", "tolerance")),
)
"""Fields under their headings."""


def basics_of(call: Call) -> dict[str, Any]:
    """What stands in the form for a call."""
    names = [name for name in BasicsForm.base_fields if name not in ("trades", "tolerance")]
    values = {name: getattr(call, name) for name in names}
    codes = list(call.trades.values_list("trade__code", flat=True)) if call.pk else []
    return values | {"tolerance": Decimal(call.tolerance).scaleb(-2), "trades": codes}


class AmendForm(forms.Form):
    """What every amendment needs: the new end of the term and the reason."""

    closes_at = JalaliDateTimeField(
        label=_("New end of the term"), help_text=_("At least seven days ahead: people must be able to react.")
    )
    reason = PersianTextField(
        label=_("Reason of the amendment"),
        help_text=_("It is published with the list of differences."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class CodeRow(forms.Form):
    """A row of the rules that has a code."""

    code = forms.RegexField(
        r"^[a-z][a-z0-9_]{0,29}$", label=_("Code"), widget=forms.TextInput({"dir": "ltr", "size": 12}),
        error_messages={"invalid": _("Use small Latin letters, digits and _, beginning with a letter.")},
    )  # fmt: skip


class GroupRow(CodeRow):
    """A group."""

    name = PersianCharField(label=_("Name"), max_length=100)
    help = PersianCharField(label=_("Who belongs to it"), max_length=300, required=False)

    def spec(self) -> GroupSpec:
        """As the service takes it."""
        data = self.cleaned_data
        return GroupSpec(code=data["code"], name=data["name"], help=data["help"])


class CriterionRow(CodeRow):
    """A criterion; with an input its points are computed from the form, without one two scorers judge."""

    name = PersianCharField(label=_("Name"), max_length=120)
    weight = PersianIntegerField(label=_("Weight (percent)"), min_value=1, max_value=100)
    maximum = PersianDecimalField(label=_("Highest points"), min_value=Decimal("0.01"), max_value=10_000, initial=100)
    tie_break_rank = PersianIntegerField(label=_("Place in the tie break"), min_value=1, max_value=99, required=False)
    help = PersianCharField(label=_("What is looked at"), max_length=400, required=False)
    input = forms.ChoiceField(label=_("Points from"), required=False)
    bands = forms.CharField(label=_("Bands"), required=False, max_length=2000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        judged = ("", _("judged by scorers"))
        self.fields["input"].choices = [judged, *CriterionInput.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The lines as a rule."""
        data = super().clean() or {}
        data["rule"] = {}
        if data.get("input"):
            try:
                data["rule"] = bands.rule_of(data["input"], data.get("bands", ""))
            except forms.ValidationError as error:
                self.add_error("bands", error)
        elif data.get("bands"):
            self.add_error("bands", _("Say which answer of the form the bands are about."))
        return data

    def spec(self) -> CriterionSpec:
        """As the service takes it."""
        data = self.cleaned_data
        return CriterionSpec(
            code=data["code"],
            name=data["name"],
            weight=data["weight"],
            maximum=int(Decimal(data["maximum"]) * 100),
            rule=data["rule"],
            tie_break_rank=data["tie_break_rank"],
            help=data["help"],
        )


class PaperRow(CodeRow):
    """A paper to hand in."""

    kind = forms.ChoiceField(label=_("Kind"), choices=DocumentKind.choices)
    name = PersianCharField(label=_("Name"), max_length=120)
    help = PersianCharField(label=_("What it must show"), max_length=400, required=False)
    required = forms.BooleanField(label=_("Required"), required=False, initial=True)
    group = forms.ChoiceField(label=_("Only for"), required=False)

    def __init__(self, *args: Any, groups: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("everybody")), *groups.items()]  # type: ignore[attr-defined]

    def has_changed(self) -> bool:
        """An empty row whose box is ticked by default is still an empty row."""
        return bool(set(self.changed_data) - {"required", "kind"})

    def spec(self) -> PaperSpec:
        """As the service takes it."""
        data = self.cleaned_data
        return PaperSpec(
            code=data["code"],
            kind=data["kind"],
            name=data["name"],
            help=data["help"],
            required=data["required"],
            group=data["group"] or None,
        )


def rows_in_order(formset: BaseFormSet[Any]) -> list[Any]:
    """The filled rows that stay, in the order of their places, as the service takes them."""
    return [row.spec() for row in formset.ordered_forms if row.cleaned_data.get("code")]


def _formset(row: type[forms.Form]) -> Any:
    return formset_factory(row, extra=2, can_delete=True, can_order=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


GroupFormSet = _formset(GroupRow)
CriterionFormSet = _formset(CriterionRow)
PaperFormSet = _formset(PaperRow)
