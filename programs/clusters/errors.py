"""Refusals of clusters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, PermissionRefused, Text, WrongState


class SelfApproved(PermissionRefused):
    """Nobody approves what he has made himself."""

    default_message = _("Somebody else has to approve this: you made it yourself.")
    default_code = "self_approved"


class PlanFrozen(WrongState):
    """Only a draft is written on."""

    default_message = _("This version of the action plan is no longer a draft. Make a new version.")
    default_code = "plan_frozen"


class ContractFrozen(WrongState):
    """Only a draft is written on."""

    default_message = _("This contract is no longer a draft and is not changed.")
    default_code = "contract_frozen"


class ContractsOverlap(Conflict):
    """A cluster has one agent at a time."""

    default_message = _("Another contract of this cluster runs in the same days. Two contracts may not overlap.")
    default_code = "contracts_overlap"


class PhaseTooEarly(WrongState):
    """A phase begins when the one before it has ended."""

    default_message = _("The phase “%(before)s” has not ended yet.")
    default_code = "phase_too_early"


class NotOfCluster(InvalidInput):
    """Rows of different clusters have nothing to do with each other."""

    default_message = _("This belongs to another cluster.")
    default_code = "not_of_cluster"


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row of a sheet; `row` as the spreadsheet counts, `column` its heading ("" for the row)."""

    row: int
    column: str
    message: Text


class SheetRefused(InvalidInput):
    """The sheet has errors; nothing of it was brought in."""

    default_message = _("The sheet has errors and was not brought in. Nothing has changed.")
    default_code = "sheet_refused"

    def __init__(self, rows: Sequence[RowError], **options: Any) -> None:
        super().__init__(**options)
        self.rows = list(rows)
