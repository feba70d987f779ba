"""The whole matrix state × arrow × role of warnings and of lists, tried from the tables."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.choices import Role
from clinic.units.models import UnitImport, WarningEntry
from clinic.units.services import warnings
from clinic.units.workflow import IMPORT, WARNING
from tests.factories.clinic_units import NOW, TODAY, UnitFactory
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

LEAD = {str(Role.CLINIC_LEAD)}
WHO: dict[str, set[str]] = {"units.work_warnings": LEAD, "units.record": LEAD, "system": {"system"}}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def test_warnings() -> None:
    UnitFactory(80, 80, 40)
    warnings.recompute(now=NOW)
    whole = {"reason": "تعمیر", "dismissed_until": TODAY + timedelta(days=5), "request_number": "CR-1"}
    facts: dict[str, dict[str, Any]] = dict.fromkeys(WARNING.states, whole)
    assert tried(WARNING, WarningEntry.objects.get(), WHO, everybody(), facts) == []


def test_lists() -> None:
    row = UnitImport.objects.create(file_name="x.xlsx", sha256="0", errors=[[1, "", "x"]], uploaded_at=NOW)
    facts: dict[str, dict[str, Any]] = {state: {"applied_at": None} for state in IMPORT.states}
    facts["APPLIED"] = {"applied_at": NOW}
    assert tried(IMPORT, row, WHO, everybody(), facts) == []
