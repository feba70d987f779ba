"""Refusals of clusters."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState


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
