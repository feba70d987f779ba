"""For what the dashboard counts the causes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.fields.language import local_digits
from estates.models import Trade


class ChoiceForm(forms.Form):
    """One Jalali year and one trade, each or all."""

    year = forms.ChoiceField(label=_("Year"), required=False)
    trade = forms.ChoiceField(label=_("Trade"), required=False)

    def __init__(self, *args: Any, years: Sequence[int], trades: Sequence[Trade], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every: Any = pgettext_lazy("years", "all"), pgettext_lazy("trades", "all")
        self.fields["year"].choices = [("", every[0]), *((str(one), local_digits(one)) for one in years)]  # type: ignore[attr-defined]
        self.fields["trade"].choices = [("", every[1]), *((one.code, one.display_name) for one in trades)]  # type: ignore[attr-defined]
