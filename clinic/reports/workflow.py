"""Life of a diagnostic report."""

from __future__ import annotations

from clinic.reports import policies
from clinic.reports.choices import ReportStatus as R
from clinic.reports.permissions import MAKE
from core.transitions import Table, Transition, register, sources

REPORT = register(
    Table(
        name="clinic_reports.report",
        states=tuple(R.values),
        initial=R.WAITING,
        ends=sources(R.SUPERSEDED, R.LAPSED),
        transitions=(
            # Nobody's decision: the last signature of the team moves it, or the last one that is done without.
            Transition(
                "complete", sources(R.WAITING), R.SIGNED, "", "clinic_reports.report.signed", policies.everybody_signed
            ),
            Transition(
                "supersede", sources(R.WAITING, R.SIGNED), R.SUPERSEDED, MAKE, "clinic_reports.report.superseded"
            ),
            # Nobody's decision: the case was closed, and with it went those who could sign.
            Transition(
                "lapse",
                sources(R.WAITING),
                R.LAPSED,
                "",
                "clinic_reports.report.lapsed",
                policies.nobody_is_left_to_sign,
            ),
        ),
    )
)
