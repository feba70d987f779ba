"""Bands of capacity: where each begins, and that no percentage falls between two."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.units.bands import DEFAULT
from clinic.units.choices import Band, SizeBand, size_of


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        ("0", Band.CLOSED), ("0.01", Band.IDLE), ("30", Band.IDLE), ("30.01", Band.SEMI_ACTIVE), ("70", Band.SEMI_ACTIVE),
        ("70.01", Band.ACTIVE), ("150", Band.ACTIVE),
    ],
)  # fmt: skip
def test_a_limit_belongs_to_the_lower_band(percent: str, band: Band) -> None:
    assert DEFAULT.band_of(D(percent)) is band


@given(st.decimals(0, 150, places=2))
def test_a_percentage_lies_within_the_ends_of_its_band_alone(percent: D) -> None:
    def lies_in(band: Band) -> bool:
        above, up_to = DEFAULT.between(band)
        return (above is None or percent > above) and (up_to is None or percent <= up_to)

    assert [band for band in Band if lies_in(band)] == [DEFAULT.band_of(percent)]


@pytest.mark.parametrize(
    ("staff", "size"),
    [(None, None), (0, None), (1, SizeBand.SMALL), (9, SizeBand.SMALL), (10, SizeBand.MEDIUM), (49, SizeBand.MEDIUM),
     (50, SizeBand.LARGE), (90_000, SizeBand.LARGE)],
)  # fmt: skip
def test_the_size_of_a_unit_follows_the_staff_of_its_licence(staff: int | None, size: SizeBand | None) -> None:
    assert size_of(staff) is size
