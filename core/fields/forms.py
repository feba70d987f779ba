"""Form fields in front of every entry. Each refuses NUL and over-long input before it changes anything."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms

from core.fields.dates import JalaliDateField as JalaliDateField
from core.fields.dates import JalaliDateTimeField as JalaliDateTimeField
from core.fields.language import active_language, local_digits
from core.fields.reasons import explain, refusal
from core.fields.widgets import AmountInput, CodeInput
from core.persian import identifiers
from core.persian.digits import format_number, parse_decimal, parse_integer
from core.persian.errors import IdentifierError, NumberError
from core.persian.money import MOST_RIALS, parse_rials
from core.persian.text import normalise
from core.persian.tracking import parse_tracking_code


def password_field(label: Any, autocomplete: str, help_text: Any = "") -> forms.CharField:
    """A password as it was typed: blanks and letters of any alphabet are part of it."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=128,
        help_text=help_text,
        widget=forms.PasswordInput({"autocomplete": autocomplete, "dir": "ltr"}),
    )


class PersianCharField(forms.CharField):
    """One line of text, normalised. `max_length` (default 200) counts what is left after normalising."""

    multiline = False
    default_max_length = 200

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_length=max_length or self.default_max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)  # a browser would cut a pasted text without a word
        return attrs

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return self.empty_value
        text = str(value)
        if "\x00" in text:
            raise refusal("text", "control_character")
        text = normalise(text, multiline=self.multiline)
        if len(text) > (self.max_length or self.default_max_length):
            raise refusal("text", "too_long", limit=self.max_length)
        return text or self.empty_value


class PersianTextField(PersianCharField):
    """Text of several lines, normalised; `max_length` is 4000 unless told."""

    multiline = True
    default_max_length = 4000
    widget = forms.Textarea


class IdentifierField(forms.CharField):
    """Base of the identity numbers: gives the canonical spelling, or the reason why not."""

    widget: Any = CodeInput
    kind = ""
    parse: Callable[[str], str]

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return self.empty_value
        try:
            return type(self).parse(value)
        except IdentifierError as error:
            if error.code == "empty":
                return self.empty_value
            raise explain(error, self.kind) from error


class NationalCodeField(IdentifierField):
    """National code of a natural person."""

    kind = "national_code"
    parse = staticmethod(identifiers.parse_national_code)


class LegalNationalIdField(IdentifierField):
    """National ID of a legal entity."""

    kind = "legal_national_id"
    parse = staticmethod(identifiers.parse_legal_national_id)


class MobileField(IdentifierField):
    """Mobile number, given as ``09xxxxxxxxx``."""

    kind = "mobile"
    parse = staticmethod(identifiers.parse_mobile)
    widget = CodeInput(inputmode="tel")


class PostalCodeField(IdentifierField):
    """Postal code of ten digits."""

    kind = "postal_code"
    parse = staticmethod(identifiers.parse_postal_code)


class ShebaField(IdentifierField):
    """Account number, given as IR and 24 digits."""

    kind = "sheba"
    parse = staticmethod(identifiers.parse_sheba)
    widget = CodeInput(inputmode="text")


class TrackingCodeField(IdentifierField):
    """Tracking code of an application, given as ``ZN-1405-K7Q2M9T``."""

    kind = "tracking_code"
    parse = staticmethod(parse_tracking_code)
    widget = CodeInput(inputmode="text")


class _NumberField(forms.Field):
    """A number in any digits with or without separators; shown grouped, in the digits of the page."""

    widget = CodeInput(inputmode="numeric")

    def __init__(
        self, *, min_value: int | Decimal | None = None, max_value: int | Decimal | None = None, **kwargs: Any
    ) -> None:
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        try:
            return self.read(format(value, "f") if isinstance(value, Decimal) else str(value))
        except NumberError as error:
            if error.code == "empty":
                return None
            raise explain(error, "number") from error

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return format_number(value, language=active_language())
        return value

    def read(self, text: str) -> int | Decimal:
        """Return the number in `text`; raises NumberError."""
        raise NotImplementedError


class PersianIntegerField(_NumberField):
    """A whole number."""

    def read(self, text: str) -> int:
        lowest = None if self.min_value is None else int(self.min_value)
        return parse_integer(text, minimum=lowest, maximum=None if self.max_value is None else int(self.max_value))


class YearField(PersianIntegerField):
    """A Jalali year in four digits; years are never grouped."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": 1300, "max_value": 1500, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return local_digits(value) if isinstance(value, int) else value


class PersianDecimalField(_NumberField):
    """A number with at most `decimal_places` places (default 2), ``٫`` or a full stop before them."""

    widget = CodeInput(inputmode="decimal")

    def __init__(self, *, decimal_places: int = 2, max_digits: int | None = None, **kwargs: Any) -> None:
        self.decimal_places, self.max_digits = decimal_places, max_digits
        super().__init__(**kwargs)

    def read(self, text: str) -> Decimal:
        number = parse_decimal(text, places=self.decimal_places, minimum=self.min_value, maximum=self.max_value)
        if self.max_digits is not None and abs(number) >= 10 ** (self.max_digits - self.decimal_places):
            raise NumberError("too_many_digits", {"limit": self.max_digits - self.decimal_places})
        return number


class RialField(_NumberField):
    """An amount in rials, zero or more; an amount in tomans is refused, not converted."""

    widget: Any = AmountInput

    def read(self, text: str) -> int:
        return parse_rials(
            text,
            minimum=0 if self.min_value is None else int(self.min_value),
            maximum=MOST_RIALS if self.max_value is None else int(self.max_value),
        )
