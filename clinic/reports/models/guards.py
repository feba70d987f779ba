"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse


def signed_by_its_team() -> pgtrigger.Trigger:
    """For signatures: of somebody who is in the team of the report's case now, while the report waits for signatures, and of
    the content as it is. The report is locked while it is asked."""
    return pgtrigger.Trigger(
        name="signed_by_its_team",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("state", "text"), ("home", "bigint"), ("content", "text")],
        func=body(
            "SELECT r.status, r.case_id, r.sha256 INTO state, home, content FROM clinic_reports_diagnosticreport r",
            "WHERE r.id = NEW.report_id FOR NO KEY UPDATE;",
            f"IF state <> 'WAITING' THEN {refuse('this report is not signed any more')} END IF;",
            f"IF content <> NEW.sha256 THEN {refuse('this is not what the report says')} END IF;",
            "IF NOT EXISTS (SELECT 1 FROM cases_teammember m WHERE m.id = NEW.member_id AND m.case_id = home",
            "AND m.left_at IS NULL) THEN",
            refuse("only the team of the case signs its report"),
            "END IF; RETURN NEW;",
        ),
    )


def waived_for_who_left() -> pgtrigger.Trigger:
    """For signatures done without: of somebody who was in the team of the report's case and left it, while the report waits.
    The report is locked while it is asked."""
    return pgtrigger.Trigger(
        name="waived_for_who_left",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("state", "text"), ("home", "bigint")],
        func=body(
            "SELECT r.status, r.case_id INTO state, home FROM clinic_reports_diagnosticreport r",
            "WHERE r.id = NEW.report_id FOR NO KEY UPDATE;",
            f"IF state <> 'WAITING' THEN {refuse('this report is not signed any more')} END IF;",
            "IF NOT EXISTS (SELECT 1 FROM cases_teammember m WHERE m.id = NEW.member_id AND m.case_id = home",
            "AND m.left_at IS NOT NULL) THEN",
            refuse("who is in the team signs for himself"),
            "END IF; RETURN NEW;",
        ),
    )
