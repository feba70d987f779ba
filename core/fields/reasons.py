"""The sentence for each reason code of `core.persian`: what is wrong and how to put it right."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.fields.language import active_language
from core.persian.dates import format_date
from core.persian.digits import format_number, to_persian
from core.persian.errors import PersianValueError

_GENERAL: dict[str, Promise] = {
    "empty": _("This field is required."),
    "too_long": _("This is too long: at most %(limit)s characters are accepted."),
    "control_character": _("This contains a character that cannot be stored. Type it again instead of pasting it."),
    "format": _("This cannot be read. Check what you typed."),
}
_REASONS: dict[str, dict[str, Promise]] = {
    "national_code": {
        "format": _("The national code consists of digits only."),
        "length": _("The national code has 10 digits; you entered %(actual)s."),
        "repeated": _("A national code of ten equal digits does not exist."),
        "check_digit": _("This national code is not correct. Compare it with the card, digit by digit."),
    },
    "legal_national_id": {
        "format": _("The national ID of a company consists of digits only."),
        "length": _("The national ID of a company has 11 digits; you entered %(actual)s."),
        "repeated": _("A national ID of eleven equal digits does not exist."),
        "check_digit": _("This national ID is not correct. Compare it with the official gazette, digit by digit."),
    },
    "mobile": {
        "format": _("Enter a mobile number of 11 digits that begins with 09, for example 09121234567."),
    },
    "postal_code": {
        "format": _("The postal code consists of digits only."),
        "length": _("The postal code has 10 digits; you entered %(actual)s."),
        "repeated": _("A postal code of ten equal digits does not exist."),
    },
    "sheba": {
        "format": _("Enter the Sheba number as IR and 24 digits."),
        "length": _("The Sheba number has 24 digits after IR; you entered %(actual)s."),
        "check_digit": _("This Sheba number is not correct. Compare it with your bank's, digit by digit."),
        "bank_card": _("This is a card number. Enter the Sheba number of the account: IR and 24 digits."),
    },
    "tracking_code": {
        "format": _("A tracking code looks like ZN-1405-K7Q2M9T."),
        "check_digit": _("This tracking code is not correct. Compare it with your receipt."),
    },
    "number": {
        "format": _("Enter a number in digits."),
        "grouping": _("The separators of this number are not in their places. Write it without them, or in threes."),
        "too_many_digits": _("A number has at most %(limit)s digits."),
        "too_many_places": _("At most %(places)s decimal places are accepted."),
        "below_minimum": _("This number must be at least %(minimum)s."),
        "above_maximum": _("This number must be at most %(maximum)s."),
        "unit": _("Enter the amount in rials, not in tomans (one toman is 10 rials)."),
    },
    "date": {
        "format": _("Enter a date as year, month and day, for example 1405/09/02."),
        "incomplete": _("The date is not complete: enter the %(parts)s as well."),
        "year": _("The year must be between %(first)s and %(last)s, in four digits."),
        "gregorian_year": _("This is a Gregorian year. Enter the date of the Solar Hijri calendar, for example 1405."),
        "month": _("The month is a number from 1 to 12."),
        "day": _("This month has %(last)s days."),
        "range": _("This date is outside the calendar."),
        "time": _("Enter the time as hour and minute, for example 14:30."),
        "too_early": _("The date must not be before %(earliest)s."),
        "too_late": _("The date must not be after %(latest)s."),
    },
}


def explain(error: PersianValueError, kind: str) -> ValidationError:
    """Return the ValidationError for a refusal of `core.persian`; its code is the reason code.

    `kind` is a key of the table above (``"national_code"``, ``"number"`` …).
    """
    return refusal(kind, error.code, **error.params)


def refusal(kind: str, code: str, **params: object) -> ValidationError:
    """Return a ValidationError with the sentence for `code`; numbers and dates in it are written for the page."""
    sentence = _REASONS.get(kind, {}).get(code) or _GENERAL.get(code) or _GENERAL["format"]
    return ValidationError(
        str(sentence), code=code, params={name: _local(name, value) for name, value in params.items()}
    )


def _local(name: str, value: object) -> object:
    language = active_language()
    if isinstance(value, dt.date):
        return format_date(value, "long", language=language)
    if name in ("first", "last"):  # years are never grouped
        return to_persian(str(value)) if language == "fa" else str(value)
    return format_number(value, language=language) if isinstance(value, int | Decimal) else value
