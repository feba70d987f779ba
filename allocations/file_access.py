"""Who may open papers and receipts (asked by core.files)."""

from __future__ import annotations

from typing import Any

from allocations import permissions
from allocations.choices import AssignmentStatus
from allocations.models import Application, Paper, Receipt, ScorerAssignment
from allocations.services import conflicts
from core.files import access

_SCORING = (AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED)


def may_open_paper(user: Any, paper: Paper) -> str:
    """The applicant's side, staff of the estate that sees applications, and the scorers of this application."""
    application = Application.objects.select_related("call__estate", "applicant__person").get(pk=paper.application_id)
    if not user.is_authenticated:
        return ""
    if permissions.is_on_applicants_side(user, application):
        return "allocations.own_paper" if user.has_perm("allocations.view_application", application) else ""
    if user.has_perm("allocations.view_application", application):
        return "allocations.review"
    scores = ScorerAssignment.objects.filter(application=application, scorer=user, status__in=_SCORING)
    # Nobody looks before he has said that he has no interest of his own in it.
    return "allocations.scoring" if scores.exists() and conflicts.has_declared(application, user) else ""


def may_open_receipt(user: Any, receipt: Receipt) -> bool:
    """Whoever may see the application."""
    application = Application.objects.select_related("call__estate").get(pk=receipt.application_id)
    return bool(user.is_authenticated and user.has_perm("allocations.view_application", application))


access.register("allocations.Paper", may_open_paper)
access.register("allocations.Receipt", may_open_receipt)
