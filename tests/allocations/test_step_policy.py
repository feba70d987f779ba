"""What a form still lacks, by step, and which steps can be begun. Without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allocations.choices import Step, StepState
from allocations.entry_policy import EntryReason, Finding
from allocations.step_policy import SENTENCES, FormFacts, PaperFact, Problem, problems, states

COMPLETE = FormFacts(
    saved=frozenset(Step.values),
    findings=(),
    trade=True,
    licence_kind="ARTISAN_CARD",
    licence_number="12",
    licence_issued_on=date(2025, 1, 1),
    years_licensed=0,
    workplace_kind="RENTED",
    jobs_now=0,
    jobs_promised=0,
    investment_rials=0,
    area_needed=100,
    needs_amount=False,
    amount=None,
    named_choices=1,
    any_other_plot=False,
    has_groups=False,
    papers=(PaperFact("licence", "پروانه", needed=True, present=True),),
    declared=True,
    must_declare_no_other_unit=False,
    declares_no_other_unit=False,
)
EMPTY = FormFacts(
    saved=frozenset(),
    findings=(),
    trade=False,
    licence_kind="",
    licence_number="",
    licence_issued_on=None,
    years_licensed=None,
    workplace_kind="",
    jobs_now=None,
    jobs_promised=None,
    investment_rials=None,
    area_needed=None,
    needs_amount=False,
    amount=None,
    named_choices=0,
    any_other_plot=False,
    has_groups=False,
    papers=(PaperFact("licence", "پروانه", needed=True, present=False),),
    declared=False,
    must_declare_no_other_unit=False,
    declares_no_other_unit=False,
)


def lacking(**changes) -> dict[str, list[str]]:
    """Codes of what the complete form lacks after `changes`, by step; steps that lack nothing are left out."""
    found = problems(replace(COMPLETE, **changes))
    return {str(step): [one.code for one in rows] for step, rows in found.items() if rows}


def test_a_complete_form_lacks_nothing_and_every_step_is_done():
    assert lacking() == {}
    assert set(states(COMPLETE).values()) == {StepState.DONE}


@pytest.mark.parametrize(
    ("changes", "step", "code"),
    [
        ({"saved": frozenset(Step.values) - {Step.IDENTITY}}, Step.IDENTITY, "not_confirmed"),
        ({"trade": False}, Step.CRAFT, "trade_missing"),
        ({"licence_kind": ""}, Step.CRAFT, "licence_missing"),
        ({"licence_number": ""}, Step.CRAFT, "licence_missing"),
        ({"licence_issued_on": None}, Step.CRAFT, "licence_missing"),
        ({"years_licensed": None}, Step.CRAFT, "years_missing"),
        ({"workplace_kind": ""}, Step.PLAN, "workplace_missing"),
        ({"jobs_now": None}, Step.PLAN, "jobs_missing"),
        ({"jobs_promised": None}, Step.PLAN, "jobs_missing"),
        ({"investment_rials": None}, Step.PLAN, "investment_missing"),
        ({"area_needed": None}, Step.PLAN, "area_missing"),
        ({"needs_amount": True}, Step.PLAN, "amount_missing"),
        ({"named_choices": 0}, Step.CHOICES, "no_choice"),
        ({"has_groups": True, "saved": frozenset(Step.values) - {Step.GROUPS}}, Step.GROUPS, "groups_not_answered"),
        ({"papers": (PaperFact("a", "آ", needed=True, present=False),)}, Step.PAPERS, "paper_missing"),
        (
            {"papers": (PaperFact("a", "آ", needed=True, present=True, refused="ناخوانا"),)},
            Step.PAPERS,
            "paper_refused",
        ),
        ({"saved": frozenset(Step.values) - {Step.CHECK}}, Step.CHECK, "not_checked"),
        ({"must_declare_no_other_unit": True}, Step.DECLARATION, "no_other_unit_not_declared"),
        ({"declared": False}, Step.DECLARATION, "not_declared"),
    ],
)
def test_each_thing_that_is_missing_stands_at_its_step(changes, step, code):
    assert lacking(**changes) == {step: [code]}


@pytest.mark.parametrize(
    "changes",
    [
        {"named_choices": 0, "any_other_plot": True},
        {"needs_amount": True, "amount": 0},
        {"must_declare_no_other_unit": True, "declares_no_other_unit": True},
        {"papers": (PaperFact("a", "آ", needed=False, present=False),)},
        {"papers": (PaperFact("a", "آ", needed=False, present=True, refused="ناخوانا"),)},
        {"saved": frozenset(Step.values) - {Step.GROUPS}},
    ],
)
def test_what_is_not_asked_for_is_never_missing(changes):
    assert lacking(**changes) == {}


def test_what_speaks_against_the_craft_stands_at_the_craft_and_the_rest_at_the_identity():
    findings = (Finding(EntryReason.UNDER_AGE, {"age": "18"}), Finding(EntryReason.LICENCE_EXPIRED, {}))
    assert lacking(findings=findings) == {
        Step.IDENTITY: [EntryReason.UNDER_AGE],
        Step.CRAFT: [EntryReason.LICENCE_EXPIRED],
    }


def test_nothing_is_begun_in_an_empty_form_and_its_end_cannot_be():
    found = states(EMPTY)
    assert found[Step.GROUPS] == StepState.DONE
    assert found[Step.CHECK] == found[Step.DECLARATION] == StepState.BLOCKED
    others = set(Step) - {Step.GROUPS, Step.CHECK, Step.DECLARATION}
    assert {found[step] for step in others} == {StepState.TODO}


def test_a_step_that_was_saved_and_still_lacks_something_is_begun():
    found = states(replace(COMPLETE, trade=False, declared=False))
    assert found[Step.CRAFT] == StepState.STARTED
    assert found[Step.DECLARATION] == StepState.BLOCKED


def test_papers_are_begun_with_the_first_of_them():
    two = (PaperFact("a", "آ", needed=True, present=True), PaperFact("b", "ب", needed=True, present=False))
    assert states(replace(EMPTY, papers=two))[Step.PAPERS] == StepState.STARTED


def test_the_declaration_waits_for_the_check():
    unchecked = replace(COMPLETE, saved=frozenset(Step.values) - {Step.CHECK, Step.DECLARATION}, declared=False)
    found = states(unchecked)
    assert (found[Step.CHECK], found[Step.DECLARATION]) == (StepState.TODO, StepState.BLOCKED)
    checked = replace(unchecked, saved=unchecked.saved | {Step.CHECK})
    assert states(checked)[Step.DECLARATION] == StepState.TODO


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_problem_has_a_whole_sentence(code):
    text = Problem(code, {"paper": "پروانه", "reason": "ناخوانا"}).text
    assert text and "%" not in text
