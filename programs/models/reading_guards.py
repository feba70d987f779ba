"""Triggers that keep approved readings as they were approved, and a cumulative series from running backwards.

They hold without the services: for the admin, a shell and raw SQL alike.
"""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse


def approved_stays() -> pgtrigger.Trigger:
    """An approved reading never changes; all that may happen to it is that a correction takes its place."""
    return pgtrigger.Trigger(
        name="approved_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Q(old__status="APPROVED"),
        func=body(
            "IF TG_OP = 'DELETE' OR OLD.superseded",
            "OR to_jsonb(NEW) - 'superseded' <> to_jsonb(OLD) - 'superseded' THEN",
            refuse("an approved reading is never changed: a correction is a new reading"),
            "END IF; RETURN NEW;",
        ),
    )


def approved_fits_its_neighbours() -> pgtrigger.Trigger:
    """A cumulative value that comes to count is not below the counting one before it, nor above the one after it; money is
    not allocated beyond what was approved.

    The row of what is measured is locked first, so that two approvals at once see each other.
    """
    return pgtrigger.Trigger(
        name="approved_fits_its_neighbours",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("budget", "bigint")],
        func=body(
            "IF NEW.status <> 'APPROVED' OR NEW.superseded THEN RETURN NEW; END IF;",
            "IF NEW.series = 'PHYSICAL' THEN",
            "PERFORM 1 FROM programs_milestone WHERE id = NEW.milestone_id FOR UPDATE;",
            "IF EXISTS (SELECT 1 FROM programs_reading r WHERE r.milestone_id = NEW.milestone_id AND r.id <> NEW.id",
            "AND r.status = 'APPROVED' AND NOT r.superseded",
            "AND ((r.month < NEW.month AND r.percent > NEW.percent) OR (r.month > NEW.month AND r.percent < NEW.percent)))",
            f"THEN {refuse('a cumulative series does not run backwards')} END IF;",
            "ELSIF NEW.series = 'FINANCIAL' THEN",
            "SELECT approved INTO budget FROM programs_budgetline WHERE id = NEW.budget_line_id FOR UPDATE;",
            f"IF NEW.allocated > budget THEN {refuse('more money than was approved')} END IF;",
            "IF EXISTS (SELECT 1 FROM programs_reading r WHERE r.budget_line_id = NEW.budget_line_id AND r.id <> NEW.id",
            "AND r.status = 'APPROVED' AND NOT r.superseded",
            "AND ((r.month < NEW.month AND (r.allocated > NEW.allocated OR r.paid > NEW.paid))",
            "OR (r.month > NEW.month AND (r.allocated < NEW.allocated OR r.paid < NEW.paid))))",
            f"THEN {refuse('a cumulative series does not run backwards')} END IF;",
            "END IF; RETURN NEW;",
        ),
    )


def belongings_of_approved_stay() -> pgtrigger.Trigger:
    """Parts and evidence of an approved reading neither come, change nor go."""
    return pgtrigger.Trigger(
        name="approved_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint")],
        func=body(
            "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.reading_id, OLD.reading_id], NULL) LOOP",
            "IF EXISTS (SELECT 1 FROM programs_reading r WHERE r.id = touched AND r.status = 'APPROVED') THEN",
            refuse("an approved reading is never changed: a correction is a new reading"),
            "END IF; END LOOP;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
        ),
    )
