"""Forms of readings. Any digits are read; the service says what does not fit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import ReadingSource
from clinic.units.measurement import FiguresForm
from clinic.units.models import UnitReading
from clinic.units.models.reading import FIGURES
from core.fields.forms import PersianTextField


class ReadingForm(FiguresForm):
    """What was measured on a day, and where the figures come from."""

    source = forms.ChoiceField(label=_("where the figures come from"), choices=ReadingSource.choices)
    note = PersianTextField(label=_("note"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2}))


class CorrectionForm(ReadingForm):
    """Figures that take the place of others."""

    note = PersianTextField(
        label=_("Why are the figures corrected?"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )


def present(reading: UnitReading) -> dict[str, Any]:
    """What the form of a correction shows at first."""
    return {name: getattr(reading, name) for name in ("measured_on", *FIGURES, "source")}
