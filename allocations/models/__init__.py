"""Tables of the app `allocations`."""

from allocations.models.announcements import CallAmendment, CallExtension, CallQuestion
from allocations.models.application import Application, ApplicationGroup, Choice
from allocations.models.award import Award
from allocations.models.call import Call
from allocations.models.frozen import Draw, FrozenList, RedrawOrder
from allocations.models.objection import Objection
from allocations.models.paper import Paper
from allocations.models.review import CorrectionRequest, EligibilityDecision
from allocations.models.rules import CallGroup, CallPlot, CallTrade, Criterion, PaperRequirement
from allocations.models.run import RecordArchive, Run, RunCutoff, RunLine, RunQueue
from allocations.models.scoring import ConflictDeclaration, CriterionResult, Score, ScorerAssignment
from allocations.models.submission import Receipt, SubmissionVersion

__all__ = [
    "Application",
    "ApplicationGroup",
    "Award",
    "Call",
    "CallAmendment",
    "CallExtension",
    "CallGroup",
    "CallPlot",
    "CallQuestion",
    "CallTrade",
    "Choice",
    "ConflictDeclaration",
    "CorrectionRequest",
    "Criterion",
    "CriterionResult",
    "Draw",
    "EligibilityDecision",
    "FrozenList",
    "Objection",
    "Paper",
    "PaperRequirement",
    "Receipt",
    "RecordArchive",
    "RedrawOrder",
    "Run",
    "RunCutoff",
    "RunLine",
    "RunQueue",
    "Score",
    "ScorerAssignment",
    "SubmissionVersion",
]
