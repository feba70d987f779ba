"""When it may be done: what the state of a case allows, and what a diagnosis needs before it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import ENDED, UNDER_DIAGNOSIS, AnsweringStatus, CauseRank, NodeKind
from clinic.cases.diagnosis_errors import DiagnosisStands, NotReady, NotYetOver
from clinic.cases.models import Agreement, Answering, Case, CauseEdge, CauseNode, Finding, TeamMember
from core.errors import WrongState


def is_live(case: Case) -> None:
    """Raise WrongState once the case has ended."""
    if not case.is_live:
        raise WrongState(_("This case is closed."), code="case_closed")


def may_be_diagnosed(case: Case) -> None:
    """Raise DiagnosisStands outside the states in which the team diagnoses; WrongState before there is a team."""
    if case.status not in UNDER_DIAGNOSIS:
        if case.status in ENDED or case.diagnosed_at is not None:
            raise DiagnosisStands()
        raise WrongState(_("First name the team of this case."), code="no_team")


def may_be_readmitted(case: Case) -> None:
    """Raise NotYetOver as long as somebody works on it."""
    if case.is_live:
        raise NotYetOver()


def has_team(case: Case, now: datetime) -> None:
    """Somebody works on it. Raises NotReady."""
    if not case.members.current().exists():
        raise NotReady(_("Name at least one consultant first."), code="no_team")


def was_visited(case: Case, now: datetime) -> None:
    """A visit is in the log. Raises NotReady."""
    if not case.visits.exists():
        raise NotReady(_("Write down the first visit first."), code="no_visit")


def _of_case(rows: models.QuerySet[Any]) -> Exists:
    return Exists(rows.filter(case=OuterRef("pk")))


def _lacking(rows: models.QuerySet[Any]) -> Any:
    return ~_of_case(rows)


_CURRENT = TeamMember.objects.filter(left_at__isnull=True)
_SPOKEN = Agreement.objects.filter(member=OuterRef("pk"), superseded=False)
_DRAFTS = Answering.objects.filter(status=AnsweringStatus.DRAFT)
_THERE = _CURRENT.filter(case=OuterRef("case"), consultant=OuterRef("consultant"))
_LOOSE = CauseNode.objects.exclude(kind=NodeKind.SYMPTOM).filter(
    ~Exists(CauseEdge.objects.filter(cause=OuterRef("pk")))
)

NEEDED: tuple[tuple[str, Any, Promise], ...] = (
    (
        "answers", _of_case(Answering.objects.filter(status=AnsweringStatus.HANDED_IN)),
        _("Hand in at least one questionnaire."),
    ),
    # What somebody began who is no longer in the team holds nobody up.
    ("drafts", _lacking(_DRAFTS.filter(Exists(_THERE))), _("Hand in the questionnaires that were begun.")),
    ("findings", _of_case(Finding.objects.all()), _("Write down at least one finding with its evidence.")),
    (
        "primary", _of_case(CauseNode.objects.filter(rank=CauseRank.PRIMARY)),
        _("Say which root cause is the primary one."),
    ),
    ("arrows", _lacking(_LOOSE), _("Say of every cause what it brings about.")),
    ("agreement", _lacking(_CURRENT.filter(~Exists(_SPOKEN))), _("Every member of the team says whether he agrees.")),
)  # fmt: skip
"""What a diagnosis needs, each with its question to the database and the sentence shown while it is missing."""


def missing_of(case: Case) -> dict[str, Promise]:
    """What still has to be done before the diagnosis can be finished: code → sentence, in the order of the work. 1 query."""
    questions = {f"has_{code}": answer for code, answer, _text in NEEDED}
    asked: Any = Case.objects.filter(pk=case.pk).values(**questions).get()
    return {code: text for code, _answer, text in NEEDED if not asked[f"has_{code}"]}


def is_complete(case: Case, now: datetime) -> None:
    """Everything a diagnosis needs is there. Raises NotReady with the first thing that is missing."""
    for code, text in missing_of(case).items():
        raise NotReady(text, code=f"missing_{code}")
