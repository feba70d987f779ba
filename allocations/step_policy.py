"""What is missing before an application can be handed in. Pure: the form's facts in, problems by step out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from allocations.choices import Step, StepState
from allocations.entry_policy import OF_THE_CRAFT, Finding

SENTENCES: dict[str, Promise] = {
    "not_confirmed": _("Confirm that these details are right."),
    "trade_missing": _("Choose your trade."),
    "licence_missing": _("Say which licence you hold, with its number and dates."),
    "years_missing": _("Say how many years you have worked with a licence."),
    "workplace_missing": _("Say where you work now."),
    "jobs_missing": _("Say how many people work with you now and how many jobs you promise."),
    "investment_missing": _("Say how much you plan to invest."),
    "area_missing": _("Say how much area you need."),
    "amount_missing": _("Enter the amount you offer."),
    "no_choice": _("Choose at least one plot, or say that any plot of the call suits you."),
    "groups_not_answered": _("Say which groups you belong to, or that you belong to none."),
    "paper_missing": _("The paper “%(paper)s” is missing."),
    "paper_refused": _("The paper “%(paper)s” was refused: %(reason)s. Hand in another one."),
    "not_checked": _("Look at your answers once more."),
    "not_declared": _("Declare that what you say is true."),
    "no_other_unit_not_declared": _("Declare that you hold no other unit of the company."),
}


@dataclass(frozen=True, slots=True)
class PaperFact:
    """One required or possible paper: is it there, and was it refused (with the reason)."""

    code: str
    name: str
    needed: bool
    present: bool
    refused: str = ""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A form as far as it has come. `saved` names the steps that were saved; `findings` are those of the entry
    check that lie in the applicant, not in the dates of the call."""

    saved: frozenset[str]
    findings: tuple[Finding, ...]
    trade: bool
    licence_kind: str
    licence_number: str
    licence_issued_on: date | None
    years_licensed: int | None
    workplace_kind: str
    jobs_now: int | None
    jobs_promised: int | None
    investment_rials: int | None
    area_needed: int | None
    needs_amount: bool
    amount: int | None
    named_choices: int
    any_other_plot: bool
    has_groups: bool
    papers: tuple[PaperFact, ...]
    declared: bool
    must_declare_no_other_unit: bool
    declares_no_other_unit: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is missing; `text` says what to do about it."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    finding: Finding | None = None

    @property
    def text(self) -> str:
        """The sentence in the active language."""
        if self.finding is not None:
            return self.finding.text
        sentence = str(SENTENCES[self.code])
        return sentence % self.params if self.params else sentence


def problems(facts: FormFacts) -> dict[Step, list[Problem]]:
    """What is missing, by step in the order of the task list; an empty list for a step that is done."""
    found: dict[Step, list[Problem]] = {step: [] for step in Step}
    _identity(facts, found[Step.IDENTITY])
    _craft(facts, found[Step.CRAFT])
    _plan(facts, found[Step.PLAN])
    if not facts.named_choices and not facts.any_other_plot:
        found[Step.CHOICES].append(Problem("no_choice"))
    if facts.has_groups and Step.GROUPS not in facts.saved:
        found[Step.GROUPS].append(Problem("groups_not_answered"))
    for paper in facts.papers:
        if paper.refused and paper.needed:
            found[Step.PAPERS].append(Problem("paper_refused", {"paper": paper.name, "reason": paper.refused}))
        elif paper.needed and not paper.present:
            found[Step.PAPERS].append(Problem("paper_missing", {"paper": paper.name}))
    if Step.CHECK not in facts.saved:
        found[Step.CHECK].append(Problem("not_checked"))
    if facts.must_declare_no_other_unit and not facts.declares_no_other_unit:
        found[Step.DECLARATION].append(Problem("no_other_unit_not_declared"))
    if not facts.declared:
        found[Step.DECLARATION].append(Problem("not_declared"))
    return found


def states(facts: FormFacts) -> dict[Step, StepState]:
    """The state of each step for the task list. Check and declaration wait for everything before them."""
    missing = problems(facts)
    before_check = [step for step in Step if step not in (Step.CHECK, Step.DECLARATION)]
    ready = not any(missing[step] for step in before_check)
    found: dict[Step, StepState] = {}
    for step in Step:
        if not missing[step]:
            found[step] = StepState.DONE
        elif step not in before_check and not (ready and (step == Step.CHECK or not missing[Step.CHECK])):
            found[step] = StepState.BLOCKED
        else:
            found[step] = StepState.STARTED if _begun(step, facts) else StepState.TODO
    return found


def _begun(step: Step, facts: FormFacts) -> bool:
    if step == Step.PAPERS:
        return any(paper.present for paper in facts.papers)
    return step in facts.saved


def _identity(facts: FormFacts, found: list[Problem]) -> None:
    found += [
        Problem(finding.reason, finding=finding) for finding in facts.findings if finding.reason not in OF_THE_CRAFT
    ]
    if Step.IDENTITY not in facts.saved:
        found.append(Problem("not_confirmed"))


def _craft(facts: FormFacts, found: list[Problem]) -> None:
    found += [Problem(finding.reason, finding=finding) for finding in facts.findings if finding.reason in OF_THE_CRAFT]
    if not facts.trade:
        found.append(Problem("trade_missing"))
    if not (facts.licence_kind and facts.licence_number and facts.licence_issued_on):
        found.append(Problem("licence_missing"))
    if facts.years_licensed is None:
        found.append(Problem("years_missing"))


def _plan(facts: FormFacts, found: list[Problem]) -> None:
    if not facts.workplace_kind:
        found.append(Problem("workplace_missing"))
    if facts.jobs_now is None or facts.jobs_promised is None:
        found.append(Problem("jobs_missing"))
    if facts.investment_rials is None:
        found.append(Problem("investment_missing"))
    if facts.area_needed is None:
        found.append(Problem("area_missing"))
    if facts.needs_amount and facts.amount is None:
        found.append(Problem("amount_missing"))
