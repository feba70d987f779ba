"""Months in addresses and forms: `1405-08`."""

from __future__ import annotations

import re
from datetime import date

from core.errors import NotFound
from core.persian.calendar import JalaliDate, month_range
from core.persian.digits import to_ascii
from core.persian.errors import DateError

_SHAPE = re.compile(r"(1[34][0-9]{2})-(0[1-9]|1[0-2])")


def code_of(month: date) -> str:
    """The code of the Jalali month that holds a day."""
    jalali = JalaliDate.from_date(month)
    return f"{jalali.year:04d}-{jalali.month:02d}"


def month_of(code: str) -> date:
    """First day of the month with this code, in any digits. Raises NotFound for anything else."""
    found = _SHAPE.fullmatch(to_ascii(code[:20]))
    if found is None:
        raise NotFound()
    try:
        return month_range(int(found[1]), int(found[2]))[0]
    except DateError as error:
        raise NotFound() from error
