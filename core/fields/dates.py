"""Form fields for Jalali dates and moments; what they give is an ordinary date or an aware moment."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.fields.reasons import explain, refusal
from core.fields.widgets import JalaliDateInput, JalaliDateTimeInput, JalaliDateWidget
from core.persian.calendar import JalaliDate, tehran_date
from core.persian.dates import parse_date, parse_datetime, typed_date
from core.persian.digits import parse_integer
from core.persian.errors import DateError, NumberError

Bound = dt.date | Callable[[], dt.date] | None


class JalaliDateField(forms.Field):
    """A Jalali date in three parts (or in one text, with `widget=JalaliDateInput`); gives a `datetime.date`.

    `earliest` and `latest` are Gregorian dates, or functions that give one, and belong to the range.
    """

    widget: Any = JalaliDateWidget
    hidden_widget: Any = forms.HiddenInput

    def __init__(self, *, earliest: Bound = None, latest: Bound = None, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        # One spelling for every widget, the hidden one too; what a person typed is shown as typed.
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return JalaliDate.from_date(value).isoformat()
        return value

    def to_python(self, value: Any) -> dt.date | None:
        if isinstance(value, dt.datetime):
            return tehran_date(value)
        if value is None or isinstance(value, dt.date):
            return value
        if isinstance(value, JalaliDate):
            return value.to_date()
        try:
            day = _from_parts(value) if isinstance(value, list | tuple) else parse_date(str(value))
        except DateError as error:
            if error.code == "empty":
                return None
            raise explain(error, "date") from error
        return day.to_date()

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        earliest, latest = (bound() if callable(bound) else bound for bound in (self.earliest, self.latest))
        if earliest is not None and value < earliest:
            raise refusal("date", "too_early", earliest=earliest)
        if latest is not None and value > latest:
            raise refusal("date", "too_late", latest=latest)


class JalaliDateTimeField(forms.Field):
    """A Jalali date and a time of Tehran in one text; gives an aware moment."""

    widget: Any = JalaliDateTimeInput

    def to_python(self, value: Any) -> dt.datetime | None:
        if value is None or isinstance(value, dt.datetime):
            return value
        try:
            return parse_datetime(str(value))
        except DateError as error:
            if error.code == "empty":
                return None
            raise explain(error, "date") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        # The box shows minutes; the seconds of a stored moment are not a change.
        if isinstance(initial, dt.datetime):
            initial = initial.replace(second=0, microsecond=0)
        return super().has_changed(initial, data)


class JalaliDateTextField(JalaliDateField):
    """A Jalali date in one text box, for staff and filters."""

    widget: Any = JalaliDateInput


def _from_parts(parts: list[Any] | tuple[Any, ...]) -> JalaliDate:
    """Return the date in [day, month, year] as typed; DateError empty when all are, ValidationError for a part."""
    if len(parts) != 3:
        raise DateError("format")
    names = (_("day"), _("month"), _("year"))
    numbers: list[int] = []
    missing: list[str] = []
    for text, name in zip(parts, names, strict=True):
        try:
            numbers.append(parse_integer(str(text or ""), minimum=0, maximum=9999))
        except NumberError as error:
            if error.code != "empty":
                raise DateError("format" if error.code != "control_character" else error.code) from error
            missing.append(name)
    if len(missing) == 3:
        raise DateError("empty")
    if missing:
        raise refusal("date", "incomplete", parts=_(" and ").join(missing))
    day, month, year = numbers
    return typed_date(year, month, day)
