"""Diagnostic reports of the tests, made and signed by the services."""

from __future__ import annotations

from typing import Any

from clinic.reports.models import DiagnosticReport
from clinic.reports.services import reports
from clinic.treatment.services import plans
from core import clock
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_treatment import PlanFactory
from tests.factories.clinic_units import ReadingFactory

Reported = tuple[Made, DiagnosticReport]
"""A case and its report."""


def with_plan(*, approved: bool = True, **changes: Any) -> Made:
    """A diagnosed case with a reading of its unit and a plan before the committee, or approved by it."""
    made = CaseFactory.in_status("DIAGNOSED", **changes)
    ReadingFactory(made.case.unit, 10, now=clock.now())
    plan = PlanFactory(made)
    if approved:
        PlanFactory.approved(made, plan)
    else:
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    return made


class ReportFactory:
    """Reports by the services."""

    def __new__(cls, made: Made, *, paper: bool = True) -> DiagnosticReport:  # type: ignore[misc]
        """The next version of the report of a case, with its paper."""
        report = reports.make(case_id=made.case.pk, by=made.lead, now=clock.now())
        if paper:
            reports.set_paper(report_id=report.pk, now=clock.now())
        return report

    @classmethod
    def signed(cls, made: Made, report: DiagnosticReport | None = None) -> DiagnosticReport:
        """The next version (or this one) signed by everybody, the signed paper set."""
        report = report or cls(made)
        for specialty in made.consultants:
            report = reports.sign(report_id=report.pk, by=made.specialist(specialty), now=clock.now())
        reports.set_paper(report_id=report.pk, now=clock.now())
        return DiagnosticReport.objects.select_related("case__request__applicant", "plan").get(pk=report.pk)
