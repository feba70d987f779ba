"""The life cycles of calls, applications and what follows, as tables.

Nothing else assigns their status (core.transitions.apply).
"""

from allocations.workflow.applications import APPLICATION, PAPER
from allocations.workflow.calls import CALL
from allocations.workflow.results import ASSIGNMENT, AWARD, OBJECTION, RUN

__all__ = ["APPLICATION", "ASSIGNMENT", "AWARD", "CALL", "OBJECTION", "PAPER", "RUN"]
