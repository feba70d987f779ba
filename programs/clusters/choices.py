"""Kinds and states of clusters. Values are stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Phase(TextChoices):
    """Phases of a cluster's development project, in their order (domain notes §3.2)."""

    IDENTIFICATION = "IDENTIFICATION", _("identification")
    DIAGNOSTIC_STUDY = "DIAGNOSTIC_STUDY", _("diagnostic study")
    TRUST_BUILDING = "TRUST_BUILDING", _("trust building")
    ACTION_PLAN = "ACTION_PLAN", _("action plan")
    IMPLEMENTATION = "IMPLEMENTATION", _("implementation")
    EXIT = "EXIT", _("exit of the agent")


SIDE_PHASES: Final = frozenset({Phase.TRUST_BUILDING})
"""Phases that run beside the others: trust is built from the first day to the last."""

PHASE_ORDER: Final = tuple(phase for phase in Phase if phase not in SIDE_PHASES)
"""Phases of which each begins when the one before has ended."""


class PhaseStatus(TextChoices):
    """How far one phase of a cluster is."""

    PLANNED = "PLANNED", pgettext_lazy("phase", "planned")
    RUNNING = "RUNNING", pgettext_lazy("phase", "running")
    DONE = "DONE", pgettext_lazy("phase", "done")


class FactKey(TextChoices):
    """What a fact about a cluster is about."""

    UNITS = "UNITS", _("units")
    JOBS = "JOBS", _("jobs")
    OUTPUT = "OUTPUT", _("output")
    MARKET = "MARKET", _("market")
    EXPORTS = "EXPORTS", _("exports")
    HISTORY = "HISTORY", _("history")
    AGENT = "AGENT", _("development agent")
    ACTIVITIES = "ACTIVITIES", _("activities")
    PLACE = "PLACE", _("place")
    PROBLEM = "PROBLEM", _("problem")
    OTHER = "OTHER", _("other")


class ChainRole(TextChoices):
    """Place of a member in the value chain, from the raw material to the buyer abroad."""

    RAW_MATERIAL = "RAW_MATERIAL", _("raw material")
    PARTS = "PARTS", _("parts")
    TOOLMAKER = "TOOLMAKER", _("tools and moulds")
    PRODUCER = "PRODUCER", _("producer")
    FINISHER = "FINISHER", _("finishing and packaging")
    SERVICE = "SERVICE", _("service")
    DISTRIBUTOR = "DISTRIBUTOR", _("distribution and shop")
    EXPORTER = "EXPORTER", _("exporter")


class StakeholderKind(TextChoices):
    """What a stakeholder is, that is no member itself."""

    COMPANY = "COMPANY", _("company")
    ASSOCIATION = "ASSOCIATION", _("association or union")
    UNIVERSITY = "UNIVERSITY", _("university or school")
    BANK = "BANK", _("bank or fund")
    AGENCY = "AGENCY", _("public agency")
    SUPPLIER = "SUPPLIER", _("supplier")
    BUYER = "BUYER", _("buyer")


class RelationKind(TextChoices):
    """What one node does for the other; read from the first to the second."""

    SUPPLIES = "SUPPLIES", _("supplies")
    BUYS = "BUYS", _("buys from")
    FINANCES = "FINANCES", _("finances")
    TRAINS = "TRAINS", _("trains")
    COOPERATES = "COOPERATES", _("cooperates with")
    REPRESENTS = "REPRESENTS", _("represents")


class ContractStatus(TextChoices):
    """Life of the contract with a development agent."""

    DRAFT = "DRAFT", pgettext_lazy("contract", "draft")
    APPROVED = "APPROVED", pgettext_lazy("contract", "in force")
    ENDED = "ENDED", pgettext_lazy("contract", "ended")
    CANCELLED = "CANCELLED", pgettext_lazy("contract", "cancelled")


class PlanStatus(TextChoices):
    """Life of one version of the action plan."""

    DRAFT = "DRAFT", pgettext_lazy("plan", "draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("plan", "submitted")
    APPROVED = "APPROVED", pgettext_lazy("plan", "approved")
    SUPERSEDED = "SUPERSEDED", pgettext_lazy("plan", "replaced")


class ItemStatus(TextChoices):
    """How far one action of the plan is."""

    OPEN = "OPEN", pgettext_lazy("action", "not begun")
    IN_PROGRESS = "IN_PROGRESS", pgettext_lazy("action", "in progress")
    DONE = "DONE", pgettext_lazy("action", "done")
    DROPPED = "DROPPED", pgettext_lazy("action", "dropped")


class NeedStatus(TextChoices):
    """Life of a technology need."""

    OPEN = "OPEN", pgettext_lazy("need", "open")
    MATCHED = "MATCHED", pgettext_lazy("need", "provider found")
    IN_PROGRESS = "IN_PROGRESS", pgettext_lazy("need", "in progress")
    MET = "MET", pgettext_lazy("need", "met")
    DROPPED = "DROPPED", pgettext_lazy("need", "dropped")


class ProviderKind(TextChoices):
    """Who offers technology."""

    KNOWLEDGE_BASED = "KNOWLEDGE_BASED", _("knowledge-based company")
    UNIVERSITY = "UNIVERSITY", _("university or school")
    RESEARCH_CENTRE = "RESEARCH_CENTRE", _("research centre")
    MACHINE_BUILDER = "MACHINE_BUILDER", _("machine builder")
    CONSULTANT = "CONSULTANT", _("consultant")


class GatheringKind(TextChoices):
    """What a gathering of the cluster was."""

    TRUST_BUILDING = "TRUST_BUILDING", _("trust building meeting")
    VISIT = "VISIT", _("joint visit")
    FAIR = "FAIR", _("fair")
    WORKSHOP = "WORKSHOP", _("workshop")
    COMMISSION = "COMMISSION", _("cluster commission")


class HalfYear(TextChoices):
    """Half of a Jalali year in which a survey was made."""

    FIRST = "FIRST", _("first half")
    SECOND = "SECOND", _("second half")


FEWEST_ANSWERS: Final = 5
"""Answers a survey needs before its result is shown: below, a person could be recognised."""

FEWEST_FIRMS: Final = 3
"""Firms a public figure needs: with fewer, one of them could work out the other's."""
