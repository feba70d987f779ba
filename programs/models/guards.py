"""Conditions and triggers that several tables of programmes share: the database's own word on the rules of a plan."""

from __future__ import annotations

import pgtrigger
from django.db.models import F, Q

from core.guards import body, refuse
from programs.choices import HUNDRED


def percent_between_0_and_100(name: str) -> Q:
    """The percent in column `name` is 0 to 100 (or empty, where it may be)."""
    return Q(**{f"{name}__gte": 0, f"{name}__lte": HUNDRED})


def first_of_month(name: str) -> Q:
    """Column `name` may be the first day of a Jalali month: those fall on the 19th to 23rd of a Gregorian one.

    The exact day is the services' matter; the column keeps first days of Gregorian months out.
    """
    return Q(**{f"{name}__day__gte": 19, f"{name}__day__lte": 23})


def somebody_else(approver: str, author: str) -> Q:
    """Nobody approves his own work; empty as long as nobody approved."""
    return Q(**{f"{approver}__isnull": True}) | ~Q(**{approver: F(author)})


def activity_weights_make_a_hundred(key: str) -> pgtrigger.Trigger:
    """When the transaction ends: the activities of a programme that left its draft weigh 100. `key`: the programme's column."""
    return pgtrigger.Trigger(
        name="weights_make_a_hundred",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        declare=[("touched", "bigint")],
        func=body(
            f"touched := COALESCE(NEW.{key}, OLD.{key});",
            "IF EXISTS (SELECT 1 FROM programs_programme p WHERE p.id = touched AND p.status <> 'DRAFT'",
            "AND (SELECT COALESCE(SUM(a.weight), 0) FROM programs_activity a WHERE a.programme_id = p.id) <> 100) THEN",
            refuse("the activities of a programme weigh 100"),
            "END IF; RETURN NULL;",
        ),
    )


def milestone_weights_make_a_hundred() -> pgtrigger.Trigger:
    """The same for the milestones of an activity: none, or 100 together, once the programme left its draft."""
    return pgtrigger.Trigger(
        name="weights_make_a_hundred",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        declare=[("touched", "bigint")],
        func=body(
            "touched := COALESCE(NEW.activity_id, OLD.activity_id);",
            "IF EXISTS (SELECT 1 FROM programs_milestone m JOIN programs_activity a ON a.id = m.activity_id",
            "JOIN programs_programme p ON p.id = a.programme_id WHERE a.id = touched AND p.status <> 'DRAFT'",
            "GROUP BY a.id HAVING SUM(m.weight) <> 100) THEN",
            refuse("the milestones of an activity weigh 100"),
            "END IF; RETURN NULL;",
        ),
    )


def months_of_approved_baseline_stay() -> pgtrigger.Trigger:
    """No month of an approved baseline comes, changes or goes: a new version is made."""
    return pgtrigger.Trigger(
        name="approved_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint")],
        func=body(
            "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.baseline_id, OLD.baseline_id], NULL) LOOP",
            "IF EXISTS (SELECT 1 FROM programs_baseline b WHERE b.id = touched AND b.status = 'APPROVED') THEN",
            refuse("an approved baseline is never changed"),
            "END IF; END LOOP;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
        ),
    )
