"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse

PROJECT_FACTS = (
    "plan_id", "remedy_id", "name", "description", "effect", "feasibility", "cost_rials", "cost_step", "score", "position",
    "wanted_position", "overrule_reason", "owner", "funds", "due_on", "indicator", "expected",
)  # fmt: skip
LETTER_FACTS = (
    "case_id", "project_id", "recipient", "recipient_name", "subject", "body", "asked", "written_by_id", "written_at",
)  # fmt: skip
STEP_FACTS = ("project_id", "position", "name", "due_on")


def _row(name: str, columns: tuple[str, ...]) -> str:
    return f"ROW({', '.join(f'{name}.{one}' for one in columns)})"


def _only_in_a_draft(name: str, plan: str, facts: tuple[str, ...]) -> pgtrigger.Trigger:
    changed = f"{_row('NEW', facts)} IS DISTINCT FROM {_row('OLD', facts)}"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text")],
        func=body(
            f"IF TG_OP <> 'UPDATE' OR {changed} THEN",
            "FOREACH touched IN ARRAY array_remove(ARRAY["
            + plan.format("NEW")
            + ", "
            + plan.format("OLD")
            + "], NULL) LOOP",
            "SELECT p.status INTO state FROM treatment_treatmentplan p WHERE p.id = touched FOR KEY SHARE;",
            f"IF state <> 'DRAFT' THEN {refuse('a plan that was proposed stays as it is')} END IF;",
            "END LOOP; END IF;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
        ),
    )


def project_of_a_draft() -> pgtrigger.Trigger:
    """For projects: what a plan says of them changes only while the plan is being written; progress is noted later too."""
    return _only_in_a_draft("project_of_a_draft", "{}.plan_id", PROJECT_FACTS)


def step_of_a_draft() -> pgtrigger.Trigger:
    """For steps: likewise."""
    plan = "(SELECT j.plan_id FROM treatment_project j WHERE j.id = {}.project_id)"
    return _only_in_a_draft("step_of_a_draft", plan, STEP_FACTS)


def cause_of_the_case() -> pgtrigger.Trigger:
    """For causes of projects: a box of the tree of the plan's own case, while the plan is being written."""
    return pgtrigger.Trigger(
        name="cause_of_the_case",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "bigint"), ("state", "text"), ("home", "bigint"), ("other", "bigint")],
        func=body(
            "touched := CASE TG_OP WHEN 'DELETE' THEN OLD.project_id ELSE NEW.project_id END;",
            "SELECT p.status, p.case_id INTO state, home FROM treatment_treatmentplan p",
            "JOIN treatment_project j ON j.plan_id = p.id WHERE j.id = touched FOR KEY SHARE;",
            f"IF state <> 'DRAFT' THEN {refuse('a plan that was proposed stays as it is')} END IF;",
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;",
            "SELECT n.case_id INTO other FROM cases_causenode n WHERE n.id = NEW.node_id;",
            f"IF home IS DISTINCT FROM other THEN {refuse('the cause belongs to another case')} END IF; RETURN NEW;",
        ),
    )


def writer_of_a_draft() -> pgtrigger.Trigger:
    """For writers of a plan: noted while it is being written, so that nobody is made one, or stops being one, later."""
    return _only_in_a_draft("writer_of_a_draft", "{}.plan_id", ("plan_id", "user_id"))


def approver_is_no_writer() -> pgtrigger.Trigger:
    """For plans: whoever wrote a word of one, or changed the order of its projects, does not approve it."""
    return pgtrigger.Trigger(
        name="approver_is_no_writer",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Condition("NEW.approved_by_id IS NOT NULL"),
        func=body(
            "IF EXISTS (SELECT 1 FROM treatment_planwriter w",
            "WHERE w.plan_id = NEW.id AND w.user_id = NEW.approved_by_id) THEN",
            refuse("who wrote in a plan does not approve it"),
            "END IF; RETURN NEW;",
        ),
    )


def answered_on_paper() -> pgtrigger.Trigger:
    """For plans: one that was answered on paper has that paper, and the paper says what became of the plan."""
    return pgtrigger.Trigger(
        name="answered_on_paper",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Condition("NEW.on_paper"),
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM treatment_paperanswer a WHERE a.plan_id = NEW.id",
            "AND a.agreed = (NEW.accepted_at IS NOT NULL)) THEN",
            refuse("this answer is on no paper"),
            "END IF; RETURN NEW;",
        ),
    )


def paper_answers_an_approved_plan() -> pgtrigger.Trigger:
    """For answers on paper: of a plan that lies before the unit, signed on the day of the committee's approval or later."""
    return pgtrigger.Trigger(
        name="paper_answers_an_approved_plan",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("state", "text"), ("day", "date")],
        func=body(
            "SELECT p.status, (p.approved_at AT TIME ZONE 'Asia/Tehran')::date INTO state, day",
            "FROM treatment_treatmentplan p WHERE p.id = NEW.plan_id FOR NO KEY UPDATE;",
            f"IF state <> 'COMMITTEE_APPROVED' THEN {refuse('this plan does not lie before the unit')} END IF;",
            f"IF NEW.signed_on < day THEN {refuse('signed before the committee had approved the plan')} END IF;",
            f"IF NEW.signed_on > (NEW.recorded_at AT TIME ZONE 'Asia/Tehran')::date THEN "
            f"{refuse('signed on a day to come')} END IF;",
            "RETURN NEW;",
        ),
    )


def letter_stays() -> pgtrigger.Trigger:
    """For letters: what one says and to whom never changes once it was sent; its number never."""
    changed = f"{_row('NEW', LETTER_FACTS)} IS DISTINCT FROM {_row('OLD', LETTER_FACTS)}"
    return pgtrigger.Trigger(
        name="letter_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=body(
            f"IF NEW.code <> OLD.code OR (OLD.sent_at IS NOT NULL AND {changed}) THEN",
            refuse("a letter that was sent stays as it is"),
            "END IF; RETURN NEW;",
        ),
    )


def project_of_the_case() -> pgtrigger.Trigger:
    """For referrals and tasks: the project they serve belongs to the same case."""
    return pgtrigger.Trigger(
        name="project_of_the_case",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=body(
            "IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treatment_project j",
            "JOIN treatment_treatmentplan p ON p.id = j.plan_id",
            "WHERE j.id = NEW.project_id AND p.case_id = NEW.case_id) THEN",
            refuse("the project belongs to another case"),
            "END IF; RETURN NEW;",
        ),
    )


def readings_of_the_unit(*columns: str) -> pgtrigger.Trigger:
    """For follow-ups and outcomes: the readings they point at were taken in the unit of the case."""
    named = ", ".join(f"NEW.{one}_id" for one in columns)
    return pgtrigger.Trigger(
        name="readings_of_the_unit",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=body(
            "IF EXISTS (SELECT 1 FROM units_unitreading r JOIN cases_case c ON c.id = NEW.case_id",
            f"WHERE r.id IN ({named}) AND r.unit_id <> c.unit_id) THEN",
            refuse("the reading was taken in another unit"),
            "END IF; RETURN NEW;",
        ),
    )
