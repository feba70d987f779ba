"""Tables of the app `allocations`."""

from allocations.models.announcements import CallAmendment, CallExtension, CallQuestion
from allocations.models.application import Application, ApplicationGroup, Choice
from allocations.models.call import Call
from allocations.models.paper import Paper
from allocations.models.review import CorrectionRequest, EligibilityDecision
from allocations.models.rules import CallGroup, CallPlot, CallTrade, Criterion, PaperRequirement
from allocations.models.submission import Receipt, SubmissionVersion

__all__ = [
    "Application",
    "ApplicationGroup",
    "Call",
    "CallAmendment",
    "CallExtension",
    "CallGroup",
    "CallPlot",
    "CallQuestion",
    "CallTrade",
    "Choice",
    "CorrectionRequest",
    "Criterion",
    "EligibilityDecision",
    "Paper",
    "PaperRequirement",
    "Receipt",
    "SubmissionVersion",
]
