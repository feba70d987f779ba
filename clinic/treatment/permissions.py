"""Who may do what with the treatment of a case, by how he stands before it (clinic/cases/permissions.py)."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import is_admin, is_auditor, is_manager, is_signed_in, require
from clinic.cases.choices import Standing
from clinic.cases.permissions import RUN, TREAT, WHO, standings, stands_as
from clinic.permissions import runs_the_clinic, works_in_clinic

__all__ = [
    "AGREE", "APPROVE", "DO_TASK", "LEARN", "PLAN", "READ_LETTERS", "READ_PAPER", "READ_PLAN", "READ_RESULTS", "READ_TUNING",
    "RECORD_ANSWER", "RUN", "SEND", "TREAT", "TUNE", "require",
]  # fmt: skip

PLAN = "treatment.write_plan"
"""Writes and proposes versions of the plan."""
APPROVE = "treatment.approve_plan"
"""Records what the committee of the clinic decided on a plan: the lead of the case, if he neither wrote nor proposed it."""
AGREE = "treatment.agree_to_plan"
"""Agrees to a plan, or sends it back: the unit's own people alone."""
RECORD_ANSWER = "treatment.record_answer"
"""Records what a unit without an account answered on paper: the lead of the case."""
READ_PAPER = "treatment.read_paper"
"""Opens that paper."""
READ_PLAN = "treatment.read_plan"
"""Reads the plan; the unit reads the versions its committee has approved."""
SEND = "treatment.send_letter"
"""Signs letters to other bodies and takes them back: the lead of the case."""
READ_LETTERS = "treatment.read_letters"
"""Reads letters and answers; the unit those that were sent."""
DO_TASK = "treatment.do_task"
"""Notes a task as done: who is to do it, and the lead."""
READ_RESULTS = "treatment.read_results"
"""Reads readings, follow-up and outcome."""
LEARN = "treatment.read_learning"
"""Reads which remedies helped, as sums over cases."""
TUNE = "treatment.tune"
"""Sets the rule of ranking and the catalogue of remedies."""

READ_TUNING = "treatment.read_tuning"
"""Reads these at the staff desk."""

_EVERYBODY = frozenset({Standing.LEAD, Standing.TEAM, Standing.UNIT, Standing.AUDITOR})
_HERE = {
    PLAN: frozenset({Standing.LEAD, Standing.TEAM}),
    APPROVE: frozenset({Standing.LEAD}),
    AGREE: frozenset({Standing.UNIT}),
    RECORD_ANSWER: frozenset({Standing.LEAD}),
    READ_PAPER: frozenset({Standing.LEAD, Standing.TEAM, Standing.AUDITOR}),
    READ_PLAN: _EVERYBODY,
    SEND: frozenset({Standing.LEAD}),
    READ_LETTERS: _EVERYBODY,
    READ_RESULTS: _EVERYBODY,
}
for _name, _standings in _HERE.items():
    WHO[_name] = _standings
    rules.add_perm(_name, stands_as(*sorted(_standings)))


@rules.predicate
def does_task(user: Any, task: Any = None) -> bool:
    """Is the one who is to do it, and still belongs to the case; or leads the case."""
    if task is None:
        return False
    held = standings(user, task.case)
    if Standing.LEAD in held:
        return True
    if task.for_unit:
        return Standing.UNIT in held
    return Standing.TEAM in held and task.assignee_id == user.pk


rules.add_perm(DO_TASK, is_signed_in & does_task)
rules.add_perm(LEARN, is_signed_in & (works_in_clinic | is_manager | is_auditor))
rules.add_perm(TUNE, is_signed_in & (runs_the_clinic | is_admin))
rules.add_perm(READ_TUNING, is_signed_in & (runs_the_clinic | is_admin | is_auditor))
