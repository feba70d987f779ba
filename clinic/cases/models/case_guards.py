"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import refuse


def causes_never_circle() -> pgtrigger.Trigger:
    """For arrows: both ends belong to one case, and the new arrow does not close a circle.

    The case's row is locked before the graph is walked: of two who draw arrows at once, the second one sees the first
    one's.
    """
    return pgtrigger.Trigger(
        name="causes_never_circle",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("home", "bigint"), ("other", "bigint")],
        func="\n".join(
            (
                "SELECT n.case_id INTO home FROM cases_causenode n WHERE n.id = NEW.effect_id;",
                "SELECT n.case_id INTO other FROM cases_causenode n WHERE n.id = NEW.cause_id;",
                f"IF home IS DISTINCT FROM other THEN {refuse('both ends of an arrow belong to one case')} END IF;",
                "PERFORM 1 FROM cases_case c WHERE c.id = home FOR NO KEY UPDATE;",
                "IF EXISTS (WITH RECURSIVE above(id) AS (SELECT NEW.effect_id UNION",
                "SELECT e.effect_id FROM cases_causeedge e JOIN above a ON e.cause_id = a.id",
                "WHERE e.id IS DISTINCT FROM NEW.id)",
                "SELECT 1 FROM above WHERE id = NEW.cause_id) THEN",
                refuse("nothing is its own cause"),
                "END IF; RETURN NEW;",
            )
        ),
    )


def answers_fit() -> pgtrigger.Trigger:
    """For answers: the question belongs to the version that is answered, and the value lies on its scale."""
    return pgtrigger.Trigger(
        name="answers_fit",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("asked", "text")],
        func="\n".join(
            (
                "SELECT q.kind INTO asked FROM instruments_question q JOIN cases_answering a",
                "ON a.version_id = q.version_id WHERE q.id = NEW.question_id AND a.id = NEW.answering_id;",
                f"IF asked IS NULL THEN {refuse('the question belongs to another questionnaire')} END IF;",
                "IF (asked = 'TEXT') <> (NEW.value IS NULL) THEN",
                refuse("the answer does not fit the kind of question"),
                "END IF;",
                "IF asked = 'SCALE' AND (NEW.value < 0 OR NEW.value > 5 OR NEW.value <> trunc(NEW.value)) THEN",
                refuse("the answer lies outside the scale"),
                "END IF;",
                "IF asked = 'YES_NO' AND NEW.value NOT IN (0, 1) THEN",
                refuse("the answer lies outside the scale"),
                "END IF; RETURN NEW;",
            )
        ),
    )


def handed_in_stays() -> pgtrigger.Trigger:
    """For answers: none comes, changes or goes once its questionnaire is handed in."""
    return pgtrigger.Trigger(
        name="handed_in_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text")],
        func="\n".join(
            (
                "FOREACH touched IN ARRAY array_remove(ARRAY[NEW.answering_id, OLD.answering_id], NULL) LOOP",
                "SELECT a.status INTO state FROM cases_answering a WHERE a.id = touched FOR KEY SHARE;",
                f"IF state = 'HANDED_IN' THEN {refuse('a questionnaire that is handed in stays')} END IF;",
                "END LOOP;",
                "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
            )
        ),
    )


def member_without_conflict() -> pgtrigger.Trigger:
    """For members: nobody joins the case of a unit in which he has an interest that holds that day."""
    return pgtrigger.Trigger(
        name="member_without_conflict",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("day", "date")],
        func="\n".join(
            (
                "day := (NEW.joined_at AT TIME ZONE 'Asia/Tehran')::date;",
                "IF EXISTS (SELECT 1 FROM consultants_conflictofinterest f JOIN cases_case c ON c.unit_id = f.unit_id",
                "WHERE c.id = NEW.case_id AND f.consultant_id = NEW.consultant_id AND f.starts_on <= day",
                "AND (f.ends_on IS NULL OR f.ends_on >= day)) THEN",
                refuse("a consultant with an interest in the unit is kept out of its case"),
                "END IF; RETURN NEW;",
            )
        ),
    )
