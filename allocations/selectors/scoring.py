"""What a scorer sees: his own work and nothing of anybody else's points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from allocations.choices import ApplicationStatus, AssignmentStatus, CriterionSource
from allocations.models import Application, ConflictDeclaration, Criterion, Paper, Score, ScorerAssignment
from core.errors import NotFound


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One line of a scorer's list, without the applicant's name. `is_declared`: the declaration was given."""

    assignment_id: int
    application: str
    tracking_code: str
    trade: str
    call_title: str
    call_slug: str
    assigned_at: datetime
    scored_at: datetime | None
    is_declared: bool


@dataclass(frozen=True, slots=True)
class ScoringSheet:
    """One assignment. Until `is_declared` only `applicant_name` is there, so that the scorer can declare; then the form,
    the papers in force and the judged criteria. `points` are his own, by criterion id, once handed in.
    """

    assignment: ScorerAssignment
    applicant_name: str
    is_declared: bool
    application: Application | None
    papers: Sequence[Paper]
    criteria: Sequence[Criterion]
    points: Mapping[int, int]
    notes: Mapping[int, str]


def work_list(scorer: Any, *, done: bool = False) -> list[WorkItem]:
    """What the scorer has to score, the oldest first; with `done` what he handed in, the newest first. 1 query."""
    declared = ConflictDeclaration.objects.filter(
        application=OuterRef("application"), scorer=OuterRef("scorer"), has_conflict=False
    )
    status = AssignmentStatus.SCORED if done else AssignmentStatus.ASSIGNED
    # Who withdrew or is looked at again is nothing to be scored now.
    still_open = {} if done else {"application__status": ApplicationStatus.ELIGIBLE}
    rows = (
        ScorerAssignment.objects.filter(scorer=scorer, status=status, **still_open)
        .select_related("application__call", "application__trade")
        .annotate(is_declared=Exists(declared))
        .order_by(*(["-scored_at", "-pk"] if done else ["assigned_at", "pk"]))
    )
    return [
        WorkItem(
            assignment_id=row.pk,
            application=row.application.opaque_id or "",
            tracking_code=row.application.tracking_code,
            trade=str(row.application.trade or ""),
            call_title=row.application.call.title,
            call_slug=row.application.call.slug,
            assigned_at=row.assigned_at,
            scored_at=row.scored_at,
            is_declared=row.is_declared,
        )
        for row in rows
    ]


def scoring_sheet(assignment_id: int, scorer: Any) -> ScoringSheet:
    """One assignment of this scorer; raises NotFound for anybody else's and for one that was given back. At most 5 queries."""
    row = (
        ScorerAssignment.objects.filter(
            pk=assignment_id, scorer=scorer, status__in=[AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED]
        )
        .select_related(
            "application__call__estate",
            "application__trade",
            "application__applicant__person",
            "application__applicant__legal_entity",
        )
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such assignment."), code="no_assignment")
    application = row.application
    name = application.applicant.display_name
    is_declared = ConflictDeclaration.objects.filter(
        application=application, scorer=scorer, has_conflict=False
    ).exists()
    if not is_declared:
        return ScoringSheet(row, name, False, None, (), (), {}, {})
    given = list(Score.objects.filter(assignment=row))
    return ScoringSheet(
        assignment=row,
        applicant_name=name,
        is_declared=True,
        application=application,
        papers=list(application.papers.filter(replaced_at__isnull=True).select_related("requirement", "file")),
        criteria=list(application.call.criteria.filter(source=CriterionSource.JUDGED)),
        points={one.criterion_id: one.points for one in given},
        notes={one.criterion_id: one.note for one in given},
    )
