"""Controls for codes, numbers and Jalali dates. They work without JavaScript; none is `type=number`, because
browsers drop Persian digits there, and none has a maxlength, which would cut a pasted number silently.
"""

import datetime as dt
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.language import active_language, local_digits
from core.persian.calendar import JalaliDate, jalali_day
from core.persian.dates import MONTHS, format_date, format_datetime, parse_date
from core.persian.errors import DateError


class CodeInput(forms.TextInput):
    """A text box for a code or a number: left to right, with the keyboard for digits on a phone."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, inputmode: str = "numeric") -> None:
        super().__init__(
            {
                "inputmode": inputmode,
                "dir": "ltr",
                "autocomplete": "off",
                "spellcheck": "false",
                "class": "input-code",
                **(attrs or {}),
            }
        )


class AmountInput(CodeInput):
    """A text box for rials. `data-amount` lets a script show tomans and words beside it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-amount": "rials", "class": "input-code input-amount", **(attrs or {})})


class JalaliDateWidget(forms.MultiWidget):
    """Day, month and year of a Jalali date, to stand in a fieldset whose legend is the field's label.

    Sends `<name>_day`, `<name>_month`, `<name>_year`; a date in one string under the plain name is accepted too.
    """

    template_name = "core/widgets/jalali_date.html"
    parts = {"day": _("Day"), "month": _("Month"), "year": _("Year")}

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        number = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(
            {
                "day": forms.TextInput({**number, "size": 2}),
                "month": forms.Select(),
                "year": forms.TextInput({**number, "size": 4}),
            },
            attrs,
        )

    @property
    def month_select(self) -> forms.Select:
        """The list of months; its names are those of the language in which the page is made."""
        return cast(forms.Select, self.widgets[1])

    def decompress(self, value: Any) -> list[str]:
        day = _as_jalali(value)
        if day is None:
            return ["", "", ""]
        return [local_digits(day.day), str(day.month), local_digits(day.year)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        months = MONTHS[active_language()]
        choices = [("", "—"), *((str(number), month) for number, month in enumerate(months, start=1))]
        self.month_select.choices = choices
        context = super().get_context(name, value, attrs)
        for subwidget, (part, label) in zip(context["widget"]["subwidgets"], self.parts.items(), strict=True):
            subwidget.update(part=part, label=label)
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        parts = super().value_from_datadict(data, files, name)
        return parts if any(parts) else (data.get(name) or parts)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and super().value_omitted_from_data(data, files, name)


class JalaliDateInput(forms.TextInput):
    """A Jalali date in one text box, for staff and filters: ``1405/09/02``."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"dir": "ltr", "inputmode": "numeric", "autocomplete": "off", "class": "input-date", **(attrs or {})}
        )

    def format_value(self, value: Any) -> Any:
        day = _as_jalali(value)
        return super().format_value(value) if day is None else format_date(day, language=active_language())


class JalaliDateTimeInput(JalaliDateInput):
    """A Jalali date and a time of Tehran in one text box: ``1405/09/02 14:30``."""

    def format_value(self, value: Any) -> Any:
        if isinstance(value, dt.datetime) and value.tzinfo is not None:
            return format_datetime(value, language=active_language())
        return forms.TextInput.format_value(self, value)


class RangeInput(forms.MultiWidget):
    """Two text boxes, from and to; sends `<name>_min` and `<name>_max` (or other suffixes)."""

    template_name = "core/widgets/range.html"
    labels = (_("From"), _("To"))

    def __init__(
        self, box: type[forms.TextInput] = CodeInput, suffixes: tuple[str, str] = ("min", "max"), attrs: Any = None
    ) -> None:
        super().__init__({suffix: box() for suffix in suffixes}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.start, value.stop] if isinstance(value, slice) else [None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for subwidget, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            subwidget["label"] = label
        return context


def _as_jalali(value: Any) -> JalaliDate | None:
    """Return the date in a value a field may hold: a date, or its text when it can be read."""
    if isinstance(value, JalaliDate):
        return value
    if isinstance(value, dt.date):
        return jalali_day(value) if isinstance(value, dt.datetime) else JalaliDate.from_date(value)
    try:
        return parse_date(value) if isinstance(value, str) else None
    except DateError:
        return None
