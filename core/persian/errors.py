"""Why a typed value was refused, as a code with parameters; the sentence is made at the edge."""

from collections.abc import Mapping


class PersianValueError(ValueError):
    """A typed value that cannot be read.

    `code` names the reason (for example ``"check_digit"``), `params` holds plain values for the sentence. The
    typed text itself is never part of the error, so that it may be logged.
    """

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.params: dict[str, object] = dict(params or {})
        super().__init__(code)


class NumberError(PersianValueError):
    """Not a number we accept: empty, too_long, control_character, format, grouping, too_many_digits,
    too_many_places, below_minimum, above_maximum, unit."""


class DateError(PersianValueError):
    """Not a Jalali date: empty, too_long, control_character, format, year, gregorian_year, month, day,
    range, time.
    """


class IdentifierError(PersianValueError):
    """Not this identifier: empty, too_long, control_character, format, length, repeated, check_digit,
    bank_card.
    """


def refuse_unreadable(text: object, limit: int, error: type[PersianValueError]) -> str:
    """Return `text` when it is a string of at most `limit` characters without NUL; else raise `error`.

    Comes before any normalising, so that neither a hidden NUL nor 100 kB of text is quietly cut away.
    """
    if not isinstance(text, str):
        raise error("format")
    if len(text) > limit:
        raise error("too_long", {"limit": limit})
    if "\x00" in text:
        raise error("control_character")
    return text
