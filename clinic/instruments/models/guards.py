"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import refuse


def questions_stay_once_published() -> pgtrigger.Trigger:
    """For questions: none comes, changes or goes once its version left the draft. The version is locked while it is asked."""
    return pgtrigger.Trigger(
        name="questions_stay_once_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text")],
        func="\n".join(
            (
                "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.version_id, OLD.version_id], NULL) LOOP",
                "SELECT v.status INTO state FROM instruments_instrumentversion v WHERE v.id = touched FOR KEY SHARE;",
                f"IF state <> 'DRAFT' THEN {refuse('a published instrument is never changed')} END IF;",
                "END LOOP;",
                "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
            )
        ),
    )


def published_version_stays() -> pgtrigger.Trigger:
    """For versions: after the draft nothing changes but the state (forward) and an earlier last day."""
    fixed = ("instrument_id", "number", "note", "made_by_id", "made_at", "published_at", "published_by_id")
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in fixed)
    back = "NEW.status = 'DRAFT' OR (OLD.status = 'RETIRED' AND NEW.status <> 'RETIRED')"
    longer = "NEW.valid_until IS DISTINCT FROM OLD.valid_until AND (NEW.valid_until IS NULL OR NEW.valid_until > OLD.valid_until)"
    return pgtrigger.Trigger(
        name="published_version_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition("OLD.status <> 'DRAFT'"),
        func="\n".join(
            (
                f"IF {changed} OR {back} OR ({longer}) THEN",
                refuse("a published instrument is never changed"),
                "END IF; RETURN NEW;",
            )
        ),
    )


def only_drafts_go() -> pgtrigger.Trigger:
    """For versions: what was published once stays on record."""
    return pgtrigger.Protect(
        name="only_drafts_go", operation=pgtrigger.Delete, condition=pgtrigger.Condition("OLD.status <> 'DRAFT'")
    )
