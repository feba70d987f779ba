"""Who may score, draw, run, approve, object and answer (rules predicates; names are those of the workflow tables)."""

from __future__ import annotations

from typing import Any

import rules

from allocations.permissions import is_active, is_applicant, is_auditor, is_committee, is_officer, is_own, is_scorer


@rules.predicate
def is_assigned(user: Any, thing: Any = None) -> bool:
    """The assignment is this person's."""
    return thing is not None and thing.scorer_id == user.pk


for _name, _who in {
    # scoring
    "assign_scorers": is_officer | is_committee,
    "declare_interest": is_scorer,
    "score_assignment": is_scorer & is_assigned & ~is_own,
    "release_assignment": is_scorer & is_assigned,
    "reopen_score": is_committee & ~is_own,
    "view_scores": is_committee | is_auditor,
    # runs; the arrows of the call have names of their own in permissions.py
    "request_run": is_committee,
    "approve_run": is_committee,
    "refuse_run": is_committee,
    "supersede_run": is_committee,
    "view_run": is_committee | is_auditor,
    # awards and objections
    "answer_award": is_applicant,
    "revoke_award": is_committee,
    "file_objection": is_applicant,
    "answer_objection": is_committee & ~is_own,
    "view_objection": is_applicant | is_committee | is_auditor,
}.items():
    rules.add_perm(f"allocations.{_name}", is_active & _who)
