"""Codes of papers and cases: random, so that they cannot be guessed, and unique by constraint."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError, transaction

from core.persian.calendar import jalali_day
from core.persian.tracking import SERIAL_SPACE, make_tracking_code

Made = TypeVar("Made")

TRIES = 8


def with_new_code(make: Callable[[str], Made], *, at: datetime, prefix: str) -> Made:
    """Call `make` with a fresh random code of the Jalali year of `at`, again when the code was taken."""
    year = jalali_day(at).year
    for attempt in range(TRIES):
        code = make_tracking_code(year, secrets.randbelow(SERIAL_SPACE), prefix=prefix)
        try:
            with transaction.atomic():
                return make(code)
        except IntegrityError as error:
            if "code" not in str(error) or attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def new_opaque_id() -> str:
    """26 characters of lowercase base32: 128 random bits, unrelated to the person."""
    return base64.b32encode(secrets.token_bytes(16)).decode("ascii").rstrip("=").lower()
