"""The case that treatment begins with."""

from __future__ import annotations

import pytest

from tests.factories.clinic_cases import Made


@pytest.fixture
def made(diagnosed: Made) -> Made:
    """A case whose diagnosis stands, without a plan."""
    return diagnosed
