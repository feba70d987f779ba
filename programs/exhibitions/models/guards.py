"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse

ANNOUNCED = "('PUBLISHED', 'REGISTRATION', 'CLOSED', 'FROZEN', 'DRAWN', 'ALLOCATED', 'APPROVED', 'HELD', 'REPORTED')"


def rules_stay_once_announced() -> pgtrigger.Trigger:
    """For booths and criteria: no row comes, changes or goes once the exhibition is announced."""
    return pgtrigger.Trigger(
        name="rules_stay_once_announced",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text")],
        func=body(
            "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.exhibition_id, OLD.exhibition_id], NULL) LOOP",
            "SELECT e.status INTO state FROM exhibitions_exhibition e WHERE e.id = touched FOR KEY SHARE;",
            f"IF state IN {ANNOUNCED} THEN {refuse('booths and criteria of an announced exhibition stay')} END IF;",
            "END LOOP;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
        ),
    )


def announced_rules_stay(columns: tuple[str, ...]) -> pgtrigger.Trigger:
    """For the exhibition itself: what firms rely on stays once it is announced; dates of the procedure only lengthen."""
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in columns)
    shorter = "NEW.registration_closes_at < OLD.registration_closes_at OR NEW.draw_at < OLD.draw_at"
    return pgtrigger.Trigger(
        name="announced_rules_stay",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition("OLD.announced_at IS NOT NULL"),
        func=body(
            f"IF {changed} THEN {refuse('the rules of an announced exhibition stay')} END IF;",
            f"IF {shorter} THEN {refuse('the dates of an announced exhibition only lengthen')} END IF;",
            "RETURN NEW;",
        ),
    )


def booth_of_the_same_exhibition() -> pgtrigger.Trigger:
    """For choices and awards: booth and request belong to one exhibition."""
    return pgtrigger.Trigger(
        name="booth_of_the_same_exhibition",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("booth_id", "request_id"),
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM exhibitions_booth b JOIN exhibitions_boothrequest r",
            "ON r.exhibition_id = b.exhibition_id WHERE b.id = NEW.booth_id AND r.id = NEW.request_id) THEN",
            refuse("booth and request belong to one exhibition"),
            "END IF; RETURN NEW;",
        ),
    )


def only_who_was_there() -> pgtrigger.Trigger:
    """For results: the firm held a booth."""
    return pgtrigger.Trigger(
        name="only_who_was_there",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("request_id"),
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM exhibitions_boothaward a",
            "WHERE a.request_id = NEW.request_id AND a.status = 'LIVE') THEN",
            refuse("a result is for a firm that had a booth"),
            "END IF; RETURN NEW;",
        ),
    )
