"""The whole matrix state × arrow × role of diagnostic reports, tried from the table."""

from __future__ import annotations

from typing import Any

import pytest

from clinic.reports.workflow import REPORT
from core import clock
from tests.factories.clinic_reports import ReportFactory, with_plan
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

WHO: dict[str, set[str]] = {"clinic_reports.make": {"its_lead"}, "": {"system"}}


def test_reports() -> None:
    made, now = with_plan(), clock.now()
    report = ReportFactory(made, paper=False)
    cast = everybody(owner=made.owner, its_lead=made.lead, member=made.specialist())
    facts: dict[str, dict[str, Any]] = {
        "SIGNED": {"signed_at": now}, "SUPERSEDED": {"superseded_at": now}, "LAPSED": {"lapsed_at": now},
    }  # fmt: skip
    assert tried(REPORT, report, WHO, cast, facts) == []
