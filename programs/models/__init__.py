"""Tables of programmes: what was promised, the plan by month, the money, what was measured, and the registers."""

from programs.models.indicator import Indicator
from programs.models.money import BudgetLine
from programs.models.plan import Activity, Baseline, BaselineMonth, Milestone
from programs.models.programme import Programme, ProgrammeEstate, ProgrammeFact
from programs.models.reading import Reading, ReadingEvidence, ReadingPart
from programs.models.registers import Decision, Issue, ProgrammeDocument, ProgrammePhoto, Risk

__all__ = [
    "Activity",
    "Baseline",
    "BaselineMonth",
    "BudgetLine",
    "Decision",
    "Indicator",
    "Issue",
    "Milestone",
    "Programme",
    "ProgrammeDocument",
    "ProgrammeEstate",
    "ProgrammeFact",
    "ProgrammePhoto",
    "Reading",
    "ReadingEvidence",
    "ReadingPart",
    "Risk",
]
