"""The sheet of a month, its review, and a correction. Any digits are read; the service says what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from accounts.choices import Gender
from core.errors import DomainError
from core.fields.forms import PersianDecimalField, PersianTextField, RialField
from core.fields.uploads import SeveralFilesField
from core.fields.widgets import AmountInput, CodeInput
from estates.models import County, Trade
from programs.choices import Dimension, Series
from programs.models import Indicator, Programme, Reading
from programs.selectors.indicator_figures import place_of
from programs.selectors.readings import Line, Sheet
from programs.services.reading_entry import Entry, SheetRefused
from programs.services.reading_values import PartValue

LABELS: Final = {
    "percent": _("done (percent)"),
    "allocated": _("allocated (rials)"),
    "paid": _("paid (rials)"),
    "value": _("value"),
    "numerator": _("numerator"),
    "denominator": _("denominator"),
}
SHORT: Final = {Series.PHYSICAL: "m", Series.FINANCIAL: "b", Series.INDICATOR: "i"}


def evidence_field(*, required: bool = False) -> SeveralFilesField:
    """The usual box for evidence."""
    return SeveralFilesField(
        label=_("Photos and papers that show it"),
        required=required,
        help_text=_("Photos (JPEG, PNG, WebP) or PDF; several at once. They stand for every figure of this sheet."),
    )


def places_of(indicators: Iterable[Indicator]) -> dict[str, list[tuple[str, str]]]:
    """Codes and names of the places indicators are broken down by. Two queries at most."""
    wanted = {name for row in indicators for name in row.dimensions}
    found: dict[str, list[tuple[str, str]]] = {str(Dimension.GENDER): [(row.value, str(row.label)) for row in Gender]}
    if Dimension.COUNTY in wanted:
        found[str(Dimension.COUNTY)] = [(row.slug, row.display_name) for row in County.objects.order_by("sort_key")]
    if Dimension.TRADE in wanted:
        trades = Trade.objects.filter(is_active=True).order_by("sort_key")
        found[str(Dimension.TRADE)] = [(row.code, row.display_name) for row in trades]
    return found


@dataclass(frozen=True, slots=True)
class PartBox:
    """The boxes of one place: its name, and its bound fields."""

    name: str
    fields: Sequence[BoundField]


class SheetForm(forms.Form):
    """Every figure of a programme for a month. Fields: `m7_percent`, `b3_paid`, `i2_value`, `i2_county_abhar_value` …"""

    def __init__(self, *args: Any, sheet: Sheet, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.free = [line for line in sheet.lines if line.is_free_for(user)]
        indicators = [line.target for line in self.free if isinstance(line.target, Indicator)]
        self.places = places_of(indicators) if any(row.dimensions for row in indicators) else {}
        for line in self.free:
            self._add(line)
        note = next((line.open.note for line in self.free if line.open is not None), "")
        self.fields["note"] = PersianTextField(
            label=_("What happened this month"), required=False, max_length=1000, initial=note,
            widget=forms.Textarea({"rows": 3}),
        )  # fmt: skip
        self.fields["evidence"] = evidence_field()

    def _add(self, line: Line) -> None:
        row = line.open
        for name in line.names:
            self.fields[key(line, name)] = number_field(line, name, initial=getattr(row, name, None))
        if not isinstance(line.target, Indicator):
            return
        parts = {place_of(part): part for part in row.parts.all()} if row is not None else {}
        for dimension in line.target.dimensions:
            for code, place in self.places[dimension]:
                for name in line.names:
                    initial = getattr(parts.get((dimension, code)), name, None)
                    field = number_field(line, name, initial=initial, place=place)
                    self.fields[key(line, f"{dimension}_{code}_{name}")] = field

    def boxes(self, line: Line) -> list[BoundField]:
        """The bound fields of a line; none when nothing can be typed there."""
        return [self[key(line, name)] for name in line.names] if line in self.free else []

    def part_boxes(self, line: Line) -> Iterator[tuple[str, list[PartBox]]]:
        """Name of each dimension of an indicator, with the boxes of its places."""
        if line in self.free and isinstance(line.target, Indicator):
            for dimension in line.target.dimensions:
                yield (
                    str(Dimension(dimension).label),
                    [
                        PartBox(place, [self[key(line, f"{dimension}_{code}_{name}")] for name in line.names])
                        for code, place in self.places[dimension]
                    ],
                )

    def entries(self) -> list[Entry]:
        """What was typed, for the service."""
        return [self._entry(line) for line in self.free]

    def _entry(self, line: Line) -> Entry:
        values = {name: self.cleaned_data.get(key(line, name)) for name in line.names}
        parts = []
        for dimension in line.target.dimensions if isinstance(line.target, Indicator) else ():
            for code, _place in self.places[dimension]:
                typed = {name: self.cleaned_data.get(key(line, f"{dimension}_{code}_{name}")) for name in line.names}
                if any(value is not None for value in typed.values()):
                    parts.append(PartValue(dimension, code, **typed))
        if all(value is None for value in values.values()) and not parts:
            return Entry(line.series, line.target.pk)
        return Entry(line.series, line.target.pk, values, parts)

    def show(self, refusal: DomainError) -> None:
        """Put what the service refused beside the boxes it is about."""
        lines = {line.place: line for line in self.sheet.lines}
        if isinstance(refusal, SheetRefused):
            for place, reason in refusal.refusals.items():
                line = lines[place]
                name = reason.field if reason.field in line.names else line.names[0]
                target = key(line, name)
                self.add_error(target if target in self.fields else None, reason.message)
            return
        is_paper = refusal.field in ("evidence", "file", "upload")
        self.add_error("evidence" if is_paper else None, refusal.message)


def key(line: Line, name: str) -> str:
    """Name of a box."""
    return f"{SHORT[Series(line.series)]}{line.target.pk}_{name}"


def number_field(line: Line, name: str, *, initial: Any = None, place: str = "") -> forms.Field:
    """The box of one number, named for screen readers and for the summary of errors."""
    label = " – ".join(str(text) for text in (line.target, place, LABELS[name]) if text)
    attrs = {"aria-label": label}
    if line.series == Series.FINANCIAL:
        return RialField(label=label, required=False, initial=initial, widget=AmountInput(attrs))
    places = line.target.decimals if isinstance(line.target, Indicator) and name == "value" else 2
    if initial is not None:
        initial = round(initial, places).normalize() + 0 if places else int(initial)
    return PersianDecimalField(
        label=label,
        required=False,
        decimal_places=places,
        initial=initial,
        widget=CodeInput(attrs, inputmode="decimal"),
    )


class WhichSheetForm(forms.Form):
    """Which programme and month to report."""

    programme = forms.ChoiceField(label=_("Programme"))
    month = forms.ChoiceField(label=_("Month"))

    def __init__(self, *args: Any, programmes: Iterable[Programme], months: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: Mapping[str, Any] = self.fields
        fields["programme"].choices = [(row.slug, row.display_name) for row in programmes]
        fields["month"].choices = list(months)


class DecisionForm(forms.Form):
    """Which readings are approved or given back, and why."""

    readings = forms.TypedMultipleChoiceField(
        label=_("Figures"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one figure.")},
    )  # fmt: skip
    note = PersianTextField(
        label=_("Note"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Needed when something is given back: what is to be put right."),
    )  # fmt: skip

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Mapping[str, Any] = self.fields
        ids = [line.open.pk for line in lines if line.open is not None]
        fields["readings"].choices = [(pk, pk) for pk in ids]
        fields["readings"].initial = ids


class CorrectionForm(forms.Form):
    """New values for a figure that counts, why, and the papers."""

    def __init__(self, *args: Any, line: Line, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line
        for name in line.names:
            self.fields[name] = number_field(line, name, initial=getattr(reading, name))
            self.fields[name].required = True
            self.fields[name].label = str(LABELS[name])
        self.fields["note"] = PersianTextField(
            label=_("Why the approved figure is wrong"), max_length=1000, widget=forms.Textarea({"rows": 3})
        )
        self.fields["evidence"] = evidence_field(required=True)

    def values(self) -> dict[str, Any]:
        """The new values."""
        return {name: self.cleaned_data[name] for name in self.line.names}
