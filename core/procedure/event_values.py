"""From an announced value as people read it in a newspaper or on a page to the bytes that go into the draw."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from core.errors import InvalidInput
from core.persian.digits import to_ascii
from core.persian.text import normalise
from core.procedure.choices import DrawForm
from core.wording import number_text

LONGEST = 4096
FEWEST_HEX = 16
FEWEST_DIGITS = 4

_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPING = str.maketrans("", "", ",٬، ")


class BadDrawValue(InvalidInput):
    """The typed value cannot be the value of the announced event."""

    default_message = _("This is not a value as it is published.")
    default_code = "bad_draw_value"


def read(text: str, form: str) -> tuple[str, bytes]:
    """The value in its one spelling, and its bytes.

    HEX: blanks and a leading ``0x`` go, letters become small; the bytes are those the digits spell. TEXT: any of the three
    digit sets, grouping signs go, ``٫`` becomes a full stop; the bytes are the ASCII text, so that ``۲٬۱۵۴٬۳۲۱٫۶``
    and ``2,154,321.6`` are the same seven digits, full stop and digit. Raises BadDrawValue.
    """
    plain = to_ascii(normalise(text))
    if len(plain) > LONGEST:
        raise BadDrawValue(_("The value is longer than any that is published."), field="value")
    if form == DrawForm.HEX:
        return _read_hex(plain)
    if form == DrawForm.TEXT:
        return _read_number(plain)
    raise BadDrawValue(_("Please say how the value was published."), field="form")


def _read_hex(plain: str) -> tuple[str, bytes]:
    digits = "".join(plain.lower().split()).removeprefix("0x")
    if not _HEX.fullmatch(digits):
        raise BadDrawValue(
            _("A hexadecimal value has an even number of digits 0–9 and letters a–f and nothing else."), field="value"
        )
    if len(digits) < FEWEST_HEX:
        raise BadDrawValue(
            _("The value must have at least %(count)s hexadecimal digits."),
            field="value",
            params={"count": number_text(FEWEST_HEX)},
        )
    return digits, bytes.fromhex(digits)


def _read_number(plain: str) -> tuple[str, bytes]:
    number = plain.translate(_GROUPING).replace("٫", ".")
    if not _NUMBER.fullmatch(number):
        raise BadDrawValue(_("Write the number with its digits and at most one decimal point."), field="value")
    if sum(sign.isdigit() for sign in number) < FEWEST_DIGITS:
        raise BadDrawValue(
            _("The number must have at least %(count)s digits."),
            field="value",
            params={"count": number_text(FEWEST_DIGITS)},
        )
    return number, number.encode("ascii")
