"""Tables of clusters."""

from programs.clusters.models.cluster import Cluster, ClusterFact, ClusterProduct
from programs.clusters.models.effect import (
    ClusterGathering,
    ClusterIndicator,
    MemberReading,
    SatisfactionAnswer,
)
from programs.clusters.models.links import ClusterProgramme
from programs.clusters.models.market import ExportRecord, TrademarkRecord
from programs.clusters.models.member import ClusterMember, Relation, Stakeholder
from programs.clusters.models.plan import ActionItem, ActionPlan
from programs.clusters.models.project import AgentContract, ContractPayment, PhaseRun
from programs.clusters.models.technology import NeedMatch, NeedNote, TechnologyNeed, TechnologyProvider

__all__ = [
    "ActionItem",
    "ActionPlan",
    "AgentContract",
    "Cluster",
    "ClusterFact",
    "ClusterGathering",
    "ClusterIndicator",
    "ClusterMember",
    "ClusterProduct",
    "ClusterProgramme",
    "ContractPayment",
    "ExportRecord",
    "MemberReading",
    "NeedMatch",
    "NeedNote",
    "PhaseRun",
    "Relation",
    "SatisfactionAnswer",
    "Stakeholder",
    "TechnologyNeed",
    "TechnologyProvider",
    "TrademarkRecord",
]
