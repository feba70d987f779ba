"""When it may be done: what the state of a case allows, and what a diagnosis needs before it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import ENDED, UNDER_DIAGNOSIS, AnsweringStatus, CauseRank, NodeKind
from clinic.cases.diagnosis_errors import DiagnosisStands, NotReady, NotYetOver
from clinic.cases.models import Agreement, Case, CauseEdge
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


def _has_answers(case: Case) -> bool:
    return case.answerings.filter(status=AnsweringStatus.HANDED_IN).exists()


def _has_no_drafts(case: Case) -> bool:
    return not case.answerings.filter(status=AnsweringStatus.DRAFT, consultant__in=_current(case)).exists()


def _has_findings(case: Case) -> bool:
    return case.findings.exists()


def _has_primary(case: Case) -> bool:
    return case.cause_nodes.filter(rank=CauseRank.PRIMARY).exists()


def _roots_lead_somewhere(case: Case) -> bool:
    arrows = CauseEdge.objects.filter(cause=OuterRef("pk"))
    return not case.cause_nodes.exclude(kind=NodeKind.SYMPTOM).filter(~Exists(arrows)).exists()


def _everybody_spoke(case: Case) -> bool:
    spoken = Agreement.objects.filter(member=OuterRef("pk"), superseded=False)
    return not case.members.current().filter(~Exists(spoken)).exists()


def _current(case: Case) -> list[int]:
    return list(case.members.current().values_list("consultant_id", flat=True))


NEEDED: tuple[tuple[str, Callable[[Case], bool], Promise], ...] = (
    ("answers", _has_answers, _("Hand in at least one questionnaire.")),
    ("drafts", _has_no_drafts, _("Hand in the questionnaires that were begun.")),
    ("findings", _has_findings, _("Write down at least one finding with its evidence.")),
    ("primary", _has_primary, _("Say which root cause is the primary one.")),
    ("arrows", _roots_lead_somewhere, _("Say of every cause what it brings about.")),
    ("agreement", _everybody_spoke, _("Every member of the team says whether he agrees.")),
)
"""What a diagnosis needs, each with its question and the sentence shown while it is missing."""


def missing_of(case: Case) -> list[Promise]:
    """What still has to be done before the diagnosis can be finished, as sentences; one query each."""
    return [text for _code, is_there, text in NEEDED if not is_there(case)]


def is_complete(case: Case, now: datetime) -> None:
    """Everything a diagnosis needs is there. Raises NotReady with what is missing."""
    missing = missing_of(case)
    if missing:
        raise NotReady(missing[0], code="diagnosis_incomplete")
