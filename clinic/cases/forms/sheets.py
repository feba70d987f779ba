"""A data sheet as a form, made from its schema."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import DataSheet
from clinic.cases.sheets import LENGTHS, LIMITS, MOST_ROWS, Item, Kind, Sheet
from core.fields.dates import JalaliDateTextField
from core.fields.forms import (
    PersianCharField,
    PersianDecimalField,
    PersianIntegerField,
    PersianTextField,
    RialField,
    YearField,
)

MORE_ROWS = 3
"""Empty rows at the end of a table, so that it can grow without scripts."""


def field_of(item: Item, *, in_row: bool) -> forms.Field:
    """The form field of a value. Fields of a row are never required by themselves: a row may stay empty."""
    common: dict[str, Any] = {"label": item.label, "required": item.required and not in_row}
    unit = item.unit or (_("rials") if item.kind is Kind.RIALS else "")
    if unit:
        common["help_text"] = unit
    if item.kind is Kind.TEXT:
        return PersianCharField(max_length=LENGTHS[Kind.TEXT], **common)
    if item.kind is Kind.LONG:
        return PersianTextField(max_length=LENGTHS[Kind.LONG], widget=forms.Textarea({"rows": 3}), **common)
    if item.kind is Kind.DATE:
        return JalaliDateTextField(**common)
    if item.kind is Kind.RIALS:
        return RialField(**common)
    if item.kind is Kind.YEAR:
        return YearField(**common)
    least, most = LIMITS[item.kind]
    if item.kind is Kind.INTEGER:
        return PersianIntegerField(min_value=least, max_value=most, **common)
    return PersianDecimalField(min_value=Decimal(least), max_value=Decimal(most), **common)


class SheetForm(forms.Form):
    """Values by their names, rows as `rows_<n>_<name>`; `seen` is the version that was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, *, schema: Sheet, latest: DataSheet | None) -> None:
        stored = latest.data if latest else {"items": {}, "rows": []}
        initial: dict[str, Any] = {"seen": latest.version if latest else 0}
        initial |= {item.name: _shown(item, stored["items"]) for item in schema.items}
        super().__init__(data, initial=initial)
        self.schema = schema
        for item in schema.items:
            self.fields[item.name] = field_of(item, in_row=False)
        self.row_count = min(MOST_ROWS, len(stored["rows"]) + MORE_ROWS) if schema.columns else 0
        for place in range(self.row_count):
            row = stored["rows"][place] if place < len(stored["rows"]) else {}
            for item in schema.columns:
                name = f"rows_{place}_{item.name}"
                self.fields[name] = field_of(item, in_row=True)
                self.initial[name] = _shown(item, row)

    def items(self) -> dict[str, Any]:
        """Single values that were filled in."""
        return {item.name: self.cleaned_data.get(item.name) for item in self.schema.items}

    def rows(self) -> list[dict[str, Any]]:
        """All rows as they stand, empty ones too, so that errors find their place."""
        return [
            {item.name: self.cleaned_data.get(f"rows_{place}_{item.name}") for item in self.schema.columns}
            for place in range(self.row_count)
        ]

    def single_fields(self) -> list[BoundField]:
        """The fields above the table."""
        return [self[item.name] for item in self.schema.items]

    def row_fields(self) -> list[list[BoundField]]:
        """The fields of the table, row by row."""
        return [[self[f"rows_{place}_{item.name}"] for item in self.schema.columns] for place in range(self.row_count)]

    def clean_seen(self) -> int | None:
        """The version that was shown; nothing typed there is believed beyond a number."""
        seen: int | None = self.cleaned_data["seen"]
        if seen is not None and seen < 0:
            raise forms.ValidationError(_("Open the page again."), code="seen")
        return seen


def _shown(item: Item, given: dict[str, Any]) -> Any:
    value = given.get(item.name)
    if value is not None and item.kind is Kind.DATE:
        return date.fromisoformat(value)
    if value is not None and item.kind in (Kind.DECIMAL, Kind.PERCENT):
        return Decimal(value)
    return value
