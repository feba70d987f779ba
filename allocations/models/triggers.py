"""Database triggers that keep the rules of a published call, and what was submitted, as they are.

They guard against every way round the services: the admin, a shell, raw SQL. An announced amendment opens the rules for
its own transaction alone (`CallAmendment.transaction_number`).
"""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse

_AMENDED = (
    "EXISTS (SELECT 1 FROM allocations_callamendment a"
    " WHERE a.call_id = {call} AND a.transaction_number = txid_current())"
)

RULE_COLUMNS = (
    "slug",
    "title",
    "estate_id",
    "mode",
    "opens_at",
    "randomness_source",
    "randomness_event",
    "randomness_fallback",
    "scorers_per_application",
    "tolerance",
    "accepted_licences",
    "minimum_age",
    "resident_county_id",
    "refuses_holders",
    "lapse_rule",
    "rules_version",
    "rules_json",
    "rules_sha256",
    "terms_json",
    "terms_sha256",
    "published_at",
    "published_by_id",
)
"""Columns of a call that nobody changes after publication, an announced amendment apart."""

LENGTHENING_COLUMNS = ("closes_at", "corrections_until", "draw_at", "objections_until")
"""Dates of a published call that may move, and only to a later moment."""


def rules_are_locked() -> pgtrigger.Trigger:
    """For tables with `call_id` that hold rules: no row comes, changes or goes once the call is published.

    The call's row is locked first, so that a publication under way is waited for and then seen.
    """
    return pgtrigger.Trigger(
        name="rules_are_locked",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text")],
        func=body(
            "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.call_id, OLD.call_id], NULL) LOOP",
            "SELECT c.status INTO state FROM allocations_call c WHERE c.id = touched FOR KEY SHARE;",
            f"IF state <> 'DRAFT' AND NOT {_AMENDED.format(call='touched')} THEN",
            refuse("the rules of a published call cannot change"),
            "END IF; END LOOP;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
        ),
    )


def call_is_locked() -> pgtrigger.Trigger:
    """For the call itself: rule columns stay, dates only lengthen, nothing goes back to a draft or is deleted."""
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in RULE_COLUMNS)
    shorter = " OR ".join(f"NEW.{name} < OLD.{name}" for name in LENGTHENING_COLUMNS)
    return pgtrigger.Trigger(
        name="call_is_locked",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=body(
            "IF OLD.status = 'DRAFT' THEN",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END IF;",
            f"IF TG_OP = 'DELETE' THEN {refuse('a published call cannot be deleted')} END IF;",
            f"IF NEW.status = 'DRAFT' THEN {refuse('a published call does not become a draft again')} END IF;",
            f"IF ({shorter}) THEN {refuse('the dates of a published call only lengthen')} END IF;",
            f"IF ({changed}) AND NOT {_AMENDED.format(call='OLD.id')} THEN",
            refuse("the rules of a published call cannot change"),
            "END IF; RETURN NEW;",
        ),
    )


def weights_make_a_hundred(key: str) -> pgtrigger.Trigger:
    """Checked when the transaction ends: weights of a published call by points add up to 100. `key`: column of the call."""
    return pgtrigger.Trigger(
        name="weights_make_a_hundred",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        declare=[("touched", "bigint")],
        func=body(
            f"touched := COALESCE(NEW.{key}, OLD.{key});",
            "IF EXISTS (SELECT 1 FROM allocations_call c WHERE c.id = touched AND c.mode = 'SCORED'",
            "AND c.status NOT IN ('DRAFT', 'CANCELLED') AND (SELECT COALESCE(SUM(k.weight), 0)",
            "FROM allocations_criterion k WHERE k.call_id = c.id) <> 100) THEN",
            refuse("the weights of a published call add up to 100"),
            "END IF; RETURN NULL;",
        ),
    )
