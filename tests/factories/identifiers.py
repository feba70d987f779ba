"""Numbers that pass their checks and belong to nobody in particular."""

from __future__ import annotations

import itertools

_counter = itertools.count(1)


def national_code(seed: int | None = None) -> str:
    """A national code with a right check digit; another one at each call, or the one of `seed`."""
    number = next(_counter) if seed is None else seed
    nine = f"{(number * 7919 + 123456) % 899_999_999 + 100_000_000:09d}"
    remainder = sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return nine + str(remainder if remainder < 2 else 11 - remainder)


def legal_national_id(seed: int | None = None) -> str:
    """A national ID of a legal entity with a right check digit, as registered companies have it (10…)."""
    number = next(_counter) if seed is None else seed
    ten = f"10{(number * 104_729 + 380_284) % 99_999_999:08d}"
    shift = int(ten[9]) + 2
    weights = (29, 27, 23, 19, 17)
    total = sum((int(digit) + shift) * weights[place % 5] for place, digit in enumerate(ten))
    return ten + str(total % 11 % 10)


def mobile(seed: int | None = None) -> str:
    """A mobile number, another one at each call, or the one of `seed`."""
    number = next(_counter) if seed is None else seed
    return f"0912{(number * 7_919) % 9_999_999:07d}"
